using CaseFlow.Cases.Documents;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Timeline;
using CaseFlow.Web.Api.Intake;
using CaseFlow.Web.Api.OpenApi;
using CaseFlow.Web.Api.Shared;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CaseFlow.Web.Api.Documents;

/// <summary>The numbers under which the parties have registered a case in registers of their own.</summary>
internal static class DiaryNumberEndpoints
{
    public static void MapDiaryNumbers(this IEndpointRouteBuilder api)
    {
        var all = api.MapGroup("").WithTags("Documents");
        all.MapGet("/cases/{number}/diary-numbers", List).Says("ListDiaryNumbers", "diary-number-list", "Diarienummer · Diary numbers", "Ett ärende har inget, ett eller flera. · A case has none, one or several.");
        all.MapPost("/cases/{number}/diary-numbers", Register).Says("RegisterDiaryNumber", "diary-number", "Registrera ett diarienummer · Register a diary number",
            "För den egna huvudmannen. · For one's own party.");
        all.MapDelete("/diary-numbers/{id:guid}", Remove).Says("RemoveDiaryNumber", "diary-number-removal", "Ta bort ett diarienummer · Remove a diary number", "Som blev fel. · That was wrong.");
    }

    private static async Task<Results<Ok<IReadOnlyList<DiaryNumberResource>>, ProblemHttpResult>> List(string number, CaseList cases, DocumentRegister register, CancellationToken ct)
    {
        if (await cases.Find(number, ct) is not { } row)
            return CaseEndpoints.NotFound();
        IReadOnlyList<DiaryNumberResource> numbers = [.. (await register.DiaryNumbers(row.Id, ct)).Select(n => new DiaryNumberResource(n.Id, n.Party, n.Number, n.RegisteredAt))];
        return TypedResults.Ok(numbers);
    }

    private static async Task<Results<Created<NewDiaryNumber>, ProblemHttpResult>> Register(
        string number, NewDiaryNumber body, CaseList cases, RegisterDiaryNumber handler, ApiCall call, CancellationToken ct)
    {
        if (await cases.Find(number, ct) is not { } row)
            return CaseEndpoints.NotFound();
        return await call.Create(
            async (actor, request) =>
            {
                var kept = await handler.Handle(actor, request, row.Id, body.Party, body.Number, ct);
                return kept.IsAccepted ? Outcome<NewDiaryNumber>.Accepted(new(body.Party, kept.Value)) : Outcome<NewDiaryNumber>.Refused(kept.Refusals);
            },
            _ => $"/cases/{number}/diary-numbers");
    }

    private static Task<Results<Ok<string>, ProblemHttpResult>> Remove(Guid id, RegisterDiaryNumber handler, ApiCall call, CancellationToken ct) =>
        call.Run((actor, request) => handler.Remove(actor, request, id, ct));
}

/// <param name="Party">Key of the side whose register it is.</param>
public sealed record NewDiaryNumber(string Party, string Number);

public sealed record DiaryNumberResource(Guid Id, string Party, string Number, DateTimeOffset RegisteredAt);
