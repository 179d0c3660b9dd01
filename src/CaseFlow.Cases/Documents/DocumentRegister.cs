using CaseFlow.Cases.Access;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Documents;

/// <summary>A stored file to send: served as an attachment, with <c>nosniff</c>, never inline on this site.</summary>
/// <param name="WriteTo">Writes the bytes piece by piece; nothing larger than a piece is held in memory.</param>
public sealed record DocumentFile(string FileName, string MediaType, long Size, string Sha256, Func<Stream, CancellationToken, Task> WriteTo);

/// <summary>Reads documents.</summary>
public sealed class DocumentRegister(IDbContextFactory<CaseFlowDb> databases)
{
    /// <summary>The documents of a case or meeting with all versions, oldest first; withdrawn ones only when asked for.</summary>
    public async Task<Outcome<IReadOnlyList<Document>>> Of(Actor actor, Guid subjectId, bool withWithdrawn, CancellationToken ct)
    {
        if (!DocumentAccess.MayRead(actor))
            return DocumentRefusals.NotFound();
        await using var db = await databases.CreateDbContextAsync(ct);
        var documents = await db.Set<Document>().AsNoTracking().Include(d => d.Versions.OrderBy(v => v.Number))
            .Where(d => d.SubjectId == subjectId && (withWithdrawn || d.WithdrawnAt == null))
            .OrderBy(d => d.CreatedAt).ThenBy(d => d.Id)
            .ToListAsync(ct);
        return Outcome<IReadOnlyList<Document>>.Accepted(documents);
    }

    /// <summary>One document with all its versions, withdrawn ones too.</summary>
    public async Task<Outcome<Document>> Find(Actor actor, Guid documentId, CancellationToken ct)
    {
        if (!DocumentAccess.MayRead(actor))
            return DocumentRefusals.NotFound();
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Set<Document>().AsNoTracking().Include(d => d.Versions.OrderBy(v => v.Number)).FirstOrDefaultAsync(d => d.Id == documentId, ct) is { } document
            ? Outcome<Document>.Accepted(document)
            : DocumentRefusals.NotFound();
    }

    /// <summary>Whether the actor takes part in the case or meeting and so may add and change its documents; what a page offers goes by this, the use cases decide.</summary>
    public async Task<bool> MayWrite(Actor actor, Guid subjectId, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await DocumentAccess.TakesPart(db, actor, subjectId, ct);
    }

    /// <summary>The numbers under which the parties have registered a case.</summary>
    public async Task<IReadOnlyList<ExternalDiaryNumber>> DiaryNumbers(Guid subjectId, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Set<ExternalDiaryNumber>().AsNoTracking().Where(n => n.SubjectId == subjectId)
            .OrderBy(n => n.Party).ThenBy(n => n.Number).ToListAsync(ct);
    }

    /// <summary>One stored version, by its own id.</summary>
    public async Task<Outcome<DocumentFile>> Open(Actor actor, Guid versionId, CancellationToken ct)
    {
        if (!DocumentAccess.MayRead(actor))
            return DocumentRefusals.NotFound();
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Set<DocumentVersion>().AsNoTracking().FirstOrDefaultAsync(v => v.Id == versionId, ct) is { } version
            ? Outcome<DocumentFile>.Accepted(new(version.FileName, version.MediaType, version.Size, version.Sha256, (target, token) => Write(version.Id, target, token)))
            : DocumentRefusals.NotFound();
    }

    private async Task Write(Guid versionId, Stream target, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        for (var index = 0; ; index++)
        {
            var piece = await db.Set<DocumentChunk>().AsNoTracking()
                .Where(c => c.VersionId == versionId && c.Index == index).Select(c => c.Content).FirstOrDefaultAsync(ct);
            if (piece is null)
                return;
            await target.WriteAsync(piece, ct);
        }
    }
}
