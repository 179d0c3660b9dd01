using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CaseFlow.Cases.Storage;

/// <summary>Which failures mean "somebody else came first": nothing was stored, and the same work may well succeed the next time.</summary>
internal static class Conflicts
{
    private const int SqliteBusy = 5;
    private const int SqliteLocked = 6;
    private const int SqliteConstraint = 19;

    public static bool IsConflict(Exception failure) => failure switch
    {
        InstanceChangedException or LockUnavailableException or DbUpdateConcurrencyException => true,
        DbUpdateException { InnerException: { } inner } => IsConflict(inner),
        SqliteException sqlite => sqlite.SqliteErrorCode is SqliteBusy or SqliteLocked or SqliteConstraint,
        PostgresException postgres => postgres.SqlState is PostgresErrorCodes.SerializationFailure
            or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.LockNotAvailable,
        _ => false,
    };

    /// <summary>The database was away for a moment, before anything was committed.</summary>
    public static bool IsOutage(Exception failure) => failure switch
    {
        DbUpdateException { InnerException: { } inner } => IsOutage(inner),
        InvalidOperationException { InnerException: DbException inner } => IsOutage(inner),
        NpgsqlException npgsql => npgsql.IsTransient,
        _ => false,
    };
}
