using CaseFlow.Cases.Language;
using CaseFlow.Cases.Storage;
using CaseFlow.Contracts.Documents;
using CaseFlow.Engine.Execution;
using CaseFlow.Engine.Feel;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Documents;

/// <summary>What the use cases on documents share: finding one that the actor may write, and putting what happened into the record.</summary>
internal static class DocumentChanges
{
    /// <summary>The variable whose changes are the record of what happened to documents: ids, numbers, hash and maturity, never a title.</summary>
    private const string Variable = "senasteHandling";

    public static async Task<Outcome<(Document Document, LoadedInstance Instance)>> Find(ProcessUnit unit, Guid documentId, int version, CancellationToken ct)
    {
        var document = await unit.Db.Set<Document>().Include(d => d.Versions).FirstOrDefaultAsync(d => d.Id == documentId, ct);
        if (document is null)
            return DocumentRefusals.NotFound();
        var instance = await DocumentAccess.MayWrite(unit, document.SubjectId, ct);
        if (!instance.IsAccepted)
            return Outcome<(Document, LoadedInstance)>.Refused(instance.Refusals);
        if (document.WithdrawnAt is not null)
            return DocumentRefusals.Withdrawn();
        return document.Version == version
            ? Outcome<(Document, LoadedInstance)>.Accepted((document, instance.Value))
            : DocumentRefusals.Changed();
    }

    /// <summary>A fact in the stream of the case or meeting, and the event on the bus.</summary>
    /// <returns>Why the process does not take it, or null.</returns>
    public static async Task<Refusal?> Record(ProcessUnit unit, LoadedInstance instance, Document document, DocumentVersion version, CancellationToken ct)
    {
        var what = FeelContext.Of(
            new("handling", FeelValue.Of(document.Id.ToString("N"))),
            new("version", FeelValue.Of(version.Number)),
            new("sha256", FeelValue.Of(version.Sha256)),
            new("mognad", FeelValue.Of(MaturityCodes.Of(version.Maturity))),
            new("atertagen", FeelValue.Of(document.WithdrawnAt is not null)));
        var rejection = await unit.Execute(instance, new SetVariables(FeelContext.Of([new(Variable, FeelValue.Of(what))])), ct);
        if (rejection is not null)
            return StoreRefusals.From(rejection);
        if (document.WithdrawnAt is null)
        {
            Guid? caseId = instance.SubjectKind == "case" ? instance.Id : null;
            Guid? meetingId = instance.SubjectKind == "meeting" ? instance.Id : null;
            unit.Publish(
                new DocumentAdded(caseId, meetingId, instance.Number ?? "", instance.NextVersion, document.Id, version.Number, version.Sha256, MaturityCodes.Of(version.Maturity)),
                instance.Id);
        }

        return null;
    }
}
