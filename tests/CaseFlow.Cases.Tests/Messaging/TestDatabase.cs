using CaseFlow.Cases.Storage;
using Microsoft.Data.Sqlite;

namespace CaseFlow.Cases.Tests.Messaging;

/// <summary>A SQLite file of its own, gone with the test.</summary>
internal sealed class TestDatabase : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("caseflow-").FullName;

    public TestDatabase()
    {
        Factory = new CaseFlowDbFactory(new DatabaseOptions(DatabaseProvider.Sqlite, $"Data Source={Path.Combine(_folder, "test.db")}"));
        using var db = Factory.CreateDbContext();
        db.Database.EnsureCreated();
    }

    public CaseFlowDbFactory Factory { get; }

    public void Dispose()
    {
        Factory.Dispose();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}
