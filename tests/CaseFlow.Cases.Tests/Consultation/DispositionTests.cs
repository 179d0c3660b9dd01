using System.Text;
using CaseFlow.Cases.Access;
using CaseFlow.Cases.Consultation;
using CaseFlow.Cases.Documents;
using CaseFlow.Cases.Organisation;
using CaseFlow.Cases.Tests.Scenarios;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Tests.Consultation;

/// <summary>Each view gets an answer, and the whole becomes a document of the case.</summary>
internal sealed class DispositionTests
{
    private const string Scenario = "lansarende/scenarios/remiss.yaml";
    private static readonly Actor Preparer = StoppedScenario.Holding("beredningsansvarig", "vastkom");

    [Test]
    [Property("Requirement", "R165")]
    public async Task Many_views_are_answered_at_once_with_one_reason_and_none_without_a_reason()
    {
        await using var house = await StoppedScenario.Play(Scenario, step => step.Do == "DisposeView");
        var about = await house.Case();
        var views = (await house.Get<ConsultationStates>().Read(about.Id, default))!.Report!.Views.Select(v => v.Id).ToList();
        var dispose = house.Get<DisposeView>();

        var bare = await dispose.Handle(Preparer, null, about.Id, views, ViewDisposition.Rejected, " ", default);
        Assert.That(bare.Refusals.Select(r => r.Field), Is.EqualTo(new[] { "skal" }));
        Assert.That((await dispose.Handle(Preparer, null, about.Id, views, ViewDisposition.Rejected, "Ligger utanför rutinen.", default)).Value, Is.Zero);

        var state = await house.Get<ConsultationStates>().Read(about.Id, default);
        Assert.That(state!.Report!.Views.Select(v => (v.Disposition, v.Reason)), Is.All.EqualTo(((ViewDisposition?)ViewDisposition.Rejected, "Ligger utanför rutinen.")));
        Assert.That(state.Undisposed, Is.Empty);
    }

    [Test]
    [Property("Requirement", "R166")]
    public async Task The_compiled_round_lies_among_the_documents_of_the_case()
    {
        await using var house = await StoppedScenario.Play(Scenario, step => step.Do == "PrepareMaterial" && step.On >= new DateTime(2026, 3, 25, 0, 0, 0, DateTimeKind.Unspecified));
        var about = await house.Case();

        await using var db = house.Db();
        var round = await db.Set<ConsultationRound>().SingleAsync();
        var document = await db.Set<Document>().Include(d => d.Versions).SingleAsync(d => d.SubjectId == about.Id);
        Assert.That((document.Id, document.Title), Is.EqualTo((round.DocumentId, "Remissammanställning, omgång 1")));
        var bytes = await db.Set<DocumentChunk>().Where(c => c.VersionId == document.Latest.Id).OrderBy(c => c.Index).Select(c => c.Content).SingleAsync();
        var html = Encoding.UTF8.GetString(bytes);
        Assert.That(html, Does.Contain("3 av 4 mottagare svarade").And.Contain("Rutinen kortas, men bilagan behövs.").And.Contain("Accepteras delvis"));
        Assert.That(html[html.IndexOf("Har inte svarat", StringComparison.Ordinal)..], Does.Contain("SAMLA"));
        Assert.That(document.Latest.Maturity, Is.EqualTo(DocumentMaturity.Established));
    }

    [Test]
    [Property("Requirement", "R164")]
    public async Task All_parties_are_fifty_recipients_by_one_choice()
    {
        await using var house = await StoppedScenario.Play(Scenario, step => step.Do == "PrepareMaterial");
        var organisation = (await house.Get<OrganisationSource>().Current(default)).Organisation;

        Assert.That(RecipientChoices.Expand(organisation, "alla-parter", new(2026, 5, 4)).Count(), Is.EqualTo(50));
        Assert.That(RecipientChoices.Expand(organisation, "brukarforetradare", new(2026, 5, 4)).Single().Kind, Is.EqualTo(RecipientKind.External));
    }
}
