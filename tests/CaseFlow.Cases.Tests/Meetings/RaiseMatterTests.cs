using CaseFlow.Cases.Access;
using CaseFlow.Cases.Intake;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Meetings;
using CaseFlow.Cases.Processes.Scenarios;
using CaseFlow.Cases.Tests.Scenarios;
using CaseFlow.Cases.Tests.Workflows;

namespace CaseFlow.Cases.Tests.Meetings;

/// <summary>An övrig fråga: a candidate case with where it came from, until somebody takes it up or it is laid down.</summary>
internal sealed class RaiseMatterTests
{
    private const string Meeting = "mote/scenarios/mote-2025-04-11.yaml";
    private static readonly Actor Leader = StoppedScenario.Holding("processledare", area: "goteborgsomradet");
    private static readonly Actor Preparer = StoppedScenario.Holding("beredningsansvarig", "vgr");

    [Test]
    [Property("Requirement", "R33")]
    public async Task A_matter_becomes_a_candidate_with_its_meeting_and_the_role_that_raised_it()
    {
        await using var house = await Held();
        var meeting = await house.Meeting();

        var raised = await house.Get<RaiseMatter>().Handle(Leader, null, meeting.Id, "Liggande transporter.", default);

        Assert.That(raised.Refusals, Is.Empty);
        var line = (await house.Get<CandidateList>().Open(default)).Single();
        Assert.That((line.Meeting.Id, line.Candidate.RaisedInRole, line.Candidate.RaisedForArea, line.Candidate.Question), Is.EqualTo((meeting.Id, "processledare", "goteborgsomradet", "Liggande transporter.")));
        var reader = await house.Get<RaiseMatter>().Handle(StoppedScenario.Holding("lasare"), null, meeting.Id, "Något.", default);
        Assert.That(reader.Refusals.Single().Kind, Is.EqualTo(RefusalKind.Forbidden), "who stands for nobody raises nothing");
    }

    [Test]
    [Property("Requirement", "R33")]
    public async Task A_candidate_is_taken_up_once_and_the_case_says_where_it_came_from()
    {
        await using var house = await Held();
        var meeting = await house.Meeting();
        var candidate = (await house.Get<RaiseMatter>().Handle(Leader, null, meeting.Id, "Liggande transporter.", default)).Value;

        var first = await Submit(house, candidate);
        var second = await Submit(house, candidate);

        Assert.That(first.Refusals, Is.Empty);
        Assert.That(second.Refusals.Single().Code, Is.EqualTo("intake.candidate-settled"));
        Assert.That((await house.Get<CandidateList>().OfCase(first.Value.CaseId, default))?.Meeting.Id, Is.EqualTo(meeting.Id));
        Assert.That(await house.Get<CandidateList>().Open(default), Is.Empty);
    }

    [Test]
    [Property("Requirement", "R33")]
    public async Task A_candidate_is_laid_down_with_a_reason_by_the_preparers_or_who_raised_it()
    {
        await using var house = await Held();
        var meeting = await house.Meeting();
        var candidate = (await house.Get<RaiseMatter>().Handle(Leader, null, meeting.Id, "Liggande transporter.", default)).Value;

        var other = await house.Get<CloseCandidate>().Handle(StoppedScenario.Holding("processledare", area: "fyrbodal"), null, candidate, "Inte vår.", default);
        var silent = await house.Get<CloseCandidate>().Handle(Preparer, null, candidate, "", default);
        var closed = await house.Get<CloseCandidate>().Handle(Preparer, null, candidate, "Bereds redan i området.", default);

        Assert.That((other.Refusals.Single().Kind, silent.Refusals.Single().Field), Is.EqualTo((RefusalKind.Forbidden, "skal")));
        Assert.That(closed.Refusals, Is.Empty);
        Assert.That((await house.Get<CandidateList>().OfMeeting(meeting.Id, default)).Single().Candidate.ClosedReason, Is.EqualTo("Bereds redan i området."));
        Assert.That(await house.Get<CandidateList>().Open(default), Is.Empty);
    }

    private static Task<StoppedScenario> Held() => StoppedScenario.Play(Meeting, step => step.Do == "RaiseMatter");

    private static Task<Outcome<SubmitCaseReceipt>> Submit(StoppedScenario house, Guid candidate)
    {
        const string Path = "lansarende/scenarios/remiss.yaml";
        var answers = Scenario.Read(Path, WorkflowFolder.Get(Path).Text).Steps[0].With.Answers();
        return house.Get<SubmitCase>().Handle(Leader, null, new(new("goteborgsomradet", null), answers, CandidateId: candidate), default);
    }
}
