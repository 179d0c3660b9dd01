using System.Globalization;
using CaseFlow.Cases.Language;
using YamlDotNet.RepresentationModel;

namespace CaseFlow.Cases.Organisation.Reading;

/// <summary>
/// A mapping of the file with typed reading of its keys. Every wrong or missing value becomes a finding with its line,
/// and <see cref="Close"/> reports the keys that nobody asked for, so that a misspelt key is never silently skipped.
/// </summary>
internal sealed class YamlMap(YamlFile file, YamlMappingNode node, string name)
{
    private readonly HashSet<string> _read = new(StringComparer.Ordinal);

    public YamlFile File => file;

    /// <summary>The key that this mapping stands under, or "".</summary>
    public string Name => name;

    public int Line => (int)node.Start.Line;

    /// <summary>The keys that stand in the file, for mappings whose keys are data.</summary>
    public IReadOnlyList<string> Keys => [.. node.Children.Keys.OfType<YamlScalarNode>().Select(k => k.Value ?? "")];

    public int LineOf(string key) => Find(key) is { } value ? (int)value.Start.Line : Line;

    public bool Has(string key) => Find(key) is not null;

    public bool IsList(string key) => Find(key) is YamlSequenceNode;

    public bool IsMap(string key) => Find(key) is YamlMappingNode;

    /// <summary>The text, or "" with a finding when it is missing.</summary>
    public string Text(string key) => OptionalText(key) ?? Missing(key, "");

    public string? OptionalText(string key)
    {
        switch (Read(key))
        {
            case null:
                return null;
            case YamlScalarNode { Value: { Length: > 0 } text }:
                return text.Normalize();
            case var other:
                file.Error((int)other.Start.Line, "YAML-NOT-TEXT", "NotText", key);
                return "";
        }
    }

    /// <summary>A text in both languages: a mapping with <c>sv</c> and <c>en</c>, or one text that is the same in both (a name).</summary>
    public BilingualText Both(string key) => OptionalBoth(key) ?? Missing(key, new BilingualText("", ""));

    public BilingualText? OptionalBoth(string key)
    {
        if (Find(key) is not YamlMappingNode)
            return OptionalText(key) is { } same ? new(same, same) : null;
        var map = Map(key)!; // the node is a mapping, checked above
        var both = new BilingualText(map.Text("sv"), map.Text("en"));
        map.Close();
        return both;
    }

    public DateOnly Date(string key) => OptionalDate(key) ?? Missing(key, DateOnly.MinValue);

    public DateOnly? OptionalDate(string key)
    {
        if (OptionalText(key) is not { } text)
            return null;
        if (YamlFile.TryDate(text, out var date))
            return date;
        file.Error(LineOf(key), "YAML-NOT-DATE", "NotDate", key, text);
        return DateOnly.MinValue;
    }

    public int? OptionalNumber(string key)
    {
        if (OptionalText(key) is not { } text)
            return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return number;
        file.Error(LineOf(key), "YAML-NOT-NUMBER", "NotNumber", key, text);
        return 0;
    }

    public int Number(string key) => OptionalNumber(key) ?? Missing(key, 0);

    public bool Flag(string key, bool otherwise = false)
    {
        switch (OptionalText(key))
        {
            case null:
                return otherwise;
            case "true" or "ja":
                return true;
            case "false" or "nej":
                return false;
            case var text:
                file.Error(LineOf(key), "YAML-NOT-FLAG", "NotFlag", key, text);
                return otherwise;
        }
    }

    /// <summary>A list of texts; one text alone counts as a list of one; a missing key is an empty list.</summary>
    public IReadOnlyList<string> Texts(string key)
    {
        if (Find(key) is not YamlSequenceNode list)
            return OptionalText(key) is { } single ? [single] : [];
        _read.Add(key);
        var texts = new List<string>();
        foreach (var child in list.Children)
        {
            if (child is YamlScalarNode { Value: { Length: > 0 } text })
                texts.Add(text.Normalize());
            else
                file.Error((int)child.Start.Line, "YAML-NOT-TEXT", "NotText", key);
        }

        return texts;
    }

    public YamlMap? Map(string key)
    {
        switch (Read(key))
        {
            case null:
                return null;
            case YamlMappingNode map:
                return new YamlMap(file, map, key);
            case var other:
                file.Error((int)other.Start.Line, "YAML-NOT-MAPPING", "NotMapping", key);
                return null;
        }
    }

    /// <summary>The mappings of a list; a missing key is an empty list.</summary>
    public IReadOnlyList<YamlMap> Items(string key)
    {
        if (Read(key) is not { } value)
            return [];
        if (value is not YamlSequenceNode list)
        {
            file.Error((int)value.Start.Line, "YAML-NOT-LIST", "NotList", key);
            return [];
        }

        var items = new List<YamlMap>();
        foreach (var child in list.Children)
        {
            if (child is YamlMappingNode map)
                items.Add(new YamlMap(file, map, key));
            else
                file.Error((int)child.Start.Line, "YAML-NOT-MAPPING", "NotMapping", key);
        }

        return items;
    }

    /// <summary>The mappings and single words of a list, in order: one of the two is null.</summary>
    public IReadOnlyList<(string? Word, YamlMap? Map)> WordsAndItems(string key) =>
        Read(key) is YamlSequenceNode list
            ? [.. list.Children.Select(child => ((child as YamlScalarNode)?.Value, child is YamlMappingNode map ? new YamlMap(file, map, key) : null))]
            : [];

    /// <summary>Reports every key that was never read.</summary>
    public void Close()
    {
        foreach (var (key, _) in node.Children)
        {
            if (key is not YamlScalarNode { Value: { } text } || !_read.Contains(text))
                file.Error((int)key.Start.Line, "YAML-UNKNOWN-KEY", "UnknownKey", key.ToString());
        }
    }

    /// <summary>The words that <paramref name="key"/> may have, each with its meaning; another word is a fault.</summary>
    public T Word<T>(string key, IReadOnlyDictionary<string, T> meanings)
        where T : struct
    {
        var word = Text(key);
        if (word.Length == 0 || meanings.TryGetValue(word, out var meaning))
            return meanings.GetValueOrDefault(word);
        file.Error(LineOf(key), "YAML-NOT-WORD", "NotWord", key, word, string.Join(", ", meanings.Keys));
        return default;
    }

    private T Missing<T>(string key, T value)
    {
        file.Error(Line, "YAML-MISSING", "Missing", key);
        return value;
    }

    private YamlNode? Read(string key)
    {
        _read.Add(key);
        return Find(key);
    }

    private YamlNode? Find(string key) =>
        node.Children.TryGetValue(new YamlScalarNode(key), out var value) && value is not YamlScalarNode { Value: null or "" or "~" or "null" } ? value : null;
}
