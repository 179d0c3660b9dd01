using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CaseFlow.Cases.Storage;

/// <summary>CaseFlow's rows in PostgreSQL, for several nodes: instances are locked by row, leases skip what others hold.</summary>
public sealed class PostgreSqlCaseFlowDb(DbContextOptions<PostgreSqlCaseFlowDb> options) : CaseFlowDb(options)
{
    public override async Task<WriteTransaction> BeginWrite(CancellationToken ct) =>
        new(await Database.BeginTransactionAsync(ct), () => { });

    internal override async Task<InstanceRow?> LockInstance(Guid id, bool mayWait, CancellationToken ct)
    {
        try
        {
            var rows = mayWait
                ? Instances.FromSql($"""SELECT * FROM "Instances" WHERE "Id" = {id} FOR UPDATE""")
                : Instances.FromSql($"""SELECT * FROM "Instances" WHERE "Id" = {id} FOR UPDATE NOWAIT""");
            var found = await rows.AsNoTracking().ToListAsync(ct);
            return found.Count == 0 ? null : found[0];
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.LockNotAvailable)
        {
            throw new LockUnavailableException(e);
        }
    }

    internal override async Task LockName(long name, bool mayWait, CancellationToken ct)
    {
        if (mayWait)
        {
            await Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({name})", ct);
            return;
        }

        var taken = await Database.SqlQuery<bool>($"""SELECT pg_try_advisory_xact_lock({name}) AS "Value" """).ToListAsync(ct);
        if (!taken[0])
        {
            throw new LockUnavailableException();
        }
    }

    internal override async Task<IReadOnlyList<TimerRow>> TakeTimers(Lease lease, int max, CancellationToken ct)
    {
        var now = lease.Now.UtcDateTime;
        var until = lease.Until.UtcDateTime;
        return await Timers.FromSql(
            $"""
            UPDATE "Timers" SET "LeasedBy" = {lease.Owner}, "LeasedUntil" = {until}, "Attempts" = "Attempts" + 1
            WHERE ("InstanceId", "TimerKey") IN (
                SELECT "InstanceId", "TimerKey" FROM "Timers"
                WHERE "DueAt" <= {now} AND ("LeasedUntil" IS NULL OR "LeasedUntil" <= {now})
                ORDER BY "DueAt" LIMIT {max} FOR UPDATE SKIP LOCKED)
            RETURNING *
            """).AsNoTracking().ToListAsync(ct);
    }

    internal override async Task<IReadOnlyList<JobRow>> TakeJobs(Lease lease, int max, CancellationToken ct)
    {
        var now = lease.Now.UtcDateTime;
        var until = lease.Until.UtcDateTime;
        return await Jobs.FromSql(
            $"""
            UPDATE "Jobs" SET "LeasedBy" = {lease.Owner}, "LeasedUntil" = {until}, "Attempts" = "Attempts" + 1
            WHERE ("InstanceId", "JobKey") IN (
                SELECT "InstanceId", "JobKey" FROM "Jobs"
                WHERE "AvailableAt" <= {now} AND ("LeasedUntil" IS NULL OR "LeasedUntil" <= {now})
                ORDER BY "AvailableAt" LIMIT {max} FOR UPDATE SKIP LOCKED)
            RETURNING *
            """).AsNoTracking().ToListAsync(ct);
    }
}
