namespace CaseFlow.Cases.Meetings;

/// <summary>What an item on the agenda is.</summary>
public static class ItemKinds
{
    public const string Formalities = "formalia";
    public const string Information = "information";
    public const string Dialogue = "dialog";
    public const string Position = "stallningstagande";

    /// <summary>Written information without presentation: no minutes, no presenter (R119).</summary>
    public const string Written = "skriftlig";
    public const string Pause = "paus";

    public static IReadOnlyList<string> All { get; } = [Formalities, Information, Dialogue, Position, Written, Pause];

    // Of what can be combined, what asks most of the meeting comes first.
    private static readonly string[] Combined = [Position, Dialogue, Information];

    /// <summary>A set of kinds with the foremost first; null when one is unknown or they cannot be combined.</summary>
    /// <param name="kinds">Codes, with spaces between.</param>
    public static IReadOnlyList<string>? Ordered(string kinds)
    {
        ArgumentNullException.ThrowIfNull(kinds);
        var codes = kinds.Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal).ToList();
        return codes switch
        {
            [var only] => All.Contains(only, StringComparer.Ordinal) ? [only] : null,
            [_, _, ..] => codes.TrueForAll(c => Combined.Contains(c, StringComparer.Ordinal)) ? [.. Combined.Where(codes.Contains)] : null,
            [] => null,
        };
    }
}
