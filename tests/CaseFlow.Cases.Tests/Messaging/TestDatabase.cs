using CaseFlow.Cases.Storage;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace CaseFlow.Cases.Tests.Messaging;

/// <summary>A database of the test's own, gone with it.</summary>
internal sealed class TestDatabase : IDisposable
{
    private readonly Action _remove;

    private TestDatabase(DatabaseProvider provider, string connection, Action remove)
    {
        _remove = remove;
        Options = new DatabaseOptions(provider, connection);
        Factory = new CaseFlowDbFactory(Options);
        using var db = Factory.CreateDbContext();
        db.Database.EnsureCreated();
    }

    public DatabaseOptions Options { get; }

    public CaseFlowDbFactory Factory { get; }

    public static TestDatabase Sqlite()
    {
        var folder = Directory.CreateTempSubdirectory("caseflow-").FullName;
        return new(DatabaseProvider.Sqlite, $"Data Source={Path.Combine(folder, "test.db")}", () =>
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        });
    }

    public static TestDatabase PostgreSql()
    {
        var server = TestServers.PostgreSql();
        var name = $"m{Guid.CreateVersion7():N}";
        return new(DatabaseProvider.PostgreSql, new NpgsqlConnectionStringBuilder(server) { Database = name }.ConnectionString, () =>
        {
            using var connection = new NpgsqlConnection(server);
            connection.Open();
            using var drop = new NpgsqlCommand($"DROP DATABASE \"{name}\" WITH (FORCE)", connection);
            drop.ExecuteNonQuery();
        });
    }

    public void Dispose()
    {
        Factory.Dispose();
        _remove();
    }
}
