using System.Globalization;
using CaseFlow.Cases.Dashboards;
using CaseFlow.Cases.Organisation;
using CaseFlow.Web.Language;

namespace CaseFlow.Web.Components.Dashboards;

/// <summary>What the address of <em>Läget</em> says; the page and its CSV read the same.</summary>
/// <param name="Period">One of <see cref="Periods"/>.</param>
/// <param name="From">Key of an area or a side; null takes all.</param>
internal sealed record DashboardScope(string Period, string? From)
{
    private const string ThisYear = "ar";

    public static DashboardScope All { get; } = new("alla", null);

    /// <summary>All cases, this calendar year, or the days before now.</summary>
    public static IReadOnlyList<string> Periods { get; } = ["alla", ThisYear, "365", "90", "30"];

    /// <summary>A value that is not known takes all.</summary>
    public static DashboardScope Read(IQueryCollection query, OrganisationModel? organisation)
    {
        var (period, from) = (query["period"].ToString(), query["fran"].ToString());
        return new(
            Periods.Contains(period, StringComparer.Ordinal) ? period : All.Period,
            organisation?.FindArea(from) is not null || organisation?.FindSide(from) is not null ? from : null);
    }

    public FigureScope At(DateTimeOffset now) => new(
        Period == ThisYear ? StartOfYear(now)
        : int.TryParse(Period, NumberStyles.None, CultureInfo.InvariantCulture, out var days) ? now.AddDays(-days)
        : null,
        From);

    private static DateTimeOffset StartOfYear(DateTimeOffset now)
    {
        var local = SwedishDates.Local(now);
        // The offset of January, not of today.
        var start = new DateTimeOffset(local.Year, 1, 1, 0, 0, 0, TimeSpan.Zero);
        return new DateTimeOffset(local.Year, 1, 1, 0, 0, 0, SwedishDates.Local(start).Offset);
    }
}

/// <summary>Figures in words.</summary>
internal static class FigureWords
{
    private const double ShortestShown = 0.1;
    private static readonly Texts T = Texts.For("Dashboards");

    /// <summary>"3,5 dagar" in the request's culture.</summary>
    public static string Days(double days) => days < ShortestShown ? T["under-a-day"] : T["days", Math.Round(days, 1, MidpointRounding.AwayFromZero)];

    public static string Age(AgeFigure age) => age.ToDays is { } last ? T["age.between", age.FromDays, last] : T["age.over", age.FromDays - 1];

    public static string Origin(string key, IReadOnlyList<(string Key, string Name)> known) =>
        key.Length == 0 ? T["commission"] : known.FirstOrDefault(o => o.Key == key).Name ?? key;
}
