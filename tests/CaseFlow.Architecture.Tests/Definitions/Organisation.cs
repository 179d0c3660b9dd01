using YamlDotNet.RepresentationModel;

namespace CaseFlow.Architecture.Tests.Definitions;

/// <summary>What the guards need of <c>workflows/organisation</c>, read without the product's own reader so that the two cannot be wrong together.</summary>
internal static class Organisation
{
    private static readonly string[] Sections = ["bodies", "sides", "areas"];
    private static readonly string[] NameFields = ["key", "name", "short", "longName", "inSentence"];

    /// <summary>Names and keys of every entry in the sections <c>bodies</c>, <c>sides</c> and <c>areas</c>, lists or mappings by key.</summary>
    public static IReadOnlyCollection<string> NamesOfBodiesSidesAndAreas(IEnumerable<TextFile> files)
    {
        HashSet<string> names = new(StringComparer.Ordinal);
        foreach (YamlMappingNode root in files.SelectMany(Documents))
        {
            foreach (string section in Sections)
            {
                if (!root.Children.TryGetValue(new YamlScalarNode(section), out YamlNode? entries)) continue;
                if (entries is YamlSequenceNode list)
                {
                    foreach (YamlNode entry in list) AddNames(entry, names);
                }
                else if (entries is YamlMappingNode mapping)
                {
                    foreach ((YamlNode key, YamlNode entry) in mapping.Children)
                    {
                        names.Add(key.ToString());
                        AddNames(entry, names);
                    }
                }
            }
        }

        return names;
    }

    public static IEnumerable<YamlMappingNode> Documents(TextFile file)
    {
        YamlStream stream = [];
        stream.Load(new StringReader(file.Text));
        return stream.Documents.Select(document => document.RootNode).OfType<YamlMappingNode>();
    }

    private static void AddNames(YamlNode entry, HashSet<string> names)
    {
        if (entry is YamlScalarNode { Value: { } value })
        {
            names.Add(value);
            return;
        }

        if (entry is not YamlMappingNode mapping) return;
        foreach (string field in NameFields)
        {
            if (!mapping.Children.TryGetValue(new YamlScalarNode(field), out YamlNode? node)) continue;
            // A bilingual name: the English one may be everyday words, which code is free to use.
            if (node is YamlMappingNode bilingual && bilingual.Children.TryGetValue(new YamlScalarNode("sv"), out YamlNode? swedish)) node = swedish;
            if (node is YamlScalarNode { Value: { } text }) names.Add(text);
        }
    }
}
