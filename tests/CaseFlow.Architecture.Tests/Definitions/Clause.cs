using YamlDotNet.RepresentationModel;

namespace CaseFlow.Architecture.Tests.Definitions;

/// <summary>A clause of <c>mandat.yaml</c>, as far as the guards need it.</summary>
/// <param name="Refuses">Mandate text in force that stops somebody: strength <c>regel</c>, not <c>advises</c>, and more than guidance.</param>
internal sealed record Clause(string Id, bool Refuses, IReadOnlyList<string> Requirements)
{
    public static IReadOnlyList<Clause> Read(TextFile mandate)
    {
        YamlMappingNode root = Organisation.Documents(mandate).Single();
        HashSet<string> inForce = Sequence(root, "ruleSets").OfType<YamlMappingNode>()
            .Where(set => Scalar(set, "status") == "in-force")
            .Select(set => Scalar(set, "key") ?? "")
            .ToHashSet(StringComparer.Ordinal);
        return [.. Sequence(root, "clauses").OfType<YamlMappingNode>().Select(node => Read(node, inForce))];
    }

    private static Clause Read(YamlMappingNode node, HashSet<string> rulesInForce)
    {
        List<string> sets = [.. Sequence(node, "ruleSets").Select(set => set.ToString())];
        string? kind = node.Children.TryGetValue(new YamlScalarNode("rule"), out YamlNode? rule) && rule is YamlMappingNode parameters ? Scalar(parameters, "kind") : null;
        bool refuses = Scalar(node, "strength") == "regel"
            && Scalar(node, "advises") != "true"
            && kind != "guidance"
            && (sets.Count == 0 || sets.Exists(rulesInForce.Contains));
        return new Clause(Scalar(node, "id") ?? "", refuses, [.. Sequence(node, "requirements").Select(number => number.ToString())]);
    }

    private static string? Scalar(YamlMappingNode node, string key) =>
        node.Children.TryGetValue(new YamlScalarNode(key), out YamlNode? value) && value is YamlScalarNode scalar ? scalar.Value : null;

    private static IEnumerable<YamlNode> Sequence(YamlMappingNode node, string key) =>
        node.Children.TryGetValue(new YamlScalarNode(key), out YamlNode? value) && value is YamlSequenceNode list ? list : [];
}
