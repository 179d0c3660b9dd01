using CaseFlow.Cases.Access;
using CaseFlow.Cases.Meetings;
using CaseFlow.Cases.Tests.Scenarios;

namespace CaseFlow.Cases.Tests.Meetings;

/// <summary>What is kept of the meeting of 11 April 2025 when it is over, and what advising clauses say of it.</summary>
internal sealed class RecordedMeetingTests
{
    private const string Scenario = "mote/scenarios/mote-2025-04-11.yaml";
    private const string Share = "praxis.informationsandel";
    private static readonly Actor Administration = StoppedScenario.Holding("administration", "vastkom");

    [Test]
    [Property("Requirement", "R115")]
    [Property("Requirement", "R116")]
    [Property("Requirement", "R120")]
    [Property("Requirement", "R143")]
    public async Task Kinds_slots_presenters_attendance_and_the_share_of_information_come_out_as_they_were()
    {
        await using var house = await StoppedScenario.Play(Scenario, _ => false);
        var view = await house.Get<MeetingList>().Find((await house.Meeting()).Id, default);
        var agenda = view!.Agenda;

        Assert.That((agenda.TimedMinutes, agenda.InformationMinutes, agenda.InformationPercent, view.Meeting.Length), Is.EqualTo((140, 130, 93, 180)));
        Assert.That(agenda.Slots[0].From, Is.EqualTo(new TimeOnly(9, 0)), "the opening has minutes of its own");
        Assert.That(agenda.Slots.Where(s => s.Item.IsMatter).Select(s => (s.Item.Kind, s.From, s.To, s.Item.Presenters)), Is.EqualTo(new (string, TimeOnly?, TimeOnly?, string)[]
        {
            ("information", new(9, 5), new(9, 35), "kallad sakkunnig, VGR"),
            ("information", new(9, 35), new(10, 5), "beredning VästKom och VGR"),
            ("information", new(10, 20), new(11, 20), "ordförande och vice ordförande"),
            ("information", new(11, 20), new(11, 30), "beredning VästKom och adjungerad, VGR"),
            ("stallningstagande", new(11, 30), new(11, 40), "Beredning VästKom och kallad sakkunnig, VGR"),
        }));
        Assert.That(view.Roll.Recorded.Count(a => a.State == AttendanceStates.Absent), Is.EqualTo(5));
        Assert.That(view.Roll.Recorded.Count(a => a.State == AttendanceStates.Substitute), Is.EqualTo(1));
        Assert.That(view.Meeting.InterruptionReason, Is.EqualTo("Lokalen utrymdes av säkerhetsskäl."));
    }

    [Test]
    [Property("Requirement", "R120")]
    public async Task An_advising_clause_warns_and_a_word_of_reason_stands_beside_it()
    {
        await using var house = await StoppedScenario.Play(Scenario, step => step.Do == "SendNotice");
        var meeting = await house.Meeting();

        var silent = await house.Get<NoteDeviation>().Handle(Administration, null, meeting.Id, Share, "", default);
        var noted = await house.Get<NoteDeviation>().Handle(Administration, null, meeting.Id, Share, "Årets uppföljning tar tid.", default);
        var refusing = await house.Get<NoteDeviation>().Handle(Administration, null, meeting.Id, "vvg-2016.uppgifter.avstamning", "Nej.", default);

        var view = await house.Get<MeetingList>().Find(meeting.Id, default);
        var line = (await house.Get<MeetingAdvice>().Of(view!, default)).Single(l => l.Warning.Clause == Share);
        Assert.That(silent.Refusals.Single().Field, Is.EqualTo("skal"));
        Assert.That(noted.Refusals, Is.Empty);
        Assert.That(line.Deviation?.Reason, Is.EqualTo("Årets uppföljning tar tid."));
        Assert.That(refusing.Refusals.Single().Code, Is.EqualTo("meetings.not-found"), "a clause that refuses is not set aside with a word");
    }
}
