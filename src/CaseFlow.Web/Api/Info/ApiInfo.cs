using System.Reflection;
using CaseFlow.Web.Api.OpenApi;

namespace CaseFlow.Web.Api.Info;

/// <summary>What Digg's REST profile asks an API to say of itself at <c>/v1/api-info</c>.</summary>
internal sealed record ApiInfo(string ApiName, string ApiVersion, DateOnly ApiReleased, string ApiDocumentation, string ApiStatus)
{
    public static ApiInfo Current { get; } = new(
        "caseflow",
        typeof(ApiInfo).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0",
        new DateOnly(2027, 1, 1),
        "/v1/openapi.json",
        "active");

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/api-info", static () => TypedResults.Ok(Current))
            .AllowAnonymous()
            .WithTags("Info")
            .Says("GetApiInfo", "api-info", "Om tjänsten · About the service", "Namn, version och status. · Name, version and status.");
}
