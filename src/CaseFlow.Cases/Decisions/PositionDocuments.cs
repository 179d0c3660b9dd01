using CaseFlow.Cases.Documents;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Meetings;
using CaseFlow.Cases.Organisation;
using CaseFlow.Cases.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Decisions;

/// <summary>A version that a position can be taken on: the latest of a document that has come far enough.</summary>
public sealed record DecidableDocument(Guid CaseId, Guid VersionId, string Title, int Number, string Sha256);

/// <summary>Which document versions positions are taken on (R66), and which they can be taken on (R61).</summary>
public sealed class PositionDocuments(IDbContextFactory<CaseFlowDb> databases)
{
    // Working material and what is only a basis for dialogue is never what is decided on.
    private static readonly DocumentMaturity[] FarEnough = [DocumentMaturity.Proposal, DocumentMaturity.Established, DocumentMaturity.Adopted];

    /// <summary>For the items of a meeting: what can be decided on, by case.</summary>
    public async Task<ILookup<Guid, DecidableDocument>> Decidable(IReadOnlyCollection<Guid> caseIds, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return (await Decidable(db, caseIds, ct)).ToLookup(d => d.CaseId);
    }

    /// <summary>Notes what an item's position is taken on and marks those versions adopted. Nothing for clauses that endorse nothing, nor for what is postponed or goes back.</summary>
    /// <param name="chosen">Version ids; null takes every document of the case that has come far enough.</param>
    /// <returns>Why it cannot be so, or null.</returns>
    internal static async Task<Refusal?> Note(ProcessUnit unit, MandateRules rules, AgendaItem item, LoadedInstance about, IReadOnlyList<Guid>? chosen, CancellationToken ct)
    {
        // What is postponed or goes back, in whole or in part, is not adopted yet.
        if (item.Conclusion != DecisionRules.Settled)
            return null;
        if (rules.For(RuleKinds.DocumentsByHash, unit.Today) is not { } clause || !clause.Settings.List("clauses").Intersect(item.ClauseCodes, StringComparer.Ordinal).Any())
            return null;
        var decidable = await Decidable(unit.Db, [about.Id], ct);
        var wanted = chosen ?? [.. decidable.Select(d => d.VersionId)];
        if (wanted.Except(decidable.Select(d => d.VersionId)).Any())
            return DecisionRefusals.NotDecidable(clause);
        if (wanted.Count == 0)
            return null;
        var documents = await unit.Db.Set<Document>().Include(d => d.Versions).Where(d => d.SubjectId == about.Id && d.Versions.Any(v => wanted.Contains(v.Id))).ToListAsync(ct);
        _ = await MoveDocumentOn.Adopt(unit, about.Id, wanted, ct);
        foreach (var document in documents)
        {
            var version = document.Versions.First(v => wanted.Contains(v.Id));
            unit.Db.Add(new PositionDocument
            {
                ItemId = item.Id,
                VersionId = version.Id,
                CaseId = about.Id,
                DocumentId = document.Id,
                Title = document.Title,
                FileName = version.FileName,
                Number = version.Number,
                Sha256 = version.Sha256,
            });
            if (await DocumentChanges.Record(unit, about, document, version, ct) is { } rejected)
                return rejected;
        }

        return null;
    }

    private static async Task<IReadOnlyList<DecidableDocument>> Decidable(CaseFlowDb db, IReadOnlyCollection<Guid> caseIds, CancellationToken ct)
    {
        var documents = await db.Set<Document>().AsNoTracking().Include(d => d.Versions)
            .Where(d => caseIds.Contains(d.SubjectId) && d.WithdrawnAt == null).OrderBy(d => d.CreatedAt).ToListAsync(ct);
        return
        [
            .. from document in documents
               let latest = document.Latest
               where FarEnough.Contains(latest.Maturity)
               select new DecidableDocument(document.SubjectId, latest.Id, document.Title, latest.Number, latest.Sha256),
        ];
    }
}
