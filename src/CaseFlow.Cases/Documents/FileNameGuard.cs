using System.Globalization;
using System.Text;
using CaseFlow.Cases.Language;

namespace CaseFlow.Cases.Documents;

/// <summary>A file name is data that others will click on: only plain names of the allow-list's kinds are taken in, never mended by guessing.</summary>
public static class FileNameGuard
{
    public const int MaxLength = 150;

    private static readonly HashSet<char> Forbidden = ['/', '\\', ':', '*', '?', '"', '<', '>', '|', ';', '%', '\0'];

    /// <summary>The name composed (NFC) and trimmed, or why it is refused: a path, control or direction characters, no known kind, a personal number.</summary>
    public static Outcome<string> Check(string? fileName)
    {
        var name = (fileName ?? "").Normalize(NormalizationForm.FormC).Trim();
        if (name.Length is 0 or > MaxLength || name[0] == '.' || name.Contains("..", StringComparison.Ordinal) || name.Any(IsForbidden))
            return DocumentRefusals.FileName();
        if (FileKind.Of(name) is null)
            return DocumentRefusals.Kind();
        return PersonalNumberGuard.Check(name, "fileName") is { } personal ? personal : Outcome<string>.Accepted(name);
    }

    private static bool IsForbidden(char sign) =>
        Forbidden.Contains(sign) || CharUnicodeInfo.GetUnicodeCategory(sign) is UnicodeCategory.Control or UnicodeCategory.Format
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse;
}
