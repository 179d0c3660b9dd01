using CaseFlow.Web.Api.OpenApi;
using CaseFlow.Web.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CaseFlow.Web.Api.Info;

/// <summary>Who the key acts for, and whether the service works.</summary>
internal static class AccountEndpoints
{
    public static void MapAccount(this IEndpointRouteBuilder api) =>
        api.MapGet("/account", Read).WithTags("Info").Says("GetAccount", "account", "Kontot bakom nyckeln · The account behind the key", "De roller som gäller i dag. · The roles in force today.");

    public static void MapHealth(this IEndpointRouteBuilder api) =>
        api.MapGet("/health", Health).AllowAnonymous().WithTags("Info").Says("GetHealth", "health", "Är tjänsten i drift? · Is the service up?", "Svarar utan nyckel. · Answers without a key.");

    private static async Task<Ok<AccountResource>> Read(CurrentActor actors, CancellationToken ct)
    {
        var actor = await actors.Get(ct);
        return TypedResults.Ok(new AccountResource(actor.AccountId, [.. actor.Grants.Select(g => new GrantResource(g.Role, g.Side, g.Area))]));
    }

    private static async Task<Results<Ok<HealthResource>, JsonHttpResult<HealthResource>>> Health(HealthCheckService checks, CancellationToken ct)
    {
        var report = await checks.CheckHealthAsync(ct);
        var health = new HealthResource(report.Status == HealthStatus.Unhealthy ? "down" : "up");
        return report.Status == HealthStatus.Unhealthy ? TypedResults.Json(health, statusCode: StatusCodes.Status503ServiceUnavailable) : TypedResults.Ok(health);
    }
}

public sealed record AccountResource(string Id, IReadOnlyList<GrantResource> Roles);

public sealed record GrantResource(string Role, string? Side, string? Area);

/// <param name="Status">up or down.</param>
public sealed record HealthResource(string Status);
