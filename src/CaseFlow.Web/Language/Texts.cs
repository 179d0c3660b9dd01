using System.Collections.Concurrent;
using System.Globalization;
using System.Resources;

namespace CaseFlow.Web.Language;

/// <summary>The texts of one subject: <c>Resources/&lt;Subject&gt;.resx</c> in Swedish, <c>.en.resx</c> in English.</summary>
/// <remarks>
/// A page holds <c>private static readonly Texts T = Texts.For("Tasks");</c> and writes <c>@T["title"]</c>.
/// The language is that of <see cref="CultureInfo.CurrentUICulture"/>, which the request sets from the language cookie.
/// </remarks>
public sealed class Texts
{
    private static readonly ConcurrentDictionary<string, Texts> Subjects = new(StringComparer.Ordinal);

    private readonly ResourceManager _resources;
    private readonly string _subject;

    private Texts(string subject)
    {
        _subject = subject;
        _resources = new ResourceManager($"CaseFlow.Web.Resources.{subject}", typeof(Texts).Assembly);
    }

    /// <summary>The texts of the subject, shared by all requests.</summary>
    public static Texts For(string subject) => Subjects.GetOrAdd(subject, static s => new Texts(s));

    /// <summary>The text in the request's language.</summary>
    /// <exception cref="MissingManifestResourceException">The key is missing: a bug, found by the resource tests.</exception>
    public string this[string key] => Find(key)
        ?? throw new MissingManifestResourceException($"The text '{key}' is missing in Resources/{_subject}.resx.");

    /// <summary>The text with its numbered gaps filled in, in the request's culture.</summary>
    public string this[string key, params object?[] arguments] =>
        string.Format(CultureInfo.CurrentCulture, this[key], arguments);

    /// <summary>The text for a count: <c>key.one</c> for exactly one, else <c>key.many</c>, with the count as gap 0.</summary>
    public string Count(string key, int count) =>
        string.Format(CultureInfo.CurrentCulture, this[count == 1 ? key + ".one" : key + ".many"], count);

    /// <summary>The text, or null when the subject has none by that key; for keys that come from data.</summary>
    public string? Find(string key) => _resources.GetString(key, CultureInfo.CurrentUICulture);
}
