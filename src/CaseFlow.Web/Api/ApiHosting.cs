using System.Text.Json;
using System.Text.Json.Serialization;
using CaseFlow.Web.Api.Access;
using CaseFlow.Web.Api.Info;
using CaseFlow.Web.Api.Intake;
using CaseFlow.Web.Api.Meetings;
using CaseFlow.Web.Api.OpenApi;
using CaseFlow.Web.Api.Tasks;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace CaseFlow.Web.Api;

/// <summary>The REST API under <c>/v1</c>. Each subject maps its own endpoints in <c>Api/&lt;Subject&gt;/</c>.</summary>
internal static class ApiHosting
{
    /// <summary>Addresses of the API; errors there are problem details, not pages.</summary>
    public const string Prefix = "/v1";

    /// <summary>Signed in, by a key or by the pages' cookie.</summary>
    public const string Policy = "api";

    public static void AddApi(this WebApplicationBuilder builder)
    {
        builder.Services.AddApiDocument();
        builder.Services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, ApiKeyAuthentication>(ApiKeyAuthentication.SchemeName, null);
        builder.Services.AddAuthorizationBuilder().AddPolicy(Policy, policy => policy
            .AddAuthenticationSchemes(IdentityConstants.ApplicationScheme, ApiKeyAuthentication.SchemeName)
            .RequireAuthenticatedUser());
        builder.Services.ConfigureHttpJsonOptions(static options =>
        {
            options.SerializerOptions.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
            options.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
            options.SerializerOptions.AllowDuplicateProperties = false;
            options.SerializerOptions.MaxDepth = 16;
            options.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false));
        });
    }

    public static void MapApi(this WebApplication app)
    {
        app.MapOpenApi(Prefix + "/openapi.json").AllowAnonymous();
        app.MapOpenApi(Prefix + "/openapi.yaml").AllowAnonymous();
        var api = app.MapGroup(Prefix);
        ApiInfo.Map(api);
        var signedIn = api.MapGroup("").RequireAuthorization(Policy);
        signedIn.MapTasks();
        signedIn.MapCases();
        signedIn.MapMeetings();
    }
}
