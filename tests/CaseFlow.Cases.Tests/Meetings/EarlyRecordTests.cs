using CaseFlow.Cases.Access;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Meetings;
using CaseFlow.Cases.Tests.Scenarios;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Tests.Meetings;

/// <summary>Before the day of a meeting, whoever records what happened there says why.</summary>
internal sealed class EarlyRecordTests
{
    private const string Clause = "praxis.motesdagen";
    private static readonly Actor Chair = StoppedScenario.Holding("ordforande", "vastkom");
    private static readonly SeatAttendance[] Present = [new("vvg-fyrbodal-1", AttendanceStates.Present)];

    private StoppedScenario _house = null!; // the notice is sent, and the day has not come

    [SetUp]
    public async Task Open() => _house = await StoppedScenario.Play("mote/scenarios/mote-2025-04-11.yaml", step => step.Do == "RegisterAttendance");

    [TearDown]
    public async Task Close() => await _house.DisposeAsync();

    [Test]
    [Property("Requirement", "R143")]
    public async Task The_roll_is_called_before_the_day_only_with_a_word_of_reason_which_stands_on_the_meeting()
    {
        var meeting = await _house.Meeting();
        var attending = _house.Get<RegisterAttendance>();

        var silent = await attending.Handle(Chair, null, meeting.Id, Present, default);
        var told = await attending.Handle(Chair, null, meeting.Id, Present, "Mötet hölls i går.", default);
        var again = await attending.Handle(Chair, null, meeting.Id, Present, default);

        Assert.That(silent.Refusals.Select(r => (r.Kind, r.Code, r.Field)), Is.EqualTo(new[] { (RefusalKind.Invalid, "meetings.before-the-day", "tidigtSkal") }));
        Assert.That(told.Refusals.Concat(again.Refusals), Is.Empty, "the reason is asked for once");
        Assert.That(await Reason(), Is.EqualTo("Mötet hölls i går."));
    }

    [Test]
    public async Task A_meeting_is_closed_before_its_day_only_with_a_word_of_reason()
    {
        var silent = await _house.Complete(Chair, "CloseMeeting", ("avbrutet", "ja"), ("avbrottSkal", "Strömmen gick."));
        var told = await _house.Complete(Chair, "CloseMeeting", ("avbrutet", "ja"), ("avbrottSkal", "Strömmen gick."), ("tidigtSkal", "Mötet hölls i går."));

        Assert.That(silent.Refusals.Select(r => r.Code), Is.EqualTo(new[] { "meetings.before-the-day" }));
        Assert.That(told.Refusals, Is.Empty);
    }

    [Test]
    public async Task The_reason_of_an_early_interruption_is_the_word_of_reason()
    {
        var interrupted = await _house.Get<InterruptMeeting>().Handle(Chair, null, (await _house.Meeting()).Id, "Lokalen utrymdes.", default);

        Assert.That(interrupted.Refusals, Is.Empty);
        Assert.That(await Reason(), Is.EqualTo("Lokalen utrymdes."));
    }

    private async Task<string> Reason()
    {
        await using var db = _house.Db();
        return await db.Set<Deviation>().Where(d => d.Clause == Clause).Select(d => d.Reason).SingleAsync();
    }
}
