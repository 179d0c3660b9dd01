using CaseFlow.Cases.Storage;
using CaseFlow.Cases.Tests.Storage;

namespace CaseFlow.Cases.Tests;

/// <summary>The databases of this test run, one migrated template for each kind.</summary>
[SetUpFixture]
internal sealed class DatabasesOfRun
{
    private static readonly Lock Gate = new();
    private static readonly Dictionary<DatabaseProvider, ITestDatabases> Known = [];

    public static ITestDatabases For(DatabaseProvider provider)
    {
        lock (Gate)
        {
            if (!Known.TryGetValue(provider, out var databases))
            {
                Known[provider] = databases = provider switch
                {
                    DatabaseProvider.Sqlite => new SqliteTestDatabases(),
                    DatabaseProvider.PostgreSql => PostgreSqlTestDatabases.OrSkip(),
                };
            }

            return databases;
        }
    }

    [OneTimeTearDown]
    public async Task Drop()
    {
        foreach (var databases in Known.Values)
        {
            await databases.DisposeAsync();
        }
    }
}
