namespace CaseFlow.Cases.Tests.Dashboards;

/// <summary>The charts, counted case by case.</summary>
internal sealed partial class CountedByHand
{
    public (int Submitted, int Passed, int Closed) Until(DateOnly last)
    {
        var (submitted, passed, closed) = (0, 0, 0);
        _decidedOn ??= _items.Where(i => i.Conclusion == "tagen").GroupBy(i => i.CaseId!.Value).ToDictionary(of => of.Key, of => Day(of.Min(i => i.ClosedAt!.Value)));
        foreach (var one in _cases)
        {
            var isClosed = one.ClosedAt is { } at && Day(at) <= last;
            submitted += Day(one.SubmittedAt) <= last ? 1 : 0;
            passed += isClosed || (_decidedOn.TryGetValue(one.Id, out var on) && on <= last) ? 1 : 0;
            closed += isClosed ? 1 : 0;
        }

        return (submitted, passed, closed);
    }

    public int DecidedInWeek(DateOnly monday) => Decided().Count(p => p.On >= monday && p.On < monday.AddDays(7));

    public int Undecided() => _cases.Count(c => c.ClosedAt is null && !_items.Exists(i => i.CaseId == c.Id && i.Conclusion == "tagen"));

    /// <summary>Of each concluded case in order, the median of the twenty up to it.</summary>
    public List<double> RollingMedians()
    {
        var days = Decided().OrderBy(p => p.On).ThenBy(p => p.Number, StringComparer.Ordinal).Select(p => p.Days).ToList();
        var medians = new List<double>();
        for (var i = 0; i < days.Count; i++)
            medians.Add(Least(days.GetRange(Math.Max(0, i - 19), i - Math.Max(0, i - 19) + 1), 50)!.Value);
        return medians;
    }

    /// <summary>Of each closed case, how many of 100 of its hours somebody had a step open.</summary>
    public List<double> Efficiencies()
    {
        var parts = new List<double>();
        foreach (var one in _cases.Where(c => c.ClosedAt is not null))
        {
            var somebody = new bool[(int)(one.ClosedAt!.Value - one.SubmittedAt).TotalHours];
            foreach (var step in _steps[one.Id])
            {
                for (var hour = (int)(step.Opened - one.SubmittedAt).TotalHours; hour < Math.Min(somebody.Length, (int)((step.Done ?? _now) - one.SubmittedAt).TotalHours); hour++)
                    somebody[hour] = true;
            }

            parts.Add(100.0 * somebody.Count(s => s) / somebody.Length);
        }

        return parts;
    }
}
