namespace CaseFlow.Cases.Organisation.Reading;

/// <summary>The keys that exist of each kind, so that a key used twice and a reference to something that does not exist are found where they stand.</summary>
internal sealed class References(YamlFile file)
{
    private readonly Dictionary<string, HashSet<string>> _known = new(StringComparer.Ordinal);

    /// <summary>Takes down the keys of a section before it is read, so that entries may refer to each other.</summary>
    public void Declare(YamlMap root, string section, string kind, string keyName = "key")
    {
        var known = _known[kind] = new(StringComparer.Ordinal);
        foreach (var item in root.Items(section))
        {
            var key = item.OptionalText(keyName) ?? "";
            if (key.Length > 0 && !known.Add(key))
                file.Error(item.LineOf(keyName), "YAML-DUPLICATE", "Duplicate", key);
        }
    }

    public void Declare(string kind, IEnumerable<string> keys) => _known[kind] = keys.ToHashSet(StringComparer.Ordinal);

    public string Required(YamlMap map, string key, string kind)
    {
        var value = map.Text(key);
        Check(map, key, kind, value);
        return value;
    }

    public string? Optional(YamlMap map, string key, string kind)
    {
        var value = map.OptionalText(key);
        if (value is not null)
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
            file.Error(map.LineOf(key), "YAML-REFERENCE", "Reference", key, value);
    }
}
