using System.Text.Json;
using System.Text.Json.Serialization;
using CaseFlow.Web.Api.Access;
using CaseFlow.Web.Api.Dashboards;
using CaseFlow.Web.Api.Documents;
using CaseFlow.Web.Api.Escalation;
using CaseFlow.Web.Api.Info;
using CaseFlow.Web.Api.Intake;
using CaseFlow.Web.Api.Meetings;
using CaseFlow.Web.Api.Minutes;
using CaseFlow.Web.Api.Notifications;
using CaseFlow.Web.Api.OpenApi;
using CaseFlow.Web.Api.Organisation;
using CaseFlow.Web.Api.Processes;
using CaseFlow.Web.Api.Shared;
using CaseFlow.Web.Api.Sorting;
using CaseFlow.Web.Api.Tasks;
using CaseFlow.Web.Hosting;
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
        builder.Services.AddApiDocument(CallLimits.CallsPerMinute(builder.Configuration));
        builder.Services.AddScoped<ApiCall>();
        builder.Services.AddSingleton<RequestsUnderWay>();
        builder.Services.AddExceptionHandler<UnreadableRequest>();
        builder.Services.Configure<RouteHandlerOptions>(static options => options.ThrowOnBadRequest = true);
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
            // A member that is not described is refused by name; nothing is quietly left out of what a program meant.
            options.SerializerOptions.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
            options.SerializerOptions.RespectNullableAnnotations = true;
            options.SerializerOptions.RespectRequiredConstructorParameters = true;
            options.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false));
        });
    }

    public static void MapApi(this WebApplication app)
    {
        app.MapOpenApi(Prefix + "/openapi.json").AllowAnonymous().RequireRateLimiting(CallLimits.Api);
        app.MapOpenApi(Prefix + "/openapi.yaml").AllowAnonymous().RequireRateLimiting(CallLimits.Api);
        var api = app.MapGroup(Prefix);
        api.RequireRateLimiting(CallLimits.Api);
        ApiInfo.Map(api);
        api.MapHealth();
        api.MapKeyIssue();
        var signedIn = api.MapGroup("").RequireAuthorization(Policy);
        signedIn.MapTasks();
        signedIn.MapCases();
        signedIn.MapCaseMatters();
        signedIn.MapDrafts();
        signedIn.MapDocuments();
        signedIn.MapDiaryNumbers();
        signedIn.MapSorting();
        signedIn.MapMeetings();
        signedIn.MapAgenda();
        signedIn.MapPublications();
        signedIn.MapEscalations();
        signedIn.MapOrganisation();
        signedIn.MapSeats();
        signedIn.MapProcesses();
        signedIn.MapNotices();
        signedIn.MapFigures();
        signedIn.MapKeys();
        signedIn.MapAccount();
    }
}
