using CaseFlow.Cases.Timeline;

namespace CaseFlow.Cases.Dashboards;

/// <summary>How figures are computed. Pure.</summary>
public static class FigureRules
{
    private static readonly int[] LastDaysOfBands = [14, 30, 90, 180];

    /// <summary>The value that the given part of all values do not exceed, by nearest rank: always one of the values.</summary>
    /// <param name="values">At least one, in any order.</param>
    /// <param name="part">Above 0, at most 1.</param>
    public static double Percentile(IReadOnlyCollection<double> values, double part)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (values.Count == 0)
            throw new ArgumentException("A percentile needs at least one value.", nameof(values));
        var rank = (int)Math.Ceiling(part * values.Count);
        return values.Order().ElementAt(Math.Clamp(rank, 1, values.Count) - 1);
    }

    /// <summary>Counts ages, in days, in bands without gaps: each day belongs to one.</summary>
    public static IReadOnlyList<AgeFigure> Ages(IReadOnlyCollection<double> days)
    {
        var bands = new List<AgeFigure>();
        var from = 0;
        foreach (var last in LastDaysOfBands)
        {
            bands.Add(new(from, last, days.Count(d => d < last + 1 && (from == 0 || d >= from))));
            from = last + 1;
        }

        bands.Add(new(from, null, days.Count(d => d >= from)));
        return bands;
    }

    /// <summary>Median and 85th percentile of each status's finished stays, in the order that statuses first come.</summary>
    public static IReadOnlyList<LeadTime> LeadTimes(IEnumerable<StatusPeriod> periods) =>
    [
        .. periods.GroupBy(p => p.StatusKey, StringComparer.Ordinal)
            .Select(of => (of.First().Status, of.Key, Days: of.Select(Days).OfType<double>().ToList()))
            .Where(of => of.Days.Count > 0)
            .Select(of => new LeadTime(of.Key, of.Status, of.Days.Count, Percentile(of.Days, 0.5), Percentile(of.Days, 0.85))),
    ];

    private static double? Days(StatusPeriod period) => period.To is { } to ? (to - period.From).TotalDays : null;
}
