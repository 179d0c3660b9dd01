using CaseFlow.Cases.Escalation;
using CaseFlow.Cases.Timeline;
using CaseFlow.Web.Api.Intake;
using CaseFlow.Web.Api.OpenApi;
using CaseFlow.Web.Api.Shared;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CaseFlow.Web.Api.Escalation;

/// <summary>Packages that were lifted to the body above. To check, answer and give back are tasks; here is what waits and what was said.</summary>
internal static class EscalationEndpoints
{
    public static void MapEscalations(this IEndpointRouteBuilder api)
    {
        var all = api.MapGroup("").WithTags("Escalation");
        all.MapGet("/escalations", List).Says("ListEscalations", "escalation-list", "Paket till forumet ovanför · Packages to the body above",
            "answered=false (förval): de som väntar, äldst först. · answered=false (default): those that wait, oldest first.");
        all.MapGet("/cases/{number}/escalations", OfCase).Says("ListCaseEscalations", "case-escalations", "Ett ärendes paket · A case's packages", "Äldst först, med svar. · Oldest first, with answers.");
    }

    private static async Task<Results<Ok<PageOf<EscalationResource>>, ProblemHttpResult>> List(EscalationList list, HttpContext http, bool? answered, int? limit, int? page, CancellationToken ct)
    {
        var paging = Paging.Read(limit, page);
        if (!paging.IsAccepted)
            return RefusalProblem.From(paging.Refusals);
        var (found, total) = await list.Page(answered ?? false, paging.Value.Skip, paging.Value.Limit, ct);
        return TypedResults.Ok(paging.Value.Of(http, found, total, f => EscalationResource.Of(f.Package, f.Case.Number)));
    }

    private static async Task<Results<Ok<IReadOnlyList<EscalationResource>>, ProblemHttpResult>> OfCase(string number, CaseList cases, EscalationList list, CancellationToken ct)
    {
        if (await cases.Find(number, ct) is not { } row)
            return CaseEndpoints.NotFound();
        IReadOnlyList<EscalationResource> packages = [.. (await list.OfCase(row.Id, ct)).Select(p => EscalationResource.Of(p, number))];
        return TypedResults.Ok(packages);
    }
}

/// <summary>A case that was lifted, and the answer.</summary>
/// <param name="Case">The case's number.</param>
/// <param name="Body">Key of the receiving body.</param>
/// <param name="Answer">Code of the answer; null while it waits.</param>
public sealed record EscalationResource(
    Guid Id, string? Case, string Body, DateTimeOffset ReceivedAt, DateTimeOffset? AnsweredAt, string? Answer, IReadOnlyList<string> Clauses)
{
    internal static EscalationResource Of(EscalationPackage package, string? number) => new(
        package.Id, number, package.Body, package.ReceivedAt, package.AnsweredAt, package.Answer, package.Clauses.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
