using CaseFlow.Cases.Feedback;
using CaseFlow.Cases.Tests.Scenarios;

namespace CaseFlow.Cases.Tests.Feedback;

/// <summary>Which areas have carried out what: one line for a position, one part for each area that was asked.</summary>
internal sealed class SpreadRegisterTests
{
    private const string Scenario = "lansarende/scenarios/flera-sprids-som-ett.yaml";

    [Test]
    [Property("Requirement", "R154")]
    public async Task Each_position_says_which_areas_have_confirmed_how_and_which_are_late()
    {
        await using var house = await StoppedScenario.Play(Scenario, _ => false);

        var lines = await house.Get<SpreadRegister>().Read(default);

        Assert.That(lines, Is.Not.Empty);
        Assert.That(lines.Select(l => l.Meeting), Has.None.Null);
        Assert.That(lines.Select(l => l.Item!.ToBeSpread), Is.All.True);
        foreach (var line in lines)
        {
            Assert.That(line.Areas.Select(a => a.Area), Is.Unique.And.Not.Empty);
            Assert.That(line.Areas.Where(a => a.DoneAt is not null).Select(a => a.How), Is.All.Not.Empty);
        }

        var waiting = lines.SelectMany(l => l.Areas).First(a => a.DoneAt is null);
        Assert.That(waiting.IsLate(waiting.DueAt!.Value), Is.False);
        Assert.That(waiting.IsLate(waiting.DueAt.Value.AddMinutes(1)), Is.True);
        Assert.That((waiting with { DoneAt = waiting.DueAt.Value.AddDays(9) }).IsLate(waiting.DueAt.Value.AddDays(10)), Is.False);
    }
}
