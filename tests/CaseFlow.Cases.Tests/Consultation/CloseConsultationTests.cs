using CaseFlow.Cases.Consultation;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Tests.Scenarios;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Tests.Consultation;

internal sealed class CloseConsultationTests
{
    private const string Scenario = "lansarende/scenarios/remiss.yaml";

    [Test]
    [Property("Requirement", "R164")]
    public async Task The_preparers_close_a_round_before_its_day_and_nobody_is_waited_for_any_longer()
    {
        await using var house = await StoppedScenario.Play(Scenario, step => step.Do == "AnswerConsultation");
        var about = await house.Case();

        var closed = await house.Get<CloseConsultation>().Handle(StoppedScenario.Holding("beredningsansvarig", "vgr"), null, about.Id, default);

        Assert.That(closed.Refusals, Is.Empty);
        await using var db = house.Db();
        var open = await db.Tasks.Where(t => t.InstanceId == about.Id && t.EndedAt == null).Select(t => t.ElementId).ToListAsync();
        Assert.That(open, Is.EqualTo(new[] { "SammanstallRemiss" }), "the answers that came are put together");
        Assert.That((await house.Get<CloseConsultation>().Handle(StoppedScenario.Holding("beredningsansvarig", "vgr"), null, about.Id, default)).Refusals.Single().Code, Is.EqualTo("consultation.not-open"));
    }

    [Test]
    [Property("Requirement", "R164")]
    public async Task Who_answers_a_round_does_not_close_it()
    {
        await using var house = await StoppedScenario.Play(Scenario, step => step.Do == "AnswerConsultation");

        var refused = await house.Get<CloseConsultation>().Handle(StoppedScenario.Holding("processledare", area: "skaraborg"), null, (await house.Case()).Id, default);

        Assert.That(refused.Refusals.Select(r => (r.Kind, r.Code)), Is.EqualTo(new[] { (RefusalKind.Forbidden, "consultation.not-yours") }));
    }
}
