using CaseFlow.Cases.Feedback;
using CaseFlow.Web.Language;

namespace CaseFlow.Web.Components.Feedback;

/// <summary>What the address of <em>Spridningsläget</em> says; the page and its CSV read the same.</summary>
/// <param name="Area">Key of an area; null takes all.</param>
/// <param name="Meeting">The meeting where it was taken; null takes all.</param>
/// <param name="Shown">One of <see cref="Choices"/>; null takes all.</param>
internal sealed record SpreadFilter(string? Area, Guid? Meeting, string? Shown)
{
    private const string Late = "sena";
    private const string Open = "vantar";

    public static IReadOnlyList<string> Choices { get; } = [Late, Open];

    public static SpreadFilter Read(IQueryCollection query)
    {
        var (area, shown) = (query["omrade"].ToString(), query["visa"].ToString());
        return new(area.Length > 0 ? area : null, Guid.TryParse(query["mote"], out var meeting) ? meeting : null, Choices.Contains(shown, StringComparer.Ordinal) ? shown : null);
    }

    /// <summary>The lines with the areas that are asked for; a line without any is left out.</summary>
    public IReadOnlyList<SpreadLine> Narrow(IEnumerable<SpreadLine> lines, DateTimeOffset now) =>
    [
        .. lines.Where(l => Meeting is null || l.Meeting?.Id == Meeting)
            .Select(l => l with { Areas = [.. l.Areas.Where(a => Takes(a, now))] })
            .Where(l => l.Areas.Count > 0),
    ];

    private bool Takes(AreaSpread spread, DateTimeOffset now) =>
        (Area is null || spread.Area == Area) && Shown switch
        {
            Late => spread.IsLate(now),
            Open => spread.DoneAt is null,
            _ => true,
        };
}

/// <summary>What areas have done, in words.</summary>
internal static class SpreadWords
{
    private static readonly Texts T = Texts.For("Spread");

    public static string State(AreaSpread spread, DateTimeOffset now) =>
        spread.DoneAt is not null ? T["state.done"] : spread.IsLate(now) ? T["state.late"] : T["state.open"];

    public static string Tone(AreaSpread spread, DateTimeOffset now) =>
        spread.DoneAt is not null ? "done" : spread.IsLate(now) ? "stop" : "waiting";

    public static string Audiences(AreaSpread spread) => string.Join(", ", spread.Audiences.Select(a => T.Find("audience." + a) ?? a));

    /// <summary>"4 av 6 områden klara, 1 försenat."</summary>
    public static string Sum(IReadOnlyCollection<AreaSpread> areas, DateTimeOffset now)
    {
        var (done, late) = (areas.Count(a => a.DoneAt is not null), areas.Count(a => a.IsLate(now)));
        return late > 0 ? T["sum.late", done, areas.Count, late] : T["sum", done, areas.Count];
    }
}
