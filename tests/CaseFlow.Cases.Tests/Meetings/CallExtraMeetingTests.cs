using CaseFlow.Cases.Access;
using CaseFlow.Cases.Tests.Scenarios;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Tests.Meetings;

internal sealed class CallExtraMeetingTests
{
    private const string Scenario = "mote/scenarios/extra-mote.yaml";
    private static readonly Actor Vice = StoppedScenario.Holding("vice-ordforande", "vastkom");

    [Test]
    [Property("Requirement", "R102")]
    public async Task The_vice_chair_calls_an_extra_meeting_when_nobody_holds_the_chair_of_the_years_side()
    {
        await using var house = await StoppedScenario.Play(Scenario, step => step.Do == "CallExtraMeeting");
        await Give(house, "ordforande", "vastkom"); // the chair of another year

        var called = await house.Complete(Vice, "CallExtraMeeting", ("skal", "Ordföranden är frånvarande."));

        Assert.That(called.Refusals, Is.Empty);
    }

    [Test]
    [Property("Requirement", "R102")]
    public async Task The_vice_chair_does_not_call_one_while_somebody_holds_the_chair()
    {
        await using var house = await StoppedScenario.Play(Scenario, step => step.Do == "CallExtraMeeting");
        await Give(house, "ordforande", "vgr");

        var called = await house.Complete(Vice, "CallExtraMeeting", ("skal", "Vi vill."));

        Assert.That(called.Refusals.Select(r => r.Clause), Is.EqualTo(new[] { "vvg-2016.motesfrekvens.extra-mote" }));
    }

    private static async Task Give(StoppedScenario house, string role, string side)
    {
        await using var db = house.Db();
        var holder = await db.Users.OrderBy(u => u.Id).FirstAsync();
        db.Add(new RoleAssignment { Id = Guid.CreateVersion7(), AccountId = holder.Id, Role = role, Side = side, ValidFrom = new(2026, 1, 1), GivenBy = "system", GivenAt = DateTimeOffset.UnixEpoch });
        await db.SaveChangesAsync();
    }
}
