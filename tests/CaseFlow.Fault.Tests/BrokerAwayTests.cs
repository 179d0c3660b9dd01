using System.Diagnostics;
using CaseFlow.Fault.Tests.Running;

namespace CaseFlow.Fault.Tests;

/// <summary>RabbitMQ is away when the server starts and goes away again while it works: people notice nothing but later mails.</summary>
[Category("Servers")]
internal sealed class BrokerAwayTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    [Test]
    public async Task Broker_that_is_away_at_the_start_and_in_the_middle_stops_nobody_and_gets_everything_afterwards()
    {
        if (Environment.GetEnvironmentVariable("CASEFLOW_TEST_RABBITMQ") is not { Length: > 0 })
            Assert.Ignore("RabbitMQ is not present.");
        var folder = Directory.CreateTempSubdirectory("caseflow-broker-").FullName;
        var ports = new[] { WebProcess.FreePort(), WebProcess.FreePort(), WebProcess.FreePort() };
        await using var site = await Site.Open(Servers.RabbitMq($"amqp://guest:guest@127.0.0.1:{ports[0]}/"));
        using var client = new PersistentClient(site, "away", new Kills(0, 0));
        using var http = new HttpClient { BaseAddress = site.Address };
        try
        {
            var first = await Journey.Travel(client, 1);
            Assert.That((await site.Unfinished()).Messages, Is.GreaterThan(0), "what was to be said waits");
            await Health(http, "Degraded");

            await Broker("start", folder, ports);
            await Health(http, "Healthy");
            var expected = await Footprint.Settled(site, first);
            Assert.That(expected, Has.Some.StartsWith("notice ").And.Some.StartsWith("mail "), "those who were to be told have been told");

            await Broker("stop", folder);
            var second = await Journey.Travel(client, 2);
            await Broker("start", folder, ports);
            await Health(http, "Healthy");
            await Oracle.Drained(site);
            await Oracle.LeftTheSame(site, second, expected);
            await Oracle.EachCommandOnce(site, client.Acknowledged);
            await Oracle.EachMailOnce(site);
            await Oracle.NothingAside(site);
        }
        finally
        {
            await Broker("stop", folder);
            Directory.Delete(folder, recursive: true);
        }
    }

    private static Task Health(HttpClient http, string wanted) => Eventually.Find(
        async () =>
        {
            using var answer = await http.GetAsync("health/ready");
            Assert.That(answer.IsSuccessStatusCode, Is.True, "degraded is not dead");
            var text = await answer.Content.ReadAsStringAsync();
            return text == wanted ? text : null;
        },
        Patience,
        () => $"health never became {wanted}");

    private static async Task Broker(string verb, string folder, params int[] ports)
    {
        using var process = Process.Start(
            Path.Combine(WebProcess.RepositoryRoot, "tests/servers/rabbitmq.sh"), [verb, folder, .. ports.Select(p => $"{p}")]);
        await process.WaitForExitAsync();
        Assert.That(process.ExitCode, Is.Zero, $"rabbitmq.sh {verb}");
    }
}
