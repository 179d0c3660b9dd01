namespace CaseFlow.Cases.Organisation.Reading;

/// <summary>The keys that exist of each kind, so that a reference to something that does not is found where it stands.</summary>
internal sealed class References(YamlFile file)
{
    private readonly Dictionary<string, HashSet<string>> _known = new(StringComparer.Ordinal);

    public void Add(string kind, IEnumerable<string> keys) => _known[kind] = keys.ToHashSet(StringComparer.Ordinal);

    public string Required(YamlMap map, string key, string kind)
    {
        var value = map.Text(key);
        Check(map, key, kind, value);
        return value;
    }

    public string? Optional(YamlMap map, string key, string kind, string? always = null)
    {
        var value = map.OptionalText(key);
        if (value is not null && value != always)
            Check(map, key, kind, value);
        return value;
    }

    public IReadOnlyList<string> List(YamlMap map, string key, string kind)
    {
        var values = map.Texts(key);
        foreach (var value in values)
            Check(map, key, kind, value);
        return values;
    }

    public void Check(YamlMap map, string key, string kind, string value)
    {
        if (value.Length > 0 && !_known[kind].Contains(value))
            file.Error(map.LineOf(key), "ORG-REFERENCE", "Reference", key, value);
    }
}
