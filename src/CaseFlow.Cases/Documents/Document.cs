using CaseFlow.Cases.Timeline;

namespace CaseFlow.Cases.Documents;

/// <summary>How far a document has come (R61). The order is the order of the work.</summary>
public enum DocumentMaturity
{
    /// <summary>Arbetsmaterial: not a public record yet.</summary>
    WorkingMaterial,

    /// <summary>Underlag för dialog: may be discussed, never be what is decided on.</summary>
    BasisForDialogue,

    /// <summary>Förslag: can be decided on.</summary>
    Proposal,

    /// <summary>Upprättad: finished by whom it belongs to.</summary>
    Established,

    /// <summary>Beslutat: this version is what a body took its stand on.</summary>
    Adopted,
}

/// <summary>A document of a case, a meeting or the organisation. Its content lies in its versions, which never change once stored.</summary>
public sealed class Document
{
    private string _title = "";

    public Guid Id { get; set; }

    /// <summary>What it belongs to: <c>case</c>, <c>meeting</c> or <c>organisation</c>.</summary>
    public required string SubjectKind { get; set; }

    /// <summary>Id of the case or meeting.</summary>
    public Guid SubjectId { get; set; }

    public required string Title
    {
        get => _title;
        set => (_title, SearchText) = (value, CaseSearch.Normalise(value));
    }

    /// <summary>The title as <see cref="CaseSearch"/> finds it; follows it.</summary>
    public string SearchText { get; private set; } = "";

    public required string CreatedBy { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When it was taken back; its versions stay readable by id where a decision points at them.</summary>
    public DateTimeOffset? WithdrawnAt { get; set; }

    /// <summary>Raised at every change of title, maturity or versions.</summary>
    public int Version { get; set; }

    public List<DocumentVersion> Versions { get; set; } = [];

    /// <summary>The version that was stored last; a document has at least one.</summary>
    public DocumentVersion Latest => Versions.MaxBy(v => v.Number) ?? throw new InvalidOperationException("Load the versions with the document.");
}

/// <summary>One stored file. Its bytes never change: a correction is a new version. Only its maturity moves on.</summary>
public sealed class DocumentVersion
{
    public Guid Id { get; set; }

    public Guid DocumentId { get; set; }

    /// <summary>Counted from 1 within the document.</summary>
    public int Number { get; set; }

    public DocumentMaturity Maturity { get; set; }

    /// <summary>The name that the file is downloaded under; already made harmless.</summary>
    public required string FileName { get; set; }

    /// <summary>Media type by the allow-list, never what the browser said.</summary>
    public required string MediaType { get; set; }

    /// <summary>Bytes.</summary>
    public long Size { get; set; }

    /// <summary>SHA-256 of the bytes, 64 lower-case hexadecimal digits. Decisions and signatures point at this.</summary>
    public required string Sha256 { get; set; }

    public required string UploadedBy { get; set; }

    public DateTimeOffset UploadedAt { get; set; }
}

/// <summary>A piece of a version's bytes; pieces are numbered from 0.</summary>
public sealed class DocumentChunk
{
    public Guid VersionId { get; set; }

    public int Index { get; set; }

    public required byte[] Content { get; set; }
}

/// <summary>The number under which a party has registered the case in a register of its own. A case has none, one or several.</summary>
public sealed class ExternalDiaryNumber
{
    public Guid Id { get; set; }

    public Guid SubjectId { get; set; }

    /// <summary>Key of the side or party whose register it is.</summary>
    public required string Party { get; set; }

    public required string Number { get; set; }

    public required string RegisteredBy { get; set; }

    public DateTimeOffset RegisteredAt { get; set; }
}
