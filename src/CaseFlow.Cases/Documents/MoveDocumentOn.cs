using CaseFlow.Cases.Access;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Documents;

/// <summary>Changes how far a document has come, its title, or takes it back. What a body has taken its stand on stays as it is.</summary>
public sealed class MoveDocumentOn(ProcessStore store)
{
    /// <summary>Sets the maturity of the latest version. Only a position adopts (<see cref="Adopt"/>).</summary>
    /// <param name="version">The document's version that the actor saw.</param>
    /// <returns>The document's new version.</returns>
    public Task<Outcome<int>> SetMaturity(Actor actor, string? requestId, Guid documentId, int version, DocumentMaturity maturity, CancellationToken ct) =>
        Change(actor, "SetDocumentMaturity", requestId, documentId, version, document =>
        {
            if (maturity == DocumentMaturity.Adopted)
                return DocumentRefusals.OnlyADecisionAdopts();
            if (document.Latest.Maturity == DocumentMaturity.Adopted)
                return DocumentRefusals.Adopted();
            document.Latest.Maturity = maturity;
            return null;
        }, ct);

    /// <inheritdoc cref="SetMaturity" path="/param"/>
    /// <inheritdoc cref="SetMaturity" path="/returns"/>
    public Task<Outcome<int>> Rename(Actor actor, string? requestId, Guid documentId, int version, string title, CancellationToken ct) =>
        Change(actor, "RenameDocument", requestId, documentId, version, document =>
        {
            var wrong = NewDocumentValidator.Instance.Check(new(document.SubjectId, title, "", Stream.Null));
            if (wrong.Count > 0)
                return wrong[0];
            document.Title = title;
            return null;
        }, ct);

    /// <summary>Takes the document back; its versions stay for the record.</summary>
    /// <inheritdoc cref="SetMaturity" path="/param"/>
    /// <inheritdoc cref="SetMaturity" path="/returns"/>
    public Task<Outcome<int>> Withdraw(Actor actor, string? requestId, Guid documentId, int version, CancellationToken ct) =>
        store.Run<int>(actor, "WithdrawDocument", requestId, (unit, token) => Change(unit, documentId, version, document =>
        {
            if (document.Versions.Exists(v => v.Maturity == DocumentMaturity.Adopted))
                return DocumentRefusals.Adopted();
            document.WithdrawnAt = unit.Now;
            return null;
        }, token), ct);

    /// <summary>For the subject that records positions: these very versions are what a body took its stand on (R66). Runs inside its unit of work.</summary>
    /// <returns>The versions, in the order asked for; null when one does not exist or lies on another case or meeting.</returns>
    public static async Task<IReadOnlyList<DocumentVersion>?> Adopt(ProcessUnit unit, Guid subjectId, IReadOnlyCollection<Guid> versionIds, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(unit);
        ArgumentNullException.ThrowIfNull(versionIds);
        var versions = await unit.Db.Set<Document>()
            .Where(d => d.SubjectId == subjectId && d.WithdrawnAt == null)
            .SelectMany(d => d.Versions)
            .Where(v => versionIds.Contains(v.Id))
            .ToListAsync(ct);
        if (versions.Count != versionIds.Distinct().Count())
            return null;
        versions.ForEach(v => v.Maturity = DocumentMaturity.Adopted);
        return [.. versionIds.Select(id => versions.First(v => v.Id == id))];
    }

    private Task<Outcome<int>> Change(
        Actor actor, string useCase, string? requestId, Guid documentId, int version, Func<Document, Refusal?> change, CancellationToken ct) =>
        store.Run<int>(actor, useCase, requestId, (unit, token) => Change(unit, documentId, version, change, token), ct);

    private static async Task<Outcome<int>> Change(ProcessUnit unit, Guid documentId, int version, Func<Document, Refusal?> change, CancellationToken ct)
    {
        var found = await DocumentChanges.Find(unit, documentId, version, ct);
        if (!found.IsAccepted)
            return Outcome<int>.Refused(found.Refusals);
        var (document, instance) = found.Value;
        if (change(document) is { } refusal)
            return refusal;
        document.Version++;
        return await DocumentChanges.Record(unit, instance, document, document.Latest, ct) is { } rejected
            ? rejected
            : Outcome<int>.Accepted(document.Version);
    }
}
