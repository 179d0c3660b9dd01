using System.Globalization;
using CaseFlow.Cases.Documents;
using CaseFlow.Web.Components.Shared.Forms;
using CaseFlow.Web.Language;

namespace CaseFlow.Web.Components.Documents;

/// <summary>What a document's facts are called.</summary>
internal static class DocumentWords
{
    private const int ShortHash = 12;
    private static readonly Texts T = Texts.For("Documents");

    /// <summary>The endings that are taken in, as a file field lists them.</summary>
    public static string Accept { get; } = string.Join(',', FileKind.All.Select(k => k.Extension));

    /// <summary>The steps that a person can set; the last one belongs to positions.</summary>
    public static IReadOnlyList<Choice> Maturities =>
    [
        .. Enum.GetValues<DocumentMaturity>().Where(m => m != DocumentMaturity.Adopted)
            .Select(m => new Choice(MaturityCodes.Of(m), MaturityCodes.Name(m).Current, T.Find("maturity-hint." + MaturityCodes.Of(m)))),
    ];

    public static string Tone(DocumentMaturity maturity) => maturity switch
    {
        DocumentMaturity.Adopted => "done",
        DocumentMaturity.Established => "active",
        _ => "neutral",
    };

    /// <summary>Whether the version is a public record by how far it has come.</summary>
    public static string Publicity(DocumentMaturity maturity) =>
        maturity >= DocumentMaturity.Established ? T["publicity.established"] : T["publicity.working"];

    public static string Kind(DocumentVersion version) => Path.GetExtension(version.FileName).TrimStart('.').ToUpperInvariant();

    public static string Size(long bytes) => bytes switch
    {
        < 1024 => string.Create(CultureInfo.CurrentCulture, $"{bytes} B"),
        < 1024 * 1024 => string.Create(CultureInfo.CurrentCulture, $"{Math.Ceiling(bytes / 1024m):0} kB"),
        _ => string.Create(CultureInfo.CurrentCulture, $"{bytes / 1024m / 1024m:0.0} MB"),
    };

    public static string Short(string sha256) => sha256[..ShortHash];

    public static string Download(Guid versionId) => $"/handlingar/versioner/{versionId}";
}
