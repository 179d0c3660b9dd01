using System.Text.Json;
using System.Text.RegularExpressions;
using CaseFlow.Cases.Language;
using Microsoft.AspNetCore.Diagnostics;

namespace CaseFlow.Web.Api.Shared;

/// <summary>A request that could not be bound (RFC 9457): which member is unknown or wrong, by JSON pointer; never a page and never a stack trace.</summary>
internal sealed partial class UnreadableRequest : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is not BadHttpRequestException bad || !httpContext.Request.Path.StartsWithSegments(ApiHosting.Prefix, StringComparison.OrdinalIgnoreCase))
            return false;
        var (refusal, status) = Explain(bad);
        await RefusalProblem.From([refusal], status).ExecuteAsync(httpContext);
        return true;
    }

    private static (Refusal Refusal, int Status) Explain(BadHttpRequestException bad)
    {
        if (bad.StatusCode == StatusCodes.Status415UnsupportedMediaType)
            return (ApiTexts.Refusal(RefusalKind.Invalid, "body.media-type"), bad.StatusCode);
        if (bad.StatusCode == StatusCodes.Status413PayloadTooLarge)
            return (ApiTexts.Refusal(RefusalKind.Invalid, "body.too-large", null, 1), bad.StatusCode);
        if (bad.InnerException is not JsonException json)
            return (ApiTexts.Refusal(RefusalKind.Invalid, "parameter.invalid"), StatusCodes.Status400BadRequest);
        if (UnknownMember().Match(json.Message) is { Success: true } unknown)
            return (ApiTexts.Refusal(RefusalKind.Invalid, "body.unknown-field", unknown.Groups["name"].Value, unknown.Groups["name"].Value), StatusCodes.Status422UnprocessableEntity);
        var field = json.Path is { Length: > 2 } path ? path[2..].Replace('[', '.').Replace("]", "", StringComparison.Ordinal) : null;
        return (ApiTexts.Refusal(RefusalKind.Invalid, "body.invalid", field), StatusCodes.Status400BadRequest);
    }

    [GeneratedRegex("^The JSON property '(?<name>[^']{1,100})' could not be mapped", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 200)]
    private static partial Regex UnknownMember();
}
