namespace CaseFlow.Engine.Decisions.Logic;

/// <summary>How a table makes one outcome of the rules that match (DMN 1.5, section 8.2.10).</summary>
internal enum HitPolicy
{
    Unique,
    First,
    Any,
    Priority,
    RuleOrder,
    OutputOrder,
    Collect,
    CollectSum,
    CollectCount,
    CollectMin,
    CollectMax,
}

/// <summary>Reads hit policies from their names in DMN.</summary>
internal static class HitPolicies
{
    /// <summary>The policy, or null when the names are none of DMN's.</summary>
    public static HitPolicy? Parse(string? policy, string? aggregation) => (policy ?? "UNIQUE", aggregation) switch
    {
        ("UNIQUE", _) => HitPolicy.Unique,
        ("FIRST", _) => HitPolicy.First,
        ("ANY", _) => HitPolicy.Any,
        ("PRIORITY", _) => HitPolicy.Priority,
        ("RULE ORDER", _) => HitPolicy.RuleOrder,
        ("OUTPUT ORDER", _) => HitPolicy.OutputOrder,
        ("COLLECT", null or "") => HitPolicy.Collect,
        ("COLLECT", "SUM") => HitPolicy.CollectSum,
        ("COLLECT", "COUNT") => HitPolicy.CollectCount,
        ("COLLECT", "MIN") => HitPolicy.CollectMin,
        ("COLLECT", "MAX") => HitPolicy.CollectMax,
        _ => null,
    };
}
