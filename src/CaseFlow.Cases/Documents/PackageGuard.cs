using System.IO.Compression;
using System.Text;
using System.Xml;
using CaseFlow.Cases.Language;

namespace CaseFlow.Cases.Documents;

/// <summary>Office Open XML and OpenDocument files are zip packages: bounded when unpacked, of the kind that they say, without macros, and searched for personal numbers.</summary>
internal static class PackageGuard
{
    private const int MaxEntries = 5_000;
    private const long MaxUnpacked = 300L * 1024 * 1024;
    private const long MaxTextPart = 20L * 1024 * 1024;

    private static readonly XmlReaderSettings Xml = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = MaxTextPart };

    public static Refusal? Check(FileKind kind, byte[] content)
    {
        try
        {
            if (!content.AsSpan().StartsWith("PK\u0003\u0004"u8))
                return DocumentRefusals.NotThatKind(kind.Extension);
            using var zip = new ZipArchive(new MemoryStream(content, writable: false), ZipArchiveMode.Read);
            if (zip.Entries.Count > MaxEntries || zip.Entries.Sum(e => e.Length) > MaxUnpacked)
                return DocumentRefusals.TooLarge();
            if (zip.Entries.Any(e => IsUnsafe(e.FullName)))
                return DocumentRefusals.Macros();
            if (!IsOfKind(kind, zip))
                return DocumentRefusals.NotThatKind(kind.Extension);
            return zip.Entries.Where(e => HasText(kind, e.FullName)).Any(e => PersonalNumberGuard.Contains(TextOf(e)))
                ? DocumentRefusals.PersonalNumber()
                : null;
        }
        catch (Exception fault) when (fault is InvalidDataException or XmlException or IOException or NotSupportedException)
        {
            return DocumentRefusals.NotThatKind(kind.Extension);
        }
    }

    // Macros in both formats, programs that are embedded, and names that would leave the folder when unpacked.
    private static bool IsUnsafe(string name) =>
        name.Contains("vbaProject", StringComparison.OrdinalIgnoreCase)
        || name.Contains("/activeX/", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("Basic/", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("Scripts/", StringComparison.OrdinalIgnoreCase)
        || name.Contains("..", StringComparison.Ordinal)
        || name.StartsWith('/');

    private static bool IsOfKind(FileKind kind, ZipArchive zip)
    {
        if (kind.Structure == FileStructure.OpenDocument)
            return zip.GetEntry("mimetype") is { Length: < 200 } type && Encoding.ASCII.GetString(Bytes(type)) == kind.Marker;
        return zip.GetEntry("[Content_Types].xml") is { } types
            && zip.Entries.Any(e => e.FullName.StartsWith(kind.Marker ?? "", StringComparison.Ordinal))
            && Encoding.UTF8.GetString(Bytes(types)) is var list
            && list.Contains(kind.MediaType, StringComparison.Ordinal)
            && !list.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase);
    }

    private static bool HasText(FileKind kind, string name) => name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)
        && (kind.Structure == FileStructure.OpenDocument
            ? name is "content.xml" or "styles.xml" or "meta.xml"
            : name.StartsWith(kind.Marker ?? "", StringComparison.Ordinal) || name.StartsWith("docProps/", StringComparison.Ordinal));

    // A word processor cuts a number in pieces where its format changes; the pieces of one paragraph or cell are put together again.
    private static string TextOf(ZipArchiveEntry entry)
    {
        if (entry.Length > MaxTextPart)
            throw new InvalidDataException("A part of the package is too large.");
        var text = new StringBuilder();
        using var stream = entry.Open();
        using var reader = XmlReader.Create(stream, Xml);
        while (reader.Read())
        {
            if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace)
                text.Append(reader.Value);
            else if (reader.NodeType == XmlNodeType.EndElement && (reader.LocalName is "p" or "h" or "c" or "v" or "si" or "title" or "subject" or "creator" or "description" or "keywords"))
                text.Append('\n');
        }

        return text.ToString();
    }

    private static byte[] Bytes(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return memory.ToArray();
    }
}
