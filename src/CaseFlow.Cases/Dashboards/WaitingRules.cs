namespace CaseFlow.Cases.Dashboards;

/// <summary>Whose court the ball has been in: the time of cases split by whom they waited for. Pure.</summary>
internal static class WaitingRules
{
    /// <summary>Days for each party, most first. A case that waits for two parties at once counts for both; a party is counted once however many of its steps are open.</summary>
    public static IReadOnlyList<PartyFigure> Compute(IReadOnlyList<FlowCase> cases, ILookup<Guid, FlowTask> tasks, DateTimeOffset now)
    {
        var days = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var one in cases)
        {
            var end = one.ClosedAt ?? now;
            foreach (var of in tasks[one.Id].GroupBy(t => t.Party, StringComparer.Ordinal))
                Add(of.Key, Covered(of, end));
            Add("", (end - one.SubmittedAt).TotalDays - Covered(tasks[one.Id], end));
        }

        var all = days.Values.Sum();
        return [.. days.Where(d => d.Value > 0).OrderByDescending(d => d.Value).ThenBy(d => d.Key, StringComparer.Ordinal)
            .Select(d => new PartyFigure(d.Key, d.Value, (int)Math.Round(100 * d.Value / all, MidpointRounding.AwayFromZero)))];

        void Add(string party, double more) => days[party] = days.GetValueOrDefault(party) + more;
    }

    // Days in which at least one of the steps was open.
    internal static double Covered(IEnumerable<FlowTask> tasks, DateTimeOffset end)
    {
        var (days, until) = (0.0, DateTimeOffset.MinValue);
        foreach (var task in tasks.OrderBy(t => t.OpenedAt))
        {
            var (from, to) = (task.OpenedAt > until ? task.OpenedAt : until, task.EndedAt ?? end);
            if (to <= from)
                continue;
            days += (to - from).TotalDays;
            until = to;
        }

        return days;
    }
}
