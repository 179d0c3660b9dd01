using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CaseFlow.Cases.Storage;

/// <summary>What every SQLite connection needs: durable commits, readers that never block, and waiting in the library instead of in 150 ms sleeps.</summary>
internal sealed class SqliteConnectionSetup(bool isBesideServer = false) : DbConnectionInterceptor
{
    // busy_timeout comes first: switching to WAL may itself have to wait for another process.
    private const string Settings =
        "PRAGMA busy_timeout=10000; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA temp_store=MEMORY;";

    private readonly string _settings = isBesideServer ? Settings + " PRAGMA wal_autocheckpoint=0;" : Settings;

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = _settings;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = _settings;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
