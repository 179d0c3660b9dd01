using CaseFlow.Cases.Feedback;
using CaseFlow.Cases.Meetings;
using CaseFlow.Cases.Sorting;
using CaseFlow.Cases.Storage;
using CaseFlow.Cases.Timeline;
using CaseFlow.Engine.Calendar;
using CaseFlow.Engine.Execution;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Tests.Dashboards;

/// <summary>The indicators counted the long way: from the recorded facts, hour by hour and value by value, with no code of the product's figures.</summary>
internal sealed partial class CountedByHand
{
    private readonly List<CaseRow> _cases;
    private readonly Dictionary<Guid, CaseRow> _byId;
    private readonly Dictionary<Guid, List<Step>> _steps;
    private readonly List<AgendaItem> _items;
    private readonly Dictionary<Guid, DateTimeOffset> _firstTold = [];
    private readonly List<SortingDecision> _decisions;
    private readonly DateTimeOffset _now;
    private readonly Dictionary<DateOnly, bool> _workingDays = [];
    private List<(string? Number, double Days, int Working, DateOnly On)>? _decided;
    private List<(DateOnly Submitted, DateOnly? Closed)>? _days;
    private Dictionary<Guid, DateOnly>? _decidedOn;

    private CountedByHand(List<CaseRow> cases, Dictionary<Guid, List<Step>> steps, List<AgendaItem> items, List<FeedbackLetter> letters, List<SortingDecision> decisions, DateTimeOffset now)
    {
        (_cases, _steps, _items, _decisions, _now) = (cases, steps, items, decisions, now);
        _byId = cases.ToDictionary(c => c.Id);
        foreach (var letter in letters)
        {
            if (letter.Occasion != "mottaget" && (!_firstTold.TryGetValue(letter.CaseId, out var earlier) || letter.SentAt < earlier))
                _firstTold[letter.CaseId] = letter.SentAt;
        }
    }

    public List<Guid> Sorted => [.. _decisions.Select(d => d.CaseId).Distinct()];

    public static async Task<CountedByHand> Read(CaseFlowDb db, DateTimeOffset now)
    {
        var cases = await db.Cases.AsNoTracking().ToListAsync();
        var steps = cases.ToDictionary(c => c.Id, _ => new List<Step>());
        foreach (var row in await db.Facts.AsNoTracking().OrderBy(f => f.InstanceId).ThenBy(f => f.Sequence).ToListAsync())
        {
            switch (FactJson.Read(row.Name, row.FactVersion, row.Json))
            {
                case UserTaskOpened opened:
                    steps[row.InstanceId].Add(new(opened.Key, opened.Assignment.CommandName!, PartyOf(opened), row.At));
                    break;
                case UserTaskDone done:
                    steps[row.InstanceId].Single(s => s.Key == done.Key).Done = row.At;
                    break;
            }
        }

        return new(
            cases, steps, await db.Set<AgendaItem>().AsNoTracking().ToListAsync(), await db.Set<FeedbackLetter>().AsNoTracking().ToListAsync(),
            await db.Set<SortingDecision>().AsNoTracking().ToListAsync(), now);
    }

    /// <summary>The least of the values that so many of 100 do not exceed; null without values.</summary>
    public static double? Least(IReadOnlyList<double> values, int ofHundred)
    {
        var sorted = values.Order().ToList();
        for (var i = 0; i < sorted.Count; i++)
        {
            if ((i + 1) * 100 >= ofHundred * sorted.Count)
                return sorted[i];
        }

        return null;
    }

    public int CasesOf(string area) => _cases.Count(c => c.OriginArea == area);

    public List<double> FeedbackDays(Func<DateOnly, bool> takes)
    {
        var days = new List<double>();
        foreach (var one in _cases.Where(c => takes(Day(c.SubmittedAt))))
        {
            if (_firstTold.TryGetValue(one.Id, out var told))
                days.Add((told - one.SubmittedAt).TotalHours / 24);
        }

        return days;
    }

    public List<(string? Number, double Days, int Working, DateOnly On)> Decided()
    {
        if (_decided is not null)
            return _decided;
        var points = new List<(string?, double, int, DateOnly)>();
        foreach (var item in _items.Where(i => i.Conclusion == "tagen").GroupBy(i => i.CaseId).Select(of => of.MinBy(i => i.ClosedAt)!))
        {
            var one = _byId[item.CaseId!.Value];
            var (working, last) = (0, Day(item.ClosedAt!.Value));
            for (var day = Day(one.SubmittedAt).AddDays(1); day <= last; day = day.AddDays(1))
                working += IsWorkingDay(day) ? 1 : 0;
            points.Add((one.Number, (item.ClosedAt.Value - one.SubmittedAt).TotalHours / 24, working, Day(item.ClosedAt.Value)));
        }

        return _decided = points;
    }

    /// <summary>Each hour of each case belongs to those who had an open step in it, or to nobody.</summary>
    public Dictionary<string, int> HoursByParty()
    {
        var hours = new Dictionary<string, int>();
        foreach (var one in _cases)
        {
            var steps = _steps[one.Id];
            var all = Hours(one.ClosedAt ?? _now);
            var somebody = new bool[all];
            foreach (var party in steps.GroupBy(s => s.Party))
            {
                var marked = new bool[all];
                foreach (var step in party)
                {
                    for (var hour = Hours(step.Opened); hour < Math.Min(all, Hours(step.Done ?? _now)); hour++)
                        marked[hour] = somebody[hour] = true;
                }

                hours[party.Key] = hours.GetValueOrDefault(party.Key) + marked.Count(m => m);
            }

            hours[""] = hours.GetValueOrDefault("") + somebody.Count(s => !s);

            int Hours(DateTimeOffset moment) => (int)(moment - one.SubmittedAt).TotalHours;
        }

        return hours;
    }

    public (int Submitted, int Decided, int Closed, int Open) Month(DateOnly first)
    {
        var next = first.AddMonths(1);
        _days ??= [.. _cases.Select(c => (Day(c.SubmittedAt), c.ClosedAt is { } closed ? Day(closed) : (DateOnly?)null))];
        return (
            _days.Count(d => d.Submitted >= first && d.Submitted < next), Decided().Count(p => p.On >= first && p.On < next), _days.Count(d => d.Closed >= first && d.Closed < next),
            _days.Count(d => d.Submitted < next && !(d.Closed < next)));
    }

    public List<double> Ages(string status) => [.. _cases.Where(c => c.ClosedAt is null && c.StatusKey == status).Select(c => (_now - c.SubmittedAt).TotalHours / 24)];

    public Dictionary<Guid, int> Rounds() => _steps.ToDictionary(s => s.Key, s => s.Value.Count(t => t.Command == "AnswerCompletion"));

    public List<double> CompletionDays() => [.. _steps.Values.SelectMany(s => s).Where(s => s.Command == "AnswerCompletion" && s.Done is not null).Select(s => (s.Done!.Value - s.Opened).TotalHours / 24)];

    public (List<double> Gaps, int Differed, int Answered) Sorting()
    {
        var (gaps, differed, answered) = (new List<double>(), 0, 0);
        foreach (var steps in _steps.Values)
        {
            var done = steps.FindAll(s => s.Command == "DecideSorting" && s.Done is not null);
            if (done.Count != 2)
                continue;
            gaps.Add(Math.Abs((done[0].Done!.Value - done[1].Done!.Value).TotalHours) / 24);
            answered++;
            if (steps.Exists(s => s.Command == "ResolveDisagreement"))
                differed++;
        }

        return (gaps, differed, answered);
    }

    public IEnumerable<(string, int)> Outcomes() => _decisions.GroupBy(d => d.Outcome).Select(of => (of.Key, of.Count()));

    public IEnumerable<(string, int)> Conclusions() => _items.GroupBy(i => i.Conclusion!).Select(of => (of.Key, of.Count()));

    // Each day is still counted one by one; the calendar is asked once for each.
    private bool IsWorkingDay(DateOnly day)
    {
        if (!_workingDays.TryGetValue(day, out var works))
            _workingDays[day] = works = WorkingDays.IsWorkingDay(day);
        return works;
    }

    private static string PartyOf(UserTaskOpened opened)
    {
        var sides = opened.Assignment.Candidates.Select(c => c.Side).Distinct().ToList();
        return sides is [{ } side] ? side : GeneratedCases.Lanes[opened.ElementId];
    }

    private static DateOnly Day(DateTimeOffset moment) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeBySystemTimeZoneId(moment, "Europe/Stockholm").DateTime);

    private sealed record Step(long Key, string Command, string Party, DateTimeOffset Opened)
    {
        public DateTimeOffset? Done { get; set; }
    }
}
