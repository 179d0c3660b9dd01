using System.Globalization;
using CaseFlow.Cases.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CaseFlow.Cases.Tests.Storage;

/// <summary>A fresh database for each test, copied from one that was migrated once.</summary>
internal interface ITestDatabases : IAsyncDisposable
{
    Task<DatabaseOptions> Create();
}

internal sealed class SqliteTestDatabases : ITestDatabases
{
    private readonly string _folder = Directory.CreateTempSubdirectory("caseflow-tests-").FullName;
    private string? _template;
    private int _count;

    public async Task<DatabaseOptions> Create()
    {
        if (_template is null)
        {
            _template = Path.Combine(_folder, "template.db");
            using var factory = new CaseFlowDbFactory(At(_template));
            await using var db = factory.CreateDbContext();
            await db.Database.MigrateAsync();
            await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)");
            SqliteConnection.ClearAllPools();
        }

        var path = Path.Combine(_folder, string.Create(CultureInfo.InvariantCulture, $"{++_count}.db"));
        File.Copy(_template, path);
        return At(path);
    }

    public ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private static DatabaseOptions At(string path) => new(DatabaseProvider.Sqlite, $"Data Source={path}");
}

/// <summary>Databases on the server that <c>CASEFLOW_TEST_POSTGRES</c> names (tests/servers/postgresql.sh starts one).</summary>
internal sealed class PostgreSqlTestDatabases : ITestDatabases
{
    private readonly string _server;
    private readonly string _template = NewName();
    private readonly List<string> _created = [];

    private PostgreSqlTestDatabases(string server) => _server = server;

    /// <summary>Skips the test when there is no server, unless CI=true, where that is a failure.</summary>
    public static PostgreSqlTestDatabases OrSkip()
    {
        var server = Environment.GetEnvironmentVariable("CASEFLOW_TEST_POSTGRES");
        if (string.IsNullOrEmpty(server))
        {
            const string missing = "PostgreSQL is not present: CASEFLOW_TEST_POSTGRES is not set.";
            if (Environment.GetEnvironmentVariable("CI") == "true")
            {
                Assert.Fail(missing);
            }

            Assert.Ignore(missing);
        }

        return new(server);
    }

    public async Task<DatabaseOptions> Create()
    {
        if (_created.Count == 0)
        {
            await OnServer($"CREATE DATABASE {_template}");
            _created.Add(_template);
            using var factory = new CaseFlowDbFactory(At(_template));
            await using var db = factory.CreateDbContext();
            await db.Database.MigrateAsync();
            // A database with connections cannot be copied.
            NpgsqlConnection.ClearAllPools();
        }

        var name = NewName();
        await OnServer($"CREATE DATABASE {name} TEMPLATE {_template}");
        _created.Add(name);
        return At(name);
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        foreach (var name in _created)
        {
            await OnServer($"DROP DATABASE {name} WITH (FORCE)");
        }
    }

    private static string NewName() => $"caseflow_{new Ids(TimeProvider.System).Next():N}";

    private DatabaseOptions At(string name) => new(DatabaseProvider.PostgreSql, new NpgsqlConnectionStringBuilder(_server) { Database = name }.ConnectionString);

    private async Task OnServer(string sql)
    {
        await using var connection = new NpgsqlConnection(_server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
