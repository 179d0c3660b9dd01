using CaseFlow.Cases.Dashboards;
using CaseFlow.Web.Api.OpenApi;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CaseFlow.Web.Api.Dashboards;

/// <summary>The figures of <em>Läget</em>.</summary>
internal static class FigureEndpoints
{
    public static void MapFigures(this IEndpointRouteBuilder api) =>
        api.MapGet("/figures", Read).WithTags("Figures").Says("GetFigures", "figures", "Läget i siffror · Figures",
            "Räknas ur ärendena när de efterfrågas. since: inlämnade från och med en tidpunkt, from: område eller huvudman. · Counted from the cases when asked. since: submitted from a moment on, from: area or party.");

    private static async Task<Ok<FigureResource>> Read(CaseFigures figures, DateTimeOffset? since, string? from, CancellationToken ct)
    {
        var sheet = await figures.Read(new(since?.ToUniversalTime(), from), ct);
        return TypedResults.Ok(new FigureResource(
            sheet.Total, sheet.Open,
            [.. sheet.Statuses.Select(s => new StatusFigureResource(s.Key, s.Status.Sv, s.Status.En, s.Cases))],
            [.. sheet.Origins], [.. sheet.Ages], [.. sheet.Owners], [.. sheet.Adrift.Select(c => c.Number ?? "")], sheet.FirstFeedbackDays,
            [.. sheet.LeadTimes.Select(l => new LeadTimeResource(l.Key, l.Status.Sv, l.Status.En, l.Periods, l.MedianDays, l.Days85))]));
    }
}

/// <param name="Adrift">Numbers of open cases without owner or next step. The target is none.</param>
/// <param name="FirstFeedbackDays">Median days from submission to the first word back.</param>
public sealed record FigureResource(
    int Total, int Open, IReadOnlyList<StatusFigureResource> Statuses, IReadOnlyList<KeyFigure> Origins, IReadOnlyList<AgeFigure> Ages, IReadOnlyList<KeyFigure> Owners,
    IReadOnlyList<string> Adrift, double? FirstFeedbackDays, IReadOnlyList<LeadTimeResource> LeadTimes);

public sealed record StatusFigureResource(string Key, string Sv, string En, int Cases);

public sealed record LeadTimeResource(string Key, string Sv, string En, int Periods, double MedianDays, double Days85);
