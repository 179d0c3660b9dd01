using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Storage;

/// <summary>Opens contexts on the configured database. Contexts are cheap: open one for each piece of work.</summary>
public sealed class CaseFlowDbFactory : IDbContextFactory<CaseFlowDb>, IDisposable
{
    private readonly WriteGate _gate = new();
    private readonly Func<CaseFlowDb> _create;

    public CaseFlowDbFactory(DatabaseOptions database)
    {
        ArgumentNullException.ThrowIfNull(database);
        _create = database.Provider switch
        {
            DatabaseProvider.Sqlite => OnSqlite(database),
            DatabaseProvider.PostgreSql => OnPostgreSql(database.ConnectionString),
        };
    }

    public CaseFlowDb CreateDbContext() => _create();

    public void Dispose() => _gate.Dispose();

    private Func<CaseFlowDb> OnSqlite(DatabaseOptions database)
    {
        var options = new DbContextOptionsBuilder<SqliteCaseFlowDb>()
            .UseSqlite(database.ConnectionString)
            .AddInterceptors(new SqliteConnectionSetup(database.IsBesideServer))
            .Options;
        return () => new SqliteCaseFlowDb(options, _gate);
    }

    private static Func<CaseFlowDb> OnPostgreSql(string connectionString)
    {
        var options = new DbContextOptionsBuilder<PostgreSqlCaseFlowDb>().UseNpgsql(connectionString).Options;
        return () => new PostgreSqlCaseFlowDb(options);
    }
}
