using System.Globalization;
using System.Security.Claims;
using System.Threading.RateLimiting;
using CaseFlow.Cases.Language;
using CaseFlow.Web.Api;
using CaseFlow.Web.Api.Shared;
using Microsoft.AspNetCore.RateLimiting;

namespace CaseFlow.Web.Hosting;

/// <summary>How often one may ask: attempts to sign in and personal links by address, calls to the REST API by account. A call too many is told when to come again.</summary>
internal static class CallLimits
{
    /// <summary>Name of the limit on attempts to sign in.</summary>
    public const string SignIn = "sign-in";

    /// <summary>Name of the limit on calls to the API.</summary>
    public const string Api = "api";

    /// <summary>Name of the limit on opening personal links.</summary>
    public const string PersonalLink = "personal-link";

    private const string AttemptsKey = "CaseFlow:SignIn:AttemptsPerMinute";
    private const string PersonalLinkKey = "CaseFlow:PersonalLinks:CallsPerMinute";
    private const string CallsKey = "CaseFlow:Api:CallsPerMinute";
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    public static void AddCallLimits(this WebApplicationBuilder builder)
    {
        var attempts = builder.Configuration.GetValue(AttemptsKey, 30);
        builder.Services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.OnRejected = Reject;
            // Only attempts count; the page itself may be read freely.
            options.AddPolicy(SignIn, http => HttpMethods.IsPost(http.Request.Method) || HttpMethods.IsPut(http.Request.Method)
                ? PerMinute(Address(http), attempts)
                : RateLimitPartition.GetNoLimiter("reading"));
            // Whoever tries tokens is stopped long before one is found; a round's fifty papers are still opened in one go.
            var personal = builder.Configuration.GetValue(PersonalLinkKey, 120);
            options.AddPolicy(PersonalLink, http => PerMinute(Address(http), personal));
            var calls = CallsPerMinute(builder.Configuration);
            // All keys of an account count together; what needs no key is counted by address.
            options.AddPolicy(Api, http => PerMinute(http.User.FindFirstValue(ClaimTypes.NameIdentifier) ?? Address(http), calls));
        });
    }

    /// <summary>How many calls to the API an account may make in a minute.</summary>
    public static int CallsPerMinute(IConfiguration configuration) => configuration.GetValue(CallsKey, 600);

    private static RateLimitPartition<string> PerMinute(string partition, int permits) => RateLimitPartition.GetFixedWindowLimiter(
        partition, _ => new FixedWindowRateLimiterOptions { PermitLimit = permits, Window = Window });

    private static string Address(HttpContext http) => http.Connection.RemoteIpAddress?.ToString() ?? "unknown";

    private static async ValueTask Reject(OnRejectedContext context, CancellationToken ct)
    {
        var http = context.HttpContext;
        var wait = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var left) ? left : Window;
        var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
        http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        if (http.Request.Path.StartsWithSegments(ApiHosting.Prefix, StringComparison.OrdinalIgnoreCase))
            await RefusalProblem.From([ApiTexts.Refusal(RefusalKind.Conflict, "calls.too-many", null, seconds)], StatusCodes.Status429TooManyRequests).ExecuteAsync(http);
    }
}
