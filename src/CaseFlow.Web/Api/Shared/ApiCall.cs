using CaseFlow.Cases.Access;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Storage;
using CaseFlow.Web.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CaseFlow.Web.Api.Shared;

/// <summary>One request that changes something: its headers are read, the use case is run for the account behind it, and the outcome becomes an answer.</summary>
/// <remarks>
/// A POST needs <c>Idempotency-Key</c>; other methods are repeatable by themselves and may carry one. The request id that the use
/// case is given holds the key and a digest of the request, so that a key that is used again for something else is found out.
/// </remarks>
internal sealed class ApiCall(CurrentActor actors, IHttpContextAccessor accessor, RepeatedRequests repeated, RequestsUnderWay underWay)
{
    private HttpContext Http => accessor.HttpContext ?? throw new InvalidOperationException("A call is made inside a request.");

    /// <summary>Where the answers to a form lie in a body.</summary>
    public static string InAnswers(string field) => "answers." + field;

    /// <summary>Runs a use case.</summary>
    /// <param name="member">Which member of the body a field of the use case came from; the one of the same name when not given.</param>
    public async Task<Results<Ok<T>, ProblemHttpResult>> Run<T>(Func<Actor, string?, Task<Outcome<T>>> useCase, Func<string, string>? member = null)
    {
        var outcome = await Ask(useCase);
        return outcome.IsAccepted ? TypedResults.Ok(outcome.Value) : RefusalProblem.From(Pointing(outcome.Refusals, member));
    }

    /// <summary>Runs a use case that makes something with an address of its own.</summary>
    /// <inheritdoc cref="Run" path="/param"/>
    public async Task<Results<Created<T>, ProblemHttpResult>> Create<T>(Func<Actor, string?, Task<Outcome<T>>> useCase, Func<T, string> address, Func<string, string>? member = null)
    {
        var outcome = await Ask(useCase);
        return outcome.IsAccepted ? TypedResults.Created(ApiHosting.Prefix + address(outcome.Value), outcome.Value) : RefusalProblem.From(Pointing(outcome.Refusals, member));
    }

    /// <summary>Runs a use case on the version that <c>If-Match</c> names.</summary>
    /// <inheritdoc cref="Run" path="/param"/>
    public async Task<Results<Ok<T>, ProblemHttpResult>> OnVersion<T>(Func<Actor, string?, long, Task<Outcome<T>>> useCase, Func<string, string>? member = null)
    {
        var version = Preconditions.Version(Http.Request);
        if (!version.IsAccepted)
            return Preconditions.Problem(version.Refusals);
        var outcome = await Ask((actor, request) => useCase(actor, request, version.Value));
        return outcome.IsAccepted ? TypedResults.Ok(outcome.Value) : RefusalProblem.From(Pointing(outcome.Refusals, member), preconditioned: true);
    }

    private static IReadOnlyList<Refusal> Pointing(IReadOnlyList<Refusal> refusals, Func<string, string>? member) =>
        member is null ? refusals : [.. refusals.Select(r => r.Field is { } field ? r with { Field = member(field) } : r)];

    private async Task<Outcome<T>> Ask<T>(Func<Actor, string?, Task<Outcome<T>>> useCase)
    {
        var actor = await actors.Get(Http.RequestAborted);
        if (!HttpMethods.IsPost(Http.Request.Method) && !Http.Request.Headers.ContainsKey(IdempotencyKey.Header))
            return await useCase(actor, null);
        var key = IdempotencyKey.Read(Http.Request);
        if (!key.IsAccepted)
            return Outcome<T>.Refused(key.Refusals);
        using var turn = underWay.Enter(actor.AccountId, key.Value);
        if (turn is null)
            return ApiTexts.Refusal(RefusalKind.Conflict, "idempotency-key.under-way");
        var request = RequestDigest.Append(Http, key.Value);
        return await repeated.IsOther(actor.AccountId, key.Value + RequestDigest.Separator, request, Http.RequestAborted)
            ? ApiTexts.Refusal(RefusalKind.Invalid, "idempotency-key.reused")
            : await useCase(actor, request);
    }
}
