using System.Globalization;
using CaseFlow.Cases.Language;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace CaseFlow.Web.Api.Shared;

/// <summary>A refusal as <c>application/problem+json</c> (RFC 9457), in the language that the request asked for and in both.</summary>
/// <remarks>
/// <c>type</c> is the stable code of the first refusal, so that a program can branch on it. <c>errors</c> has one entry per refusal
/// with its code, both texts, the clause of the mandate that forbids it, and a JSON pointer to the field.
/// </remarks>
internal static class RefusalProblem
{
    public const string TypePrefix = "urn:caseflow:problem:";

    /// <summary>The problem of refused use cases.</summary>
    /// <param name="preconditioned">True when the request carried <c>If-Match</c>: stale is then 412 (RFC 9110, 13.1.1), otherwise 409.</param>
    public static ProblemHttpResult From(IReadOnlyList<Refusal> refusals, bool preconditioned = false)
    {
        ArgumentNullException.ThrowIfNull(refusals);
        var first = refusals[0];
        return TypedResults.Problem(Describe(refusals, first, StatusOf(first.Kind, preconditioned)));
    }

    public static ProblemHttpResult From(Refusal refusal) => From([refusal]);

    /// <summary>The problem with a status that HTTP itself asks for, whatever kind the refusal is.</summary>
    public static ProblemHttpResult From(IReadOnlyList<Refusal> refusals, int status)
    {
        ArgumentNullException.ThrowIfNull(refusals);
        return TypedResults.Problem(Describe(refusals, refusals[0], status));
    }

    /// <summary>The status of a refusal.</summary>
    public static int StatusOf(RefusalKind kind, bool preconditioned = false) => kind switch
    {
        RefusalKind.Invalid => StatusCodes.Status422UnprocessableEntity,
        RefusalKind.Forbidden => StatusCodes.Status403Forbidden,
        RefusalKind.NotFound => StatusCodes.Status404NotFound,
        RefusalKind.Stale => preconditioned ? StatusCodes.Status412PreconditionFailed : StatusCodes.Status409Conflict,
        RefusalKind.Rule => StatusCodes.Status422UnprocessableEntity,
        RefusalKind.Conflict => StatusCodes.Status409Conflict,
    };

    private static ProblemDetails Describe(IReadOnlyList<Refusal> refusals, Refusal first, int status) => new()
    {
        Type = TypePrefix + first.Code,
        Title = ApiTexts.Title(first.Kind).Current,
        Detail = string.Join(' ', refusals.Select(r => r.Text.Current)),
        Status = status,
        Extensions =
        {
            ["language"] = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName,
            ["errors"] = refusals.Select(Entry).ToArray(),
        },
    };

    private static ProblemEntry Entry(Refusal refusal) => new(
        refusal.Code, refusal.Text.Sv, refusal.Text.En, refusal.Clause, refusal.Field is { } field ? "/" + field.Replace('.', '/') : null);
}

/// <summary>One reason in a problem's <c>errors</c>.</summary>
/// <param name="Code">Stable code.</param>
/// <param name="Sv">The reason in Swedish.</param>
/// <param name="En">The reason in English.</param>
/// <param name="Clause">Clause of the mandate that forbids it.</param>
/// <param name="Pointer">JSON pointer (RFC 6901) to the member of the request that is wrong.</param>
internal sealed record ProblemEntry(string Code, string Sv, string En, string? Clause, string? Pointer);
