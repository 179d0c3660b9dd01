using CaseFlow.Cases.Access;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Storage;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Documents;

/// <summary>A file to add to a case or a meeting.</summary>
/// <param name="SubjectId">The case's or the meeting's id.</param>
/// <param name="Content">Read once, up to the largest size.</param>
public sealed record NewDocument(Guid SubjectId, string Title, string FileName, Stream Content, DocumentMaturity Maturity = DocumentMaturity.WorkingMaterial);

/// <summary>A new version of a document.</summary>
/// <param name="Version">The document's version that the actor saw.</param>
public sealed record NewDocumentVersion(Guid DocumentId, int Version, string FileName, Stream Content, DocumentMaturity Maturity = DocumentMaturity.WorkingMaterial);

/// <summary>What was stored.</summary>
/// <param name="Number">Counted from 1 within the document.</param>
/// <param name="SameAs">Another document of the same case or meeting that already has these very bytes, to be pointed out (R176).</param>
public sealed record AddedDocument(Guid DocumentId, Guid VersionId, int Number, string Sha256, Guid? SameAs);

/// <summary>Takes in a document, or a new version of one. What the name and the bytes must be is said by the guards; the case's record gets id, hash and maturity.</summary>
public sealed class AddDocument(ProcessStore store)
{
    public async Task<Outcome<AddedDocument>> Handle(Actor actor, string? requestId, NewDocument input, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(input);
        var file = await StoredFile.Take(input.FileName, input.Content, ct);
        List<Refusal> wrong = [.. NewDocumentValidator.Instance.Check(input), .. file.Refusals];
        if (input.Maturity == DocumentMaturity.Adopted)
            wrong.Add(DocumentRefusals.OnlyADecisionAdopts());
        return await store.Run<AddedDocument>(actor, nameof(AddDocument), requestId, async (unit, token) =>
        {
            var instance = await DocumentAccess.MayWrite(unit, input.SubjectId, token);
            if (!instance.IsAccepted)
                return Outcome<AddedDocument>.Refused(instance.Refusals);
            if (wrong.Count > 0)
                return Outcome<AddedDocument>.Refused(wrong);
            var document = new Document
            {
                Id = unit.Ids.Next(),
                SubjectKind = instance.Value.SubjectKind,
                SubjectId = input.SubjectId,
                Title = input.Title,
                CreatedBy = actor.AccountId,
                CreatedAt = unit.Now,
                Version = 1,
            };
            unit.Db.Add(document);
            return await Store(unit, instance.Value, document, file.Value, 1, input.Maturity, token);
        }, ct);
    }

    public async Task<Outcome<AddedDocument>> AddVersion(Actor actor, string? requestId, NewDocumentVersion input, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(input);
        var file = await StoredFile.Take(input.FileName, input.Content, ct);
        return await store.Run<AddedDocument>(actor, nameof(AddVersion), requestId, async (unit, token) =>
        {
            var found = await DocumentChanges.Find(unit, input.DocumentId, input.Version, token);
            if (!found.IsAccepted)
                return Outcome<AddedDocument>.Refused(found.Refusals);
            if (!file.IsAccepted)
                return Outcome<AddedDocument>.Refused(file.Refusals);
            var (document, instance) = found.Value;
            if (input.Maturity == DocumentMaturity.Adopted)
                return DocumentRefusals.OnlyADecisionAdopts();
            if (document.Versions.Find(v => v.Sha256 == file.Value.Sha256) is { } same)
                return DocumentRefusals.SameFile(same.Number);
            document.Version++;
            return await Store(unit, instance, document, file.Value, document.Latest.Number + 1, input.Maturity, token);
        }, ct);
    }

    private static async Task<Outcome<AddedDocument>> Store(
        ProcessUnit unit, LoadedInstance instance, Document document, StoredFile file, int number, DocumentMaturity maturity, CancellationToken ct)
    {
        var twin = await unit.Db.Set<Document>()
            .Where(d => d.SubjectId == document.SubjectId && d.Id != document.Id && d.WithdrawnAt == null && d.Versions.Any(v => v.Sha256 == file.Sha256))
            .Select(d => (Guid?)d.Id)
            .FirstOrDefaultAsync(ct);
        var version = file.AddTo(unit, document, number, maturity);
        if (await DocumentChanges.Record(unit, instance, document, version, ct) is { } rejected)
            return rejected;
        return Outcome<AddedDocument>.Accepted(new(document.Id, version.Id, number, file.Sha256, twin));
    }
}

internal sealed class NewDocumentValidator : AbstractValidator<NewDocument>
{
    public static NewDocumentValidator Instance { get; } = new();

    private NewDocumentValidator() => RuleFor(d => d.Title).Needed().Line(200).NoPersonalNumber();
}
