using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace CaseFlow.Web.Api.OpenApi;

/// <summary>The OpenAPI 3.1 document, <c>/v1/openapi.json</c> and <c>.yaml</c>: in Swedish and English, with examples and all refusals, following Digg's REST profile 1.2.</summary>
internal static class ApiDocument
{
    public const string Name = "v1";
    private const string BearerScheme = "bearer";
    private const string ProblemType = "application/problem+json";

    public static void AddApiDocument(this IServiceCollection services, int callsPerMinute) => services.AddOpenApi(Name, options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.AddDocumentTransformer((document, _, _) =>
        {
            Describe(document, callsPerMinute);
            return Task.CompletedTask;
        });
        options.AddOperationTransformer(static (operation, context, _) =>
        {
            AddExample(operation, context);
            AddRefusals(operation, context);
            return Task.CompletedTask;
        });
    });

    private static void Describe(OpenApiDocument document, int callsPerMinute)
    {
        document.Info = new OpenApiInfo
        {
            Title = "CaseFlow",
            Version = "1.0.0",
            Summary = "Ärenden i vårdsamverkan · Cases in joint health and social care",
            Description = $$"""
                Läs och driv länsgemensamma ärenden: lämna in, sortera, ta ställning, återkoppla. Samma regler gäller här som på sidorna,
                och en vägran nämner paragrafen i uppdragshandlingen.

                Read and run county-wide cases: submit, sort, decide, feed back. The same rules hold here as on the pages,
                and a refusal names the clause of the mandate.

                * Inloggning · Sign-in: `Authorization: Bearer <nyckel>`; en nyckel fås med `PUT /v1/api-keys/{name}` · get one with that operation.
                * Upprepning · Repetition: varje POST bär `Idempotency-Key`; samma nyckel ger samma svar.
                * Samtidighet · Concurrency: uppgifter har `ETag`; `If-Match` krävs (428), en gammal version ger 412.
                * Listor · Lists: `limit` (20, högst 200) och `page` (från 1).
                * Fel · Errors: `application/problem+json` (RFC 9457), text på svenska och engelska.
                * Tid · Time: RFC 3339, UTC i svar.
                * Kända begränsningar · Known limitations: {{callsPerMinute}} anrop per minut och konto, sedan 429 med Retry-After · {{callsPerMinute}} calls a minute and account, then 429 with Retry-After; filer högst 25 MB · files of 25 MB at most.
                """,
            Contact = new OpenApiContact { Name = "Den som driver tjänsten · The operator of the service", Url = new Uri("/tillganglighet", UriKind.Relative) },
            License = new OpenApiLicense { Name = "Anges av den som driver tjänsten · Stated by the operator of the service" },
        };
        document.Servers = [new OpenApiServer { Url = "/", Description = "Den här installationen · This installation" }];
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
        document.Components.SecuritySchemes[BearerScheme] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            Description = "Egen nyckel · Personal key",
        };
        document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(BearerScheme, document)] = [] }];
    }

    private static void AddExample(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        var example = context.Description.ActionDescriptor.EndpointMetadata.OfType<ExampleMetadata>().LastOrDefault();
        if (example is null)
            return;
        if (example.Request is { } request && operation.RequestBody?.Content?.TryGetValue("application/json", out var body) == true)
            body.Example = request;
        foreach (var (status, response) in operation.Responses ?? [])
        {
            if (status.StartsWith('2') && example.Response is { } answer && response.Content?.TryGetValue("application/json", out var content) == true)
                content.Example = answer;
        }
    }

    private static void AddRefusals(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        operation.Responses ??= [];
        Add("401", "Nyckel saknas eller gäller inte · The key is missing or not valid");
        Add("429", "För många anrop, se Retry-After · Too many requests, see Retry-After");
        if (context.Description.HttpMethod is not ("GET" or "HEAD"))
        {
            Add("403", "Rätten saknas · Not allowed");
            Add("400", "Anropet går inte att läsa · The request cannot be read");
            Add("409", "Läget medger det inte · The present state does not allow it");
            Add("422", "Uppgifterna behöver rättas, eller uppdragshandlingen medger det inte · The input needs mending, or the mandate does not allow it");
        }

        if (operation.Description?.Contains("If-Match", StringComparison.Ordinal) == true)
        {
            Add("412", "Någon annan hann före; ingenting skrevs · Somebody else came first; nothing was written");
            Add("428", "If-Match saknas · If-Match is missing");
        }

        if (context.Description.ParameterDescriptions.Any(p => p.Source.Id == "Path"))
            Add("404", "Finns inte · Does not exist");

        void Add(string status, string description)
        {
            if (!operation.Responses.ContainsKey(status))
                operation.Responses[status] = new OpenApiResponse { Description = description, Content = new Dictionary<string, OpenApiMediaType> { [ProblemType] = new() } };
        }
    }
}
