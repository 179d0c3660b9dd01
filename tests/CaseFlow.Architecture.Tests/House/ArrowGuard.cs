namespace CaseFlow.Architecture.Tests.House;

/// <summary>Which project may refer to which: Web → Messaging → Cases → Engine, Web and Messaging → Cases, Cases and Messaging → Contracts, and nothing else.</summary>
internal static class ArrowGuard
{
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["CaseFlow.Engine"] = [],
        ["CaseFlow.Contracts"] = [],
        ["CaseFlow.Cases"] = ["CaseFlow.Engine", "CaseFlow.Contracts"],
        ["CaseFlow.Messaging"] = ["CaseFlow.Cases", "CaseFlow.Contracts"],
        ["CaseFlow.Web"] = ["CaseFlow.Messaging", "CaseFlow.Cases"],
    };

    /// <summary>What the projects of <see cref="Allowed"/> reach through those they may refer to: code may use it, a project file need not say it.</summary>
    private static readonly Dictionary<string, string[]> Reached = new(StringComparer.Ordinal)
    {
        ["CaseFlow.Engine"] = [],
        ["CaseFlow.Contracts"] = [],
        ["CaseFlow.Cases"] = [],
        ["CaseFlow.Messaging"] = ["CaseFlow.Engine"],
        ["CaseFlow.Web"] = ["CaseFlow.Engine", "CaseFlow.Contracts"],
    };

    public static IEnumerable<string> OfProjectFile(string project, IEnumerable<string> references) =>
        Violations(project, references, Allowed);

    public static IEnumerable<string> OfAssembly(string project, IEnumerable<string> references) =>
        Violations(project, references.Except(Reached.GetValueOrDefault(project, []), StringComparer.Ordinal), Allowed);

    private static IEnumerable<string> Violations(string project, IEnumerable<string> references, Dictionary<string, string[]> allowed)
    {
        if (!allowed.TryGetValue(project, out string[]? may))
        {
            yield return $"{project} is not in the drawing of the house (docs/README.md)";
            yield break;
        }

        foreach (string reference in references.Where(name => name.StartsWith("CaseFlow.", StringComparison.Ordinal)).Except(may, StringComparer.Ordinal))
            yield return $"{project} → {reference} is no arrow of the house";
    }
}
