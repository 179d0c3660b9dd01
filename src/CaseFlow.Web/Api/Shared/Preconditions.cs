using System.Globalization;
using CaseFlow.Cases.Language;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace CaseFlow.Web.Api.Shared;

/// <summary>Entity tags of versioned resources (RFC 9110, 8.8.3 and 13.1.1): the tag is the version number.</summary>
internal static class Preconditions
{
    public static EntityTagHeaderValue Tag(long version) => new($"\"{version.ToString(CultureInfo.InvariantCulture)}\"");

    public static void SetTag(HttpResponse response, long version) => response.GetTypedHeaders().ETag = Tag(version);

    /// <summary>The version in <c>If-Match</c>.</summary>
    /// <returns>Refused with status 428 (<c>if-match.missing</c>) when the header is absent, and as invalid when it is not one strong tag of ours.</returns>
    public static Outcome<long> Version(HttpRequest request)
    {
        var tags = request.GetTypedHeaders().IfMatch;
        if (tags.Count == 0)
            return ApiTexts.Refusal(RefusalKind.Invalid, MissingCode);
        return tags is [{ IsWeak: false } tag] && long.TryParse(tag.Tag.AsSpan().Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? Outcome<long>.Accepted(version)
            : ApiTexts.Refusal(RefusalKind.Invalid, "if-match.invalid");
    }

    /// <summary>The problem of a missing or wrong <c>If-Match</c>: 428 (RFC 6585) when it is missing.</summary>
    public static ProblemHttpResult Problem(IReadOnlyList<Refusal> refusals)
    {
        var problem = RefusalProblem.From(refusals);
        if (refusals[0].Code == MissingCode)
            problem.ProblemDetails.Status = StatusCodes.Status428PreconditionRequired;
        return TypedResults.Problem(problem.ProblemDetails);
    }

    private const string MissingCode = "if-match.missing";
}
