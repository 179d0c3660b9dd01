using CaseFlow.Cases.Access;
using CaseFlow.Cases.Processes.Scenarios;
using CaseFlow.Cases.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CaseFlow.Fault.Tests.Running;

/// <summary>An installation of its own: the real executable, a mail server, and a look into the database past them.</summary>
internal sealed class Site : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("caseflow-fault-").FullName;
    private readonly Dictionary<string, string> _settings;
    private readonly ServiceProvider _past;
    private readonly int _port = WebProcess.FreePort();
    private WebProcess? _web;

    private Site(Dictionary<string, string> settings)
    {
        _settings = settings;
        _settings["CaseFlow:Demo"] = "true";
        _settings["CaseFlow:Mail:Host"] = "127.0.0.1";
        _settings["CaseFlow:Mail:Port"] = $"{Mail.Port}";
        var database = _settings.TryGetValue("CaseFlow:Database:ConnectionString", out var connection)
            ? new DatabaseOptions(DatabaseProvider.PostgreSql, connection)
            : new DatabaseOptions(DatabaseProvider.Sqlite, $"Data Source={Path.Combine(_folder, "caseflow.db")}");
        var clock = new ScenarioClock();
        clock.MoveTo(TimeProvider.System.GetUtcNow());
        _past = ScenarioRunner.Services(database, clock);
    }

    public SmtpSink Mail { get; } = new();

    public WebProcess Web => _web ?? throw new InvalidOperationException("The site has not been started.");

    public Uri Address => new($"http://localhost:{_port}");

    /// <summary>Starts an installation with nothing in it but what the demo has from its first start.</summary>
    public static async Task<Site> Open(Dictionary<string, string> settings)
    {
        var site = new Site(settings);
        try
        {
            await site.Start();
            return site;
        }
        catch
        {
            await site.DisposeAsync();
            throw;
        }
    }

    public async Task Start() => _web = await WebProcess.Start(_folder, _settings, _port);

    /// <summary>Ends the process as loss of power does, and starts it again on what it left behind.</summary>
    /// <returns>What lay unfinished in the database in between.</returns>
    public async Task<Unfinished> KillAndStart()
    {
        await Web.Kill();
        var left = await Unfinished();
        await Web.DisposeAsync();
        // When it does not start, that is what the test is to say.
        _web = null;
        await Start();
        return left;
    }

    /// <summary>Runs a verb of the executable on the site's database.</summary>
    public Task<(int ExitCode, string Output)> Verb(params string[] arguments) => WebProcess.Run(_folder, _settings, arguments);

    /// <summary>A key with which a demo account acts over REST.</summary>
    /// <param name="role">As in a scenario: <c>role</c> or <c>role.side-or-area</c>.</param>
    public async Task<string> KeyOf(string role)
    {
        var userName = $"{role}@demo.example";
        await using var db = OpenDb();
        var account = await db.Users.SingleAsync(a => a.UserName == userName);
        return await _past.GetRequiredService<ApiKeys>().Issue(account.Id, "fault tests", CancellationToken.None);
    }

    public CaseFlowDb OpenDb() => _past.GetRequiredService<IDbContextFactory<CaseFlowDb>>().CreateDbContext();

    public async Task<Unfinished> Unfinished()
    {
        await using var db = OpenDb();
        return new(
            await db.Outbox.CountAsync(),
            await db.Jobs.CountAsync(),
            await db.Set<Cases.Notifications.Mail>().CountAsync(m => m.State == Cases.Notifications.MailState.Waiting));
    }

    public async ValueTask DisposeAsync()
    {
        if (_web is not null)
            await _web.DisposeAsync();
        await Mail.DisposeAsync();
        await _past.DisposeAsync();
        SqliteConnection.ClearAllPools();
        NpgsqlConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}

/// <summary>What is still to be done after the commands have been answered.</summary>
internal sealed record Unfinished(int Messages, int Jobs, int Mails)
{
    public bool IsNothing => this is { Messages: 0, Jobs: 0, Mails: 0 };
}
