using CaseFlow.Engine.Reading;

namespace CaseFlow.Cases.Organisation.Reading;

/// <summary>The mandate that was read, or null with at least one error among the findings.</summary>
public sealed record MandateReadResult(MandateModel? Model, IReadOnlyList<Finding> Findings);

/// <summary>Reads the mandate file of a bundle, whose sections are described in <c>workflows/organisation/README.md</c>.</summary>
public static class MandateReader
{
    private static readonly Dictionary<string, ClauseStrength> Strengths = new(StringComparer.Ordinal)
    {
        ["regel"] = ClauseStrength.Rule,
        ["praxis"] = ClauseStrength.Practice,
        ["onskemal"] = ClauseStrength.Wish,
        ["harledd"] = ClauseStrength.Inferred,
    };

    private static readonly Dictionary<string, DocumentStatus> Statuses = new(StringComparer.Ordinal)
    {
        ["in-force"] = DocumentStatus.InForce,
        ["draft"] = DocumentStatus.Draft,
        ["information"] = DocumentStatus.Information,
        ["advice"] = DocumentStatus.Advice,
    };

    private static readonly Dictionary<string, DeadlineUnit> Units = new(StringComparer.Ordinal)
    {
        ["working-days"] = DeadlineUnit.WorkingDays,
        ["days"] = DeadlineUnit.Days,
        ["months"] = DeadlineUnit.Months,
    };

    public static MandateReadResult Read(string path, string text)
    {
        var file = new YamlFile(path);
        if (file.Open(text) is not { } root)
            return new(null, file.Findings);

        var references = new References(file);
        references.Declare(root, "documents", "document");
        references.Declare(root, "ruleSets", "ruleSet");
        references.Declare(root, "clauses", "clause", "id");
        references.Declare(root, "deadlines", "deadline");
        references.Declare(root, "thresholds", "threshold");
        foreach (var section in new[] { "documents", "ruleSets", "clauses" })
        {
            if (!root.Has(section))
                file.Error(root.Line, "YAML-MISSING", "Missing", section);
        }

        var documents = OrganisationReader.Each(root, "documents", map => Document(map, references));
        var ruleSets = OrganisationReader.Each(root, "ruleSets", map => RuleSet(map, references));
        var clauses = OrganisationReader.Each(root, "clauses", map => Clause(map, references));
        var deadlines = OrganisationReader.Each(root, "deadlines", map => Deadline(map, references));
        var thresholds = OrganisationReader.Each(root, "thresholds", map => Threshold(map, references));
        var disagreement = Disagreement(root.Map("disagreement"), references);
        root.Close();
        return new(file.HasErrors ? null : new MandateModel(documents, ruleSets, clauses, deadlines, thresholds, disagreement), file.Findings);
    }

    private static MandateDocument Document(YamlMap map, References references) => new(
        map.Text("key"), map.Both("title"), map.OptionalText("version"), map.OptionalText("adoptedBy"), map.OptionalDate("adoptedOn"),
        map.OptionalDate("effectiveFrom"), map.Word("status", Statuses), map.Texts("signedBy"),
        references.Optional(map, "supersedes", "document"), map.OptionalBoth("note"));

    private static RuleSet RuleSet(YamlMap map, References references)
    {
        var status = map.Word("status", Statuses);
        if (status is not (DocumentStatus.InForce or DocumentStatus.Draft))
            map.File.Error(map.LineOf("status"), "MANDATE-RULE-SET", "RuleSet");
        return new(map.Text("key"), references.Required(map, "document", "document"), OrganisationReader.Period(map),
            status == DocumentStatus.Draft, references.Optional(map, "basedOn", "ruleSet"));
    }

    private static MandateClause Clause(YamlMap map, References references)
    {
        var id = map.Text("id");
        var advises = map.Flag("advises");
        var because = map.OptionalBoth("because");
        if (advises && because is null)
            map.File.Error(map.LineOf("advises"), "MANDATE-BECAUSE", "Because", id);
        var (kind, settings) = Rule(map, id);
        return new(
            id,
            references.Required(map, "document", "document"),
            map.Text("section"),
            new(map.Text("sv"), map.Text("en")),
            map.Word("strength", Strengths),
            advises,
            because,
            kind,
            settings,
            map.Texts("guards"),
            map.Texts("requirements"),
            references.List(map, "ruleSets", "ruleSet"),
            references.Optional(map, "replaces", "clause"));
    }

    private static (string Kind, RuleSettings Settings) Rule(YamlMap clause, string id)
    {
        if (clause.Map("rule") is not { } rule)
        {
            clause.File.Error(clause.Line, "YAML-MISSING", "Missing", "rule");
            return ("", RuleSettings.None);
        }

        var kind = rule.Text("kind");
        if (kind.Length > 0 && !RuleKinds.All.Contains(kind))
            rule.File.Error(rule.LineOf("kind"), "MANDATE-RULE-KIND", "RuleKind", id, kind);
        return (kind, Settings(rule, except: "kind"));
    }

    private static RuleSettings Settings(YamlMap map, string? except = null)
    {
        var values = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        var groups = new Dictionary<string, RuleSettings>(StringComparer.Ordinal);
        foreach (var key in map.Keys.Where(k => k != except))
        {
            if (map.IsMap(key) && map.Map(key) is { } group)
                groups[key] = Settings(group);
            else
                values[key] = map.Texts(key);
        }

        return new(values, groups);
    }

    private static Deadline Deadline(YamlMap map, References references) => new(
        map.Text("key"), map.Number("value"), map.Word("unit", Units), map.Word("strength", Strengths),
        references.Optional(map, "clause", "clause"), new(map.Text("sv"), map.Text("en")));

    private static Threshold Threshold(YamlMap map, References references) => new(
        map.Text("key"), map.Number("value"), map.Text("unit"), map.Word("strength", Strengths),
        references.Optional(map, "clause", "clause"), new(map.Text("sv"), map.Text("en")));

    private static DisagreementRule? Disagreement(YamlMap? map, References references)
    {
        if (map is null)
            return null;
        var rule = new DisagreementRule(
            references.Optional(map, "clause", "clause"),
            OrganisationReader.Each(map, "settledBy", item => new DisagreementSettler(item.Text("role"), item.OptionalText("side"), item.Both("title"))),
            map.Flag("toConfirm"));
        map.Close();
        return rule;
    }
}
