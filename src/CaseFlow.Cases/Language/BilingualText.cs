using System.Globalization;
using System.Resources;

namespace CaseFlow.Cases.Language;

/// <summary>A text that users see, in Swedish and in English. Both come from resource files.</summary>
public sealed record BilingualText(string Sv, string En)
{
    private static readonly CultureInfo Swedish = CultureInfo.GetCultureInfo("sv-SE");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>The text in the language of the current UI culture; Swedish unless that is English.</summary>
    public string Current =>
        string.Equals(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, "en", StringComparison.Ordinal) ? En : Sv;

    /// <summary>Reads <paramref name="key"/> in both languages and fills in the arguments; a bilingual argument goes in in the language at hand.</summary>
    /// <exception cref="MissingManifestResourceException">The key is missing: a bug, found by the resource test.</exception>
    public static BilingualText From(ResourceManager texts, string key, params object?[] arguments)
    {
        ArgumentNullException.ThrowIfNull(texts);
        return new(
            Read(texts, key, Swedish, [.. arguments.Select(a => a is BilingualText both ? both.Sv : a)]),
            Read(texts, key, English, [.. arguments.Select(a => a is BilingualText both ? both.En : a)]));
    }

    private static string Read(ResourceManager texts, string key, CultureInfo culture, object?[] arguments)
    {
        var text = texts.GetString(key, culture)
            ?? throw new MissingManifestResourceException($"The text '{key}' is missing in {texts.BaseName}.");
        return arguments.Length == 0 ? text : string.Format(culture, text, arguments);
    }
}
