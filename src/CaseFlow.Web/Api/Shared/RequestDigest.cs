using System.Security.Cryptography;
using System.Text;
using CaseFlow.Cases.Language;
using Microsoft.AspNetCore.Http.Features;

namespace CaseFlow.Web.Api.Shared;

/// <summary>Reads a request's body once before it is bound: refuses one that is too large or does not belong, and keeps a digest for <see cref="ApiCall"/>.</summary>
internal static class RequestDigest
{
    /// <summary>Stands between key and digest in a request id; no key holds it.</summary>
    public const char Separator = '#';

    private const long LargestJson = 1_000_000;
    private const long LargestUpload = 26_000_000;
    private const int DigestLength = 24;
    private static readonly object Item = new();

    public static void UseRequestDigest(this IApplicationBuilder app) => app.Use(static async (http, next) =>
    {
        if (await Check(http) is { } refusal)
        {
            var status = refusal.Code == TooLarge ? StatusCodes.Status413PayloadTooLarge : StatusCodes.Status400BadRequest;
            await RefusalProblem.From([refusal], status).ExecuteAsync(http);
            return;
        }

        await next(http);
    });

    /// <summary>The key with the digest of this request: what makes it the same request when it comes again.</summary>
    public static string Append(HttpContext http, string key) => key + Separator + (http.Items[Item] as string ?? "");

    private const string TooLarge = "body.too-large";

    private static async Task<Refusal?> Check(HttpContext http)
    {
        var request = http.Request;
        var hasBody = http.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody ?? request.ContentLength > 0;
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
            return hasBody ? ApiTexts.Refusal(RefusalKind.Invalid, "body.on-get") : null;
        var largest = request.HasFormContentType ? LargestUpload : LargestJson;
        if (request.ContentLength > largest)
            return ApiTexts.Refusal(RefusalKind.Invalid, TooLarge, null, largest / 1_000_000);
        request.EnableBuffering(1 << 16, largest);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{request.Method} {request.Path.Value}\n"));
        var buffer = new byte[1 << 14];
        long total = 0;
        for (int read; (read = await request.Body.ReadAsync(buffer, http.RequestAborted)) > 0;)
        {
            if ((total += read) > largest)
                return ApiTexts.Refusal(RefusalKind.Invalid, TooLarge, null, largest / 1_000_000);
            hash.AppendData(buffer, 0, read);
        }

        request.Body.Position = 0;
        http.Items[Item] = Convert.ToHexStringLower(hash.GetHashAndReset())[..DigestLength];
        return null;
    }
}
