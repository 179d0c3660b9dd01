using System.Globalization;
using CaseFlow.Cases.Dashboards;
using CaseFlow.Cases.Feedback;
using CaseFlow.Web.Language;

namespace CaseFlow.Web.Components.Dashboards;

/// <summary>All that the indicators are told from.</summary>
/// <param name="Baseline">The share of information that the workshop started from, in percent; null when the mandate names none.</param>
/// <param name="Ceiling">The highest share that the mandate wishes.</param>
internal sealed record IndicatorSource(
    FlowSheet Flow, ChartSheet Charts, IReadOnlyList<MeetingFigure> Meetings, IReadOnlyList<AreaSpread> Spreads, int Adrift, int? Baseline, int? Ceiling, OrganisationNames Names, DateTimeOffset Now, string Origin);

/// <summary>The workshop's indicators: how meetings are used, how cases come in, how soon people are told, whom things wait for.</summary>
internal static class Indicators
{
    private static readonly Texts T = Texts.For("Indicators");

    /// <summary>In the order of the page.</summary>
    public static IReadOnlyList<Indicator> All(IndicatorSource source) =>
    [
        Information(source), CompleteAtOnce(source.Flow), Feedback(source.Flow), Spreading(source), Waiting(source), Adrift(source),
        .. FlowIndicators.All(source), .. ChartIndicators.All(source),
    ];

    private static Indicator Information(IndicatorSource source)
    {
        var meetings = source.Meetings;
        var lines = new List<DrawnLine>();
        if (source.Baseline is { } baseline)
            lines.Add(new(T["baseline", baseline], baseline));
        if (source.Ceiling is { } ceiling)
            lines.Add(new(T["ceiling", ceiling], ceiling));
        var years = meetings.CountBy(m => m.Date.Year).Select(y => T["meetings-in-year", y.Key, y.Value]);
        return new(
            "information",
            meetings.Count == 0 ? T["none"] : T["information.says", meetings[^1].Number, meetings[^1].InformationPercent] + " " + string.Join(" ", years),
            [T["column.meeting"], T["column.information"], T["column.items"], T["kind.information"], T["kind.dialog"], T["kind.stallningstagande"]],
            [.. meetings.Reverse().Select(m => new IndicatorRow(
                [m.Number, Percent(m.InformationPercent), Number(m.Items), Minutes(m, "information"), Minutes(m, "dialog"), Minutes(m, "stallningstagande")], "/moten/" + m.Id))],
            new Columns(T["percent-unit"], [T["column.information"]], [.. meetings.TakeLast(24).Select(m => new ColumnGroup(SwedishDates.Machine(m.Date), [m.InformationPercent]))], lines));
    }

    private static Indicator CompleteAtOnce(FlowSheet flow) => new(
        "complete",
        flow.CompleteAtOnce.Percent is { } percent ? T["complete.says", percent, flow.CompleteAtOnce.Part, flow.CompleteAtOnce.All] : T["none"],
        [T["column.rounds"], T["column.cases"]],
        [.. flow.Loops.Select(l => new IndicatorRow([T.Count("rounds", l.Rounds), Number(l.Cases)]))]);

    private static Indicator Feedback(FlowSheet flow) => new(
        "feedback",
        flow.FeedbackDays.Median is { } median ? T["feedback.says", Number(median), Number(flow.FeedbackDays.P85 ?? 0), flow.FeedbackDays.Count] : T["none"],
        [T["column.quarter"], T["column.cases"], T["column.median"], T["column.p85"]],
        [.. flow.Feedback.Select(q => new IndicatorRow([Quarter(q.First), Number(q.Days.Count), Number(q.Days.Median ?? 0), Number(q.Days.P85 ?? 0)]))],
        new Columns(T["days-unit"], [T["column.median"], T["column.p85"]], [.. flow.Feedback.TakeLast(16).Select(q => new ColumnGroup(Quarter(q.First), [q.Days.Median ?? 0, q.Days.P85 ?? 0]))], []));

    private static Indicator Spreading(IndicatorSource source)
    {
        var areas = source.Spreads.GroupBy(s => s.Area, StringComparer.Ordinal).OrderBy(of => of.Key, StringComparer.Ordinal)
            .Select(of => (Area: of.Key, Share: new ShareFigure(of.Count(s => s.DoneAt is not null), of.Count()), Late: of.Count(s => s.IsLate(source.Now)))).ToList();
        var all = new ShareFigure(areas.Sum(a => a.Share.Part), areas.Sum(a => a.Share.All));
        return new(
            "spread",
            all.Percent is { } percent ? T["spread.says", percent, all.Part, all.All, areas.Sum(a => a.Late)] : T["none"],
            [T["column.area"], T["column.done"], T["column.asked"], T["column.share"], T["column.late"]],
            [.. areas.Select(a => new IndicatorRow(
                [source.Names.Area(a.Area), Number(a.Share.Part), Number(a.Share.All), Percent(a.Share.Percent ?? 0), Number(a.Late)], "/spridning?omrade=" + Uri.EscapeDataString(a.Area)))],
            new Columns(T["percent-unit"], [T["column.share"]], [.. areas.Select(a => new ColumnGroup(source.Names.Area(a.Area), [a.Share.Percent ?? 0]))], []));
    }

    private static Indicator Waiting(IndicatorSource source)
    {
        var parties = source.Flow.Waiting;
        return new(
            "waiting",
            parties is [var most, ..] ? T["waiting.says", Party(source, most.Party), most.Percent] : T["none"],
            [T["column.party"], T["column.days"], T["column.share"]],
            [.. parties.Select(p => new IndicatorRow([Party(source, p.Party), Number(Math.Round(p.Days)), Percent(p.Percent)]))],
            new Columns(T["percent-unit"], [T["column.share"]], [.. parties.Take(8).Select(p => new ColumnGroup(Party(source, p.Party), [p.Percent]))], []));
    }

    private static Indicator Adrift(IndicatorSource source) => new(
        "adrift", source.Adrift == 0 ? T["adrift.none"] : T.Count("adrift", source.Adrift), [T["column.cases"]],
        [new([Number(source.Adrift)], "/laget" + source.Origin)]);

    internal static string Number(double number) => Math.Round(number, 1, MidpointRounding.AwayFromZero).ToString("0.#", CultureInfo.CurrentCulture);

    internal static string Percent(int percent) => T["percent", percent];

    private static string Party(IndicatorSource source, string party) => party.Length == 0 ? T["nobody"] : source.Names.Find(party) ?? party;

    private static string Minutes(MeetingFigure meeting, string kind) => Number(meeting.Minutes.GetValueOrDefault(kind));

    private static string Quarter(DateOnly first) => T["quarter", first.Year, ((first.Month - 1) / 3) + 1];
}
