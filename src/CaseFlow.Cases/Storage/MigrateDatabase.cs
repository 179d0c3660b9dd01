using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace CaseFlow.Cases.Storage;

/// <summary>Brings the database to this release's schema; creates it when it is not there.</summary>
public sealed class MigrateDatabase(IDbContextFactory<CaseFlowDb> databases, DatabaseOptions database, ILogger<MigrateDatabase> log)
{
    // Below it, two connections that checkpoint at the same moment may lose a commit (sqlite.org/wal.html, "WAL-reset bug").
    // The write gate keeps CaseFlow's own to one at a time; another program on the same file would not be.
    private static readonly Version SafeSqlite = new(3, 51, 3);

    public async Task Run(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        await db.Database.MigrateAsync(ct);
        if (database.Provider == DatabaseProvider.Sqlite)
        {
            var version = (await db.Database.SqlQuery<string>($"""SELECT sqlite_version() AS "Value" """).ToListAsync(ct))[0];
            var level = Version.Parse(version) < SafeSqlite ? LogLevel.Warning : LogLevel.Information;
            log.Log(level, "SQLite {Version}: run one CaseFlow process on this file and no other program that writes to it", version);
        }
    }
}
