using CaseFlow.Cases.Documents;
using CaseFlow.Cases.Forms;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Organisation;
using CaseFlow.Cases.Preparation;
using CaseFlow.Cases.Processes;
using CaseFlow.Cases.Storage;
using CaseFlow.Cases.Timeline;
using CaseFlow.Engine.Execution;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Model;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Consultation;

/// <summary>What can be done by a link that holds.</summary>
public enum LinkState
{
    Open,
    Answered,

    /// <summary>The round took no more answers when the recipient had not answered.</summary>
    Closed,
}

/// <summary>All that a recipient sees by personal link.</summary>
/// <param name="Form">The form of the answer, in the process that the case is pinned to.</param>
/// <param name="Material">The prepared material; the page shows of it what goes out.</param>
/// <param name="Papers">The versions that were marked for the round, with their titles.</param>
/// <param name="Answer">What the recipient has answered, paragraph by paragraph.</param>
public sealed record LinkView(
    ConsultationRecipient Recipient, ConsultationRound Round, CaseRow Case, LinkState State, BilingualText Name, ModelBundle Bundle, FormSchema? Form,
    FormSchema? MaterialForm, FormAnswers Material, FeelContext Variables, IReadOnlyList<LinkPaper> Papers, IReadOnlyList<string> Answer)
{
    public FormAnswers Draft => FormAnswers.OfJson(Recipient.Draft);
}

public sealed record LinkPaper(string Title, DocumentVersion Version);

/// <summary>Reads what a personal link opens. A link that does not hold gives nothing, whatever the reason.</summary>
public sealed class ConsultationLinkReader(IDbContextFactory<CaseFlowDb> databases, BundleCatalog bundles, OrganisationSource organisations, DocumentRegister documents, TimeProvider time)
{
    private const string LinkDeadline = "remisslank";
    private const string MaterialCommand = "PrepareMaterial";
    private const int TokenLength = 43;

    /// <summary>Null when there is no such link, it was taken back, or its time is out.</summary>
    public async Task<LinkView?> Find(string token, CancellationToken ct)
    {
        if (token is not { Length: TokenLength })
            return null;
        var hash = ConsultationLink.HashOf(token);
        await using var db = await databases.CreateDbContextAsync(ct);
        var held = await (
            from link in db.Set<ConsultationLink>().AsNoTracking()
            where link.TokenHash == hash && link.RevokedAt == null
            join recipient in db.Set<ConsultationRecipient>().AsNoTracking() on link.RecipientId equals recipient.Id
            join round in db.Set<ConsultationRound>().AsNoTracking() on recipient.RoundId equals (Guid?)round.Id
            join about in db.Cases.AsNoTracking() on recipient.CaseId equals about.Id
            select new { recipient, round, about }).FirstOrDefaultAsync(ct);
        if (held is null || (await organisations.Find(ct)) is not { } house || SwedishDay.Of(time.GetUtcNow()) > LastDay(house, held.round))
            return null;
        return await Read(db, held.recipient, held.round, held.about, house.Organisation, ct);
    }

    /// <summary>A paper that goes out with the round of the link; null for any other.</summary>
    public async Task<DocumentFile?> OpenPaper(string token, Guid versionId, CancellationToken ct)
    {
        if (await Find(token, ct) is not { } view || !view.Papers.Any(p => p.Version.Id == versionId))
            return null;
        var opened = await documents.Open(Access.Actor.System, versionId, ct);
        return opened.IsAccepted ? opened.Value : null;
    }

    // Some days after the round's own last day, so that a recipient can see the answer once more.
    private static DateOnly LastDay(DeployedOrganisation house, ConsultationRound round) =>
        house.Mandate.FindDeadline(LinkDeadline) is null ? round.Due : house.Mandate.DueDate(LinkDeadline, round.Due);

    private async Task<LinkView> Read(CaseFlowDb db, ConsultationRecipient recipient, ConsultationRound round, CaseRow about, OrganisationModel organisation, CancellationToken ct)
    {
        var row = await db.Instances.AsNoTracking().SingleAsync(i => i.Id == recipient.CaseId, ct);
        var bundle = await bundles.Get(db, row.BundleHash, ct);
        var state = StateJson.Read(row.State);
        var isOpen = ConsultationRows.OpenTasks(state).ContainsKey(recipient.Key);
        var material = await db.Set<Material>().AsNoTracking().SingleOrDefaultAsync(m => m.CaseId == about.Id, ct);
        var answer = await db.Set<ConsultationView>().AsNoTracking().Where(v => v.RecipientId == recipient.Id).OrderBy(v => v.Number).Select(v => v.Text).ToListAsync(ct);
        return new(
            recipient, round, about,
            recipient.AnsweredAt is not null ? LinkState.Answered : isOpen ? LinkState.Open : LinkState.Closed,
            RecipientChoices.NameOf(organisation, recipient), bundle, FormOf(bundle, ConsultationRows.AnswerCommand), FormOf(bundle, MaterialCommand),
            MaterialAnswers.Of(material), state.Variables, await PapersOf(db, about.Id, ct), answer);
    }

    private static FormSchema? FormOf(ModelBundle bundle, string command) =>
        bundle.Processes.SelectMany(p => p.Elements).FirstOrDefault(e => e.UserTask?.CommandName == command) is { } task
            ? FormFiles.Find(bundle, task.Process.Id, task.UserTask?.FormKey)
            : null;

    internal static async Task<IReadOnlyList<LinkPaper>> PapersOf(CaseFlowDb db, Guid caseId, CancellationToken ct)
    {
        var marked = await (
            from paper in db.Set<ConsultationPaper>().AsNoTracking()
            where paper.CaseId == caseId
            join version in db.Set<DocumentVersion>().AsNoTracking() on paper.VersionId equals version.Id
            join document in db.Set<Document>().AsNoTracking() on version.DocumentId equals document.Id
            where document.WithdrawnAt == null
            orderby document.Title
            select new { document.Title, version }).ToListAsync(ct);
        return [.. marked.Select(m => new LinkPaper(m.Title, m.version))];
    }
}
