using System.Globalization;

namespace CaseFlow.Cases.Organisation;

/// <summary>The values of a rule as the mandate file states them: words, lists of words, and groups of these. What each kind of rule reads stands at <see cref="RuleKinds"/>.</summary>
public sealed class RuleSettings
{
    private readonly Dictionary<string, IReadOnlyList<string>> _values;
    private readonly Dictionary<string, RuleSettings> _groups;

    internal RuleSettings(Dictionary<string, IReadOnlyList<string>> values, Dictionary<string, RuleSettings> groups)
    {
        _values = values;
        _groups = groups;
    }

    public static RuleSettings None { get; } = new([], []);

    /// <summary>The names of all values and groups.</summary>
    public IEnumerable<string> Keys => _values.Keys.Concat(_groups.Keys);

    /// <summary>A value of one word; null when it is not there.</summary>
    public string? Text(string key) => _values.TryGetValue(key, out var values) && values.Count > 0 ? values[0] : null;

    /// <summary>A list of words; empty when it is not there.</summary>
    public IReadOnlyList<string> List(string key) => _values.TryGetValue(key, out var values) ? values : [];

    /// <summary>A whole number; null when it is not there or no number.</summary>
    public int? Number(string key) =>
        int.TryParse(Text(key), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    public bool Flag(string key) => Text(key) == "true";

    /// <summary>A group of values; <see cref="None"/> when it is not there.</summary>
    public RuleSettings Group(string key) => _groups.GetValueOrDefault(key, None);
}
