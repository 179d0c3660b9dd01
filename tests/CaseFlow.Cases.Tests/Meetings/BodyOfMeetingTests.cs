using CaseFlow.Cases.Access;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Meetings;
using CaseFlow.Cases.Storage;
using CaseFlow.Cases.Tests.Scenarios;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Tests.Meetings;

/// <summary>Whose work a meeting is follows the body that meets.</summary>
internal sealed class BodyOfMeetingTests
{
    private static readonly Actor Secretariat = StoppedScenario.Holding("sro-sekretariat");
    private static readonly Actor Preparer = StoppedScenario.Holding("beredningsansvarig", "vgr");
    private static readonly ItemContent Item = new(ItemKinds.Dialogue, "Lägesrapport", "Läget i länet.", 20, "Beredningen");

    private StoppedScenario _house = null!; // set before each test
    private Guid _meeting;

    [SetUp]
    public async Task Plan()
    {
        _house = await StoppedScenario.Play("mote/scenarios/flyttat-mote.yaml", step => step.Do == "PlanMeeting");
        var planned = await _house.Get<PlanMeeting>().Handle(
            Secretariat, null, new("sro", Meeting.Ordinary, new(2026, 3, 20), new(13, 0), new(15, 0), "Göteborg", ""), default);
        Assert.That(planned.Refusals, Is.Empty);
        _meeting = planned.Value.MeetingId;
    }

    [TearDown]
    public async Task Close() => await _house.DisposeAsync();

    [Test]
    public async Task The_secretariat_of_the_body_sets_its_agenda_and_nobody_of_another_body_does()
    {
        var own = await _house.Get<EditAgenda>().Add(Secretariat, null, _meeting, Item, null, default);
        var other = await _house.Get<EditAgenda>().Add(Preparer, null, _meeting, Item, null, default);

        Assert.That(own.Refusals, Is.Empty);
        Assert.That(other.Refusals.Select(r => r.Kind), Is.EqualTo(new[] { RefusalKind.Forbidden }));
        await using var db = _house.Db();
        var task = await db.Tasks.Include(t => t.Candidates).SingleAsync(t => t.InstanceId == _meeting && t.EndedAt == null);
        Assert.That(task.Candidates.Select(c => c.Role), Is.EqualTo(new[] { "sro-sekretariat" }));
    }

    [Test]
    public async Task The_notice_goes_to_the_people_of_the_body_and_the_meeting_is_held_without_minutes_that_are_signed()
    {
        await Give("sro-ledamot", "vgr", "ledamot-i-sro");
        await Give("representant", null, "representant-i-vvg");

        var sent = await _house.Complete(Secretariat, "SendNotice", ("syfte", "Samråd."), ("halsning", "Välkomna!"));
        var closed = await _house.Complete(Secretariat, "CloseMeeting", ("avbrutet", "nej"), ("tidigtSkal", "Mötet hölls i dag."));

        Assert.That((sent.Refusals.Count, closed.Refusals.Count), Is.EqualTo((0, 0)));
        Assert.That(closed.Value.IsEnded, Is.True);
        await using var db = _house.Db();
        var told = (await db.Set<OutboxRow>().Select(o => o.Body).ToListAsync()).Select(System.Text.Encoding.UTF8.GetString).Where(p => p.Contains("\"kallelse\"", StringComparison.Ordinal)).ToList();
        Assert.That(told, Has.Count.EqualTo(1));
        Assert.That(told[0], Does.Contain("ledamot-i-sro").And.Not.Contain("representant-i-vvg"));
        Assert.That((await db.Set<Meeting>().SingleAsync(m => m.Id == _meeting)).Greeting, Is.EqualTo("Välkomna!"));
    }

    private async Task Give(string role, string? side, string account)
    {
        await using var db = _house.Db();
        db.Add(new Account { Id = account, UserName = account, DisplayName = account });
        db.Add(new RoleAssignment { Id = Guid.CreateVersion7(), AccountId = account, Role = role, Side = side, ValidFrom = new(2026, 1, 1), GivenBy = "system", GivenAt = DateTimeOffset.UnixEpoch });
        await db.SaveChangesAsync();
    }
}
