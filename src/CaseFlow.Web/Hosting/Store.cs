using CaseFlow.Cases;
using CaseFlow.Cases.Access;
using CaseFlow.Cases.Organisation;
using CaseFlow.Cases.Processes;
using CaseFlow.Cases.Storage;
using CaseFlow.Cases.Webhooks;

namespace CaseFlow.Web.Hosting;

/// <summary>The database and the subjects. SQLite in the data folder unless the configuration says otherwise.</summary>
internal static partial class Store
{
    public static void AddStore(this WebApplicationBuilder builder)
    {
        builder.Services.AddCases(Database(builder.Configuration));
        builder.Services.AddSingleton<ISecretProtection, DatabaseSecrets>();
        builder.Services.AddSingleton(new WebhookOptions(
            builder.Configuration.GetValue("CaseFlow:Webhooks:AllowHttp", builder.Environment.IsDevelopment()),
            builder.Configuration.GetValue("CaseFlow:Webhooks:AllowPrivate", false)));
        builder.Services.AddScoped<CurrentActor>();
        builder.Services.AddSingleton<Components.Dashboards.IndicatorReader>();
        builder.Services.AddHostedService<StartUp>();
        builder.Services.AddHostedService<SeatImport>();
    }

    /// <summary>Where CaseFlow keeps what is not in the database: keys, and the database itself when it is SQLite.</summary>
    public static string DataFolder(IConfiguration configuration) =>
        Path.GetFullPath(configuration["CaseFlow:DataFolder"] is { Length: > 0 } folder ? folder : "data");

    /// <summary>The configured database.</summary>
    public static DatabaseOptions Database(IConfiguration configuration)
    {
        var connection = configuration["CaseFlow:Database:ConnectionString"];
        return configuration["CaseFlow:Database:Provider"]?.ToLowerInvariant() switch
        {
            null or "" or "sqlite" => new(DatabaseProvider.Sqlite, connection is { Length: > 0 } ? connection : $"Data Source={Path.Combine(DataFolder(configuration), "caseflow.db")}"),
            "postgresql" => new(DatabaseProvider.PostgreSql, connection is { Length: > 0 }
                ? connection
                : throw new InvalidOperationException("CaseFlow:Database:ConnectionString must be set when the provider is postgresql.")),
            var other => throw new InvalidOperationException($"CaseFlow:Database:Provider is '{other}'; it is sqlite or postgresql."),
        };
    }

    /// <summary>Before the first request: the schema of this release, and in the demo whatever has changed in the workflows folder.</summary>
    private sealed partial class StartUp(
        IConfiguration configuration, MigrateDatabase migrate, DeployBundle deploy, DemoAccounts demo, FirstAdministrator administrator,
        OrganisationSource organisations, ILogger<StartUp> log) : IHostedService
    {
        public async Task StartAsync(CancellationToken cancellationToken)
        {
            Directory.CreateDirectory(DataFolder(configuration));
            await migrate.Run(cancellationToken);
            if (Cookies.IsDemo(configuration))
                await PrepareDemo(cancellationToken);
            else if (await administrator.IssueToken(cancellationToken) is { } token)
                LogToken(log, configuration["CaseFlow:BaseUrl"]?.TrimEnd('/') ?? "", token);
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        private async Task PrepareDemo(CancellationToken ct)
        {
            if (configuration["CaseFlow:Workflows"] is { Length: > 0 } folder)
            {
                var report = await deploy.FromFolder(folder, Actor.System, ct);
                foreach (var finding in report.Findings)
                    LogFinding(log, finding.Severity, finding.File, finding.Line, finding.ElementId, finding.En);
                if (report.Result == DeployResult.Refused)
                    LogRefused(log, folder);
            }

            if (await organisations.Find(ct) is not null)
                await demo.Ensure(ct);
        }

        [LoggerMessage(Level = LogLevel.Warning, Message = "No administrator yet. Open {BaseUrl}/forsta-administratoren and give this key; it works once: {Token}")]
        private static partial void LogToken(ILogger log, string baseUrl, string token);

        [LoggerMessage(Level = LogLevel.Warning, Message = "{Severity} in {File}:{Line} {Element}: {Text}")]
        private static partial void LogFinding(ILogger log, Engine.Reading.FindingSeverity severity, string file, int line, string? element, string text);

        [LoggerMessage(Level = LogLevel.Error, Message = "{Folder} was not deployed; what was deployed before keeps running")]
        private static partial void LogRefused(ILogger log, string folder);
    }
}
