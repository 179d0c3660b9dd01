using System.Globalization;
using CaseFlow.Fault.Tests.Running;

namespace CaseFlow.Fault.Tests;

/// <summary>The server is killed at random moments of a case's whole way and started again: nothing is lost and nothing repeated.</summary>
internal sealed class KilledServerTests
{
    /// <summary>How many kills; <c>CASEFLOW_FAULT_ROUNDS</c> sets another number, <c>CASEFLOW_FAULT_SEED</c> repeats a run's choices.</summary>
    private const int UsualRounds = 20;
    private const int UsualRoundsWithServers = 8;

    [Test]
    public async Task Server_on_SQLite_that_is_killed_at_random_loses_nothing_and_repeats_nothing() =>
        await KillAtRandom(Servers.Embedded(), UsualRounds);

    [Test]
    [Category("Servers")]
    public async Task Server_on_PostgreSQL_and_RabbitMQ_that_is_killed_at_random_loses_nothing_and_repeats_nothing() =>
        await KillAtRandom(await Servers.Production(), UsualRoundsWithServers);

    private static async Task KillAtRandom(Dictionary<string, string> settings, int usualRounds)
    {
        var rounds = Number("CASEFLOW_FAULT_ROUNDS") ?? usualRounds;
        var seed = Number("CASEFLOW_FAULT_SEED") ?? Random.Shared.Next();
        await TestContext.Out.WriteLineAsync($"CASEFLOW_FAULT_SEED={seed}, {rounds} kills");
        await using var site = await Site.Open(settings);
        var journeys = new List<Journey>();

        // What an undisturbed journey leaves behind is what every other must leave behind.
        using var calm = new PersistentClient(site, "calm", new Kills(seed, 0));
        var undisturbed = await Journey.Travel(calm, 0);
        var expected = await Footprint.Settled(site, undisturbed);

        var kills = new Kills(seed, rounds);
        using var client = new PersistentClient(site, "killed", kills);
        do
        {
            journeys.Add(await Journey.Travel(client, journeys.Count + 1));
        }
        while (!kills.AreDone);
        await kills.UntilStarted();

        await Oracle.Drained(site);
        await TestContext.Out.WriteLineAsync(
            $"{client.Acknowledged.Count} commands, {client.Unknown} answers lost; killed with messages unsent {kills.Left.Count(l => l.Messages > 0)}, jobs unfinished {kills.Left.Count(l => l.Jobs > 0)}, mails waiting {kills.Left.Count(l => l.Mails > 0)} times of {kills.Left.Count}");
        foreach (var journey in journeys)
            await Oracle.LeftTheSame(site, journey, expected);
        await Oracle.EachCommandOnce(site, [.. calm.Acknowledged, .. client.Acknowledged]);
        await Oracle.EachMailOnce(site);
        await Oracle.NothingAside(site);
        Assert.That(await site.Web.Stop(), Is.Zero, "it stops in order");
        await Oracle.RecordIsWhole(site);
    }

    private static int? Number(string variable) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var number) ? number : null;
}
