using CaseFlow.Cases.Language;

namespace CaseFlow.Web.Api.Shared;

/// <summary>
/// The <c>Idempotency-Key</c> of a POST: the same key by the same account gives the first answer again and does nothing more.
/// Required on every POST that changes something, so that a program that lost the answer can always ask again.
/// </summary>
internal static class IdempotencyKey
{
    public const string Header = "Idempotency-Key";
    private const int MaxLength = 160;

    /// <summary>The key as request id; quotes of a structured-field string are taken off.</summary>
    public static Outcome<string> Read(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var values = request.Headers[Header];
        if (values.Count == 0)
            return ApiTexts.Refusal(RefusalKind.Invalid, "idempotency-key.missing");
        var key = values.ToString().Trim().Trim('"');
        return values.Count == 1 && key.Length is > 0 and <= MaxLength && key.All(c => c is > ' ' and < (char)127 and not RequestDigest.Separator)
            ? Outcome<string>.Accepted(key)
            : ApiTexts.Refusal(RefusalKind.Invalid, "idempotency-key.invalid", null, MaxLength);
    }
}
