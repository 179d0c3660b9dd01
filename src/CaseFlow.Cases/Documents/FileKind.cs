namespace CaseFlow.Cases.Documents;

/// <summary>How the bytes of a kind of file are recognised.</summary>
public enum FileStructure
{
    /// <summary>Begins with <see cref="FileKind.Magic"/>.</summary>
    Magic,

    /// <summary>UTF-8 text without control characters.</summary>
    Text,

    /// <summary>An Office Open XML package whose main part lies in <see cref="FileKind.Marker"/>, without macros.</summary>
    OfficeOpenXml,

    /// <summary>An OpenDocument package whose mimetype entry is <see cref="FileKind.Marker"/>, without macros.</summary>
    OpenDocument,
}

/// <summary>A kind of file that is taken in. What is not listed is refused.</summary>
/// <param name="Extension">With its point, in lower case.</param>
/// <param name="MediaType">What it is served as, whatever the browser said.</param>
public sealed record FileKind(string Extension, string MediaType, FileStructure Structure, byte[]? Magic = null, string? Marker = null)
{
    private const string Ooxml = "application/vnd.openxmlformats-officedocument.";
    private const string Odf = "application/vnd.oasis.opendocument.";

    /// <summary>The allow-list: documents, presentations, tables, pictures and plain text. No HTML, no SVG, no archive, nothing with macros.</summary>
    public static IReadOnlyList<FileKind> All { get; } =
    [
        new(".pdf", "application/pdf", FileStructure.Magic, "%PDF-"u8.ToArray()),
        new(".docx", Ooxml + "wordprocessingml.document", FileStructure.OfficeOpenXml, Marker: "word/"),
        new(".pptx", Ooxml + "presentationml.presentation", FileStructure.OfficeOpenXml, Marker: "ppt/"),
        new(".xlsx", Ooxml + "spreadsheetml.sheet", FileStructure.OfficeOpenXml, Marker: "xl/"),
        new(".odt", Odf + "text", FileStructure.OpenDocument, Marker: Odf + "text"),
        new(".odp", Odf + "presentation", FileStructure.OpenDocument, Marker: Odf + "presentation"),
        new(".ods", Odf + "spreadsheet", FileStructure.OpenDocument, Marker: Odf + "spreadsheet"),
        new(".png", "image/png", FileStructure.Magic, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
        new(".jpg", "image/jpeg", FileStructure.Magic, [0xFF, 0xD8, 0xFF]),
        new(".jpeg", "image/jpeg", FileStructure.Magic, [0xFF, 0xD8, 0xFF]),
        new(".txt", "text/plain; charset=utf-8", FileStructure.Text),
        new(".csv", "text/csv; charset=utf-8", FileStructure.Text),
    ];

    /// <summary>The kind that a file name's extension names, or null.</summary>
    public static FileKind? Of(string fileName)
    {
        var extension = Path.GetExtension(fileName).ToLowerInvariant();
        return All.FirstOrDefault(k => k.Extension == extension);
    }
}
