using CaseFlow.Cases.Access;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Meetings;
using CaseFlow.Cases.Processes;
using CaseFlow.Cases.Tests.Scenarios;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Tests.Meetings;

/// <summary>What the mandate lets a case be on an agenda: on every road, and by the mandate that is deployed now.</summary>
internal sealed class AgendaRulesTests
{
    private const string Scenario = "avtal/scenarios/avstamning.yaml";
    private const string Clause = "vvg-2016.uppgifter.avstamning";
    private static readonly Actor Administration = StoppedScenario.Holding("administration", "vgr");

    [Test]
    [Property("Requirement", "R47")]
    public async Task An_item_is_not_changed_into_what_its_case_may_not_be_treated_as()
    {
        await using var house = await StoppedScenario.Play(Scenario, step => step.Do == "SendNotice");
        var item = (await house.Items()).Single(i => i.CaseId is not null);

        var position = await Change(house, item, ItemKinds.Position);
        var information = await Change(house, item, ItemKinds.Information);

        Assert.That(position.Refusals.Select(r => (r.Kind, r.Clause, r.Field)), Is.EqualTo(new[] { (RefusalKind.Rule, Clause, "typ") }));
        Assert.That(information.IsAccepted, Is.True);
        Assert.That((await house.Items()).Single(i => i.Id == item.Id).Kind, Is.EqualTo(ItemKinds.Information));
    }

    [Test]
    [Property("Requirement", "R6")]
    public async Task A_running_case_follows_a_mandate_that_is_changed_while_it_runs()
    {
        await using var house = await StoppedScenario.Play(Scenario, step => step.Do == "PutOnAgenda");
        var (about, meeting) = (await house.Case(), await house.Meeting());
        var before = await PutAsPosition();

        await house.DeployMandate("treatments: [information, dialog],", "treatments: [information, dialog, stallningstagande],");
        var after = await PutAsPosition();

        Assert.That(before.Refusals.Select(r => r.Clause), Is.EqualTo(new[] { Clause }));
        Assert.That(after.Refusals, Is.Empty);
        await using var db = house.Db();
        Assert.That(await db.Instances.Where(i => i.Id == about.Id).Select(i => i.BundleHash).SingleAsync(), Is.Not.EqualTo((await db.Set<DeploymentRow>().OrderBy(d => d.Sequence).LastAsync()).BundleHash), "the case keeps the model it was started with");

        Task<Outcome<AgendaReceipt>> PutAsPosition() => house.Get<PutOnAgenda>().Handle(Administration, null, meeting.Id, about.Id, ItemKinds.Position, null, default);
    }

    private static Task<Outcome<AgendaReceipt>> Change(StoppedScenario house, AgendaItem item, string kind) => house.Get<EditAgenda>().Change(
        Administration, null, item.MeetingId, item.Id, item.Version, new(kind, item.Title, "", 30, ""), default);
}
