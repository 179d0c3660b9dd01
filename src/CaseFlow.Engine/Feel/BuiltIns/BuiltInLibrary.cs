namespace CaseFlow.Engine.Feel.BuiltIns;

/// <summary>All built-in functions by name.</summary>
internal static class BuiltInLibrary
{
    private static readonly Dictionary<string, BuiltIn> Functions = Collect();

    /// <summary>The names of more than one word.</summary>
    public static IReadOnlyList<string> CompoundNames { get; } = [.. Functions.Keys.Where(n => n.Contains(' ', StringComparison.Ordinal))];

    public static IReadOnlyCollection<string> Names => Functions.Keys;

    public static BuiltIn? Find(string name) => Functions.GetValueOrDefault(name);

    private static Dictionary<string, BuiltIn> Collect()
    {
        IEnumerable<BuiltIn>[] families =
        [
            StringFunctions.All, PatternFunctions.All, NumberFunctions.All, AggregateFunctions.All, ListFunctions.All,
            ContextFunctions.All, ConversionFunctions.All, TemporalFunctions.All, CalendarFunctions.All, RangeFunctions.All,
        ];
        return families.SelectMany(f => f).ToDictionary(f => f.Name, StringComparer.Ordinal);
    }
}
