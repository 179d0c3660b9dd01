using CaseFlow.Engine.Reading;

namespace CaseFlow.Cases.Organisation.Reading;

/// <summary>The mandate that was read, or null with at least one error among the findings.</summary>
public sealed record MandateReadResult(MandateModel? Model, IReadOnlyList<Finding> Findings);

/// <summary>Reads the mandate file of a bundle: governing documents and their clauses.</summary>
/// <remarks>
/// <code>
/// dokument:  { nyckel: { titel, antagen-av, antagen, fran, till, utkast: true|false } }
/// klausuler: { id: { dokument, avsnitt, styrka: regel|praxis|onskemal|harledd, text: { sv, en }, regel: a kind of RuleKinds,
///              varden: { name: text or [texts] }, vakt: [process id], krav: [R43], fran, till } }
/// </code>
/// A clause without dates of its own is in force as long as its document.
/// </remarks>
public static class MandateReader
{
    public static MandateReadResult Read(string path, string text)
    {
        var file = new YamlFile(path);
        if (file.Open(text) is not { } root)
            return new(null, file.Findings);

        var documents = Each(root, "dokument", Document);
        var references = new References(file);
        references.Add("dokument", documents.Select(d => d.Key));
        var clauses = Each(root, "klausuler", map => Clause(map, references));
        root.Close();
        return new(file.HasErrors ? null : new MandateModel(documents, clauses), file.Findings);
    }

    private static List<T> Each<T>(YamlMap root, string key, Func<YamlMap, T> read)
    {
        var all = new List<T>();
        foreach (var entry in root.Entries(key))
        {
            all.Add(read(entry));
            entry.Close();
        }

        if (all.Count == 0)
            root.File.Error(root.Line, "YAML-MISSING", "Missing", key);
        return all;
    }

    private static MandateDocument Document(YamlMap map) =>
        new(map.Name, map.Both("titel"), map.OptionalText("antagen-av"), map.OptionalDate("antagen"), OrganisationReader.Period(map), map.Flag("utkast"));

    private static MandateClause Clause(YamlMap map, References references)
    {
        var strength = map.Text("styrka") switch
        {
            "regel" => ClauseStrength.Rule,
            "praxis" => ClauseStrength.Practice,
            "onskemal" => ClauseStrength.Wish,
            "harledd" => ClauseStrength.Inferred,
            var other => Unknown(map, other),
        };
        var kind = map.OptionalText("regel");
        if (kind is not null && !RuleKinds.All.Contains(kind))
            map.File.Error(map.LineOf("regel"), "MANDATE-RULE-KIND", "RuleKind", map.Name, kind);
        return new(
            map.Name,
            references.Required(map, "dokument", "dokument"),
            map.Text("avsnitt"),
            strength,
            map.Both("text"),
            kind,
            Settings(map.Map("varden")),
            map.Texts("vakt"),
            map.Texts("krav"),
            OrganisationReader.Period(map));
    }

    private static Dictionary<string, IReadOnlyList<string>> Settings(YamlMap? map) =>
        map is null ? [] : map.Keys.ToDictionary(key => key, map.Texts, StringComparer.Ordinal);

    private static ClauseStrength Unknown(YamlMap map, string value)
    {
        map.File.Error(map.LineOf("styrka"), "MANDATE-STRENGTH", "Strength", map.Name, value);
        return ClauseStrength.Rule;
    }
}
