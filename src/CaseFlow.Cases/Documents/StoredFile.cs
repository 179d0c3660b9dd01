using System.Security.Cryptography;
using System.Text;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Storage;

namespace CaseFlow.Cases.Documents;

/// <summary>A file that has passed the guards and can be stored: name, kind, bytes and hash.</summary>
internal sealed record StoredFile(string Name, FileKind Kind, byte[] Content, string Sha256)
{
    private const int ChunkSize = 256 * 1024;

    /// <summary>Reads and checks before any transaction begins, since it may take its time.</summary>
    public static async Task<Outcome<StoredFile>> Take(string fileName, Stream stream, CancellationToken ct)
    {
        var name = FileNameGuard.Check(fileName);
        if (!name.IsAccepted)
            return Outcome<StoredFile>.Refused(name.Refusals);
        var content = await ContentGuard.Read(stream, ct);
        if (!content.IsAccepted)
            return Outcome<StoredFile>.Refused(content.Refusals);
        var kind = FileKind.Of(name.Value) ?? throw new InvalidOperationException("The name guard accepts only known kinds.");
        return ContentGuard.Check(kind, content.Value) is { } refusal
            ? refusal
            : Outcome<StoredFile>.Accepted(new(name.Value, kind, content.Value, Convert.ToHexStringLower(SHA256.HashData(content.Value))));
    }

    /// <summary>A text that CaseFlow itself has written, of a kind that is not taken in from anybody else.</summary>
    public static StoredFile Made(string name, string mediaType, string text)
    {
        var content = Encoding.UTF8.GetBytes(text);
        return new(name, new(Path.GetExtension(name), mediaType, FileStructure.Text), content, Convert.ToHexStringLower(SHA256.HashData(content)));
    }

    public DocumentVersion AddTo(ProcessUnit unit, Document document, int number, DocumentMaturity maturity)
    {
        var version = new DocumentVersion
        {
            Id = unit.Ids.Next(),
            DocumentId = document.Id,
            Number = number,
            Maturity = maturity,
            FileName = Name,
            MediaType = Kind.MediaType,
            Size = Content.Length,
            Sha256 = Sha256,
            UploadedBy = unit.Actor.AccountId,
            UploadedAt = unit.Now,
        };
        document.Versions.Add(version);
        unit.Db.Add(version);
        unit.Db.AddRange(Content.Chunk(ChunkSize).Select((piece, index) => new DocumentChunk { VersionId = version.Id, Index = index, Content = piece }));
        return version;
    }
}
