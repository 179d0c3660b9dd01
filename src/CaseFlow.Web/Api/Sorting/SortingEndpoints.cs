using CaseFlow.Cases.Language;
using CaseFlow.Cases.Sorting;
using CaseFlow.Cases.Tasks;
using CaseFlow.Web.Api.Intake;
using CaseFlow.Web.Api.OpenApi;
using CaseFlow.Web.Api.Shared;
using CaseFlow.Web.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CaseFlow.Web.Api.Sorting;

/// <summary>The list of a preparation meeting, and what the decision table proposes. A sorting is answered by completing its task.</summary>
internal static class SortingEndpoints
{
    public static void MapSorting(this IEndpointRouteBuilder api)
    {
        var sorting = api.MapGroup("/sorting").WithTags("Sorting");
        sorting.MapGet("", List).Says("ListSorting", "sorting-list", "Ärenden att sortera · Cases to sort",
            "Vad varje sida har sagt och kontots egen uppgift. · What each side has said, and the account's own task.");
        sorting.MapGet("/{task}", Round).Says("GetSortingRound", "sorting-round", "En sorteringsomgång · A round of sorting",
            "Beslutstabellens förslag med de regler som slog till, tidigare utfall. Ett förslag, aldrig ett beslut. · The table's proposal with the rules that fired, earlier outcomes. A proposal, never a decision.");
    }

    private static Task<Results<Ok<PageOf<SortingResource>>, ProblemHttpResult>> List(
        SortingList list, CurrentActor actors, HttpContext http, int? limit, int? page, CancellationToken ct) =>
        Paging.Answer(http, limit, page, async () => await list.Of(await actors.Get(ct), ct),
            l => new SortingResource(CaseResource.Of(l.Case), [.. l.Said.Select(AssessmentResource.Of)], l.Task?.ToString()));

    private static async Task<Results<Ok<SortingRoundResource>, ProblemHttpResult>> Round(string task, TaskPage tasks, SortingRound rounds, CurrentActor actors, CancellationToken ct)
    {
        if (!TaskAddress.TryParse(task, out var address))
            return RefusalProblem.From(ApiTexts.Refusal(RefusalKind.NotFound, "task.not-found"));
        var actor = await actors.Get(ct);
        var read = await tasks.Read(actor, address, ct);
        if (!read.IsAccepted)
            return RefusalProblem.From(read.Refusals);
        var round = await rounds.Read(actor, read.Value.Task, ct);
        return TypedResults.Ok(new SortingRoundResource(
            round.Sides,
            [.. round.Said.Select(s => AssessmentResource.Of(s.Assessment))],
            round.IsHidden,
            round.Recommendation is { } said ? new RecommendationResource(said.Outcome, said.Treatment, said.Why) : null,
            [.. round.Earlier.Select(d => new SortingOutcomeResource(d.Outcome, d.Treatment, d.Party, d.ReturnedTo, d.At))]));
    }
}

/// <param name="Task">The account's own open task; null when it waits for somebody else.</param>
public sealed record SortingResource(CaseResource Case, IReadOnlyList<AssessmentResource> Said, string? Task);

/// <summary>What one side has said.</summary>
public sealed record AssessmentResource(string Side, string Outcome, string? Treatment, DateTimeOffset At)
{
    internal static AssessmentResource Of(SortingAssessment said) => new(said.Side, said.Outcome, said.Treatment, said.At);
}

/// <param name="Sides">Keys of the sides that must agree.</param>
/// <param name="IsHidden">True when what another side said stays hidden until all have answered.</param>
/// <param name="Earlier">Joint outcomes of earlier rounds.</param>
public sealed record SortingRoundResource(
    IReadOnlyList<string> Sides, IReadOnlyList<AssessmentResource> Said, bool IsHidden, RecommendationResource? Recommendation, IReadOnlyList<SortingOutcomeResource> Earlier);

/// <param name="Why">The rules that fired, in the words of the table.</param>
public sealed record RecommendationResource(string Outcome, string? Treatment, IReadOnlyList<string> Why);

public sealed record SortingOutcomeResource(string Outcome, string? Treatment, string? Party, string? ReturnedTo, DateTimeOffset At);
