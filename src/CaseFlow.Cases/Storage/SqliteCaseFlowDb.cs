using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Storage;

/// <summary>CaseFlow's rows in one SQLite file. Every write passes the <see cref="WriteGate"/>; that also makes row locks unnecessary.</summary>
public sealed class SqliteCaseFlowDb(DbContextOptions<SqliteCaseFlowDb> options, WriteGate gate) : CaseFlowDb(options)
{
    private bool _hasTurn;

    public override async Task<WriteTransaction> BeginWrite(CancellationToken ct)
    {
        var turn = await gate.Enter(ct);
        try
        {
            // Microsoft.Data.Sqlite begins with BEGIN IMMEDIATE: no read inside can be overtaken by another process's write.
            var transaction = await Database.BeginTransactionAsync(ct);
            _hasTurn = true;
            return new WriteTransaction(transaction, () =>
            {
                _hasTurn = false;
                turn.Dispose();
            });
        }
        catch
        {
            turn.Dispose();
            throw;
        }
    }

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        if (_hasTurn)
        {
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }

        using var turn = await gate.Enter(cancellationToken);
        return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    internal override Task<InstanceRow?> LockInstance(Guid id, bool mayWait, CancellationToken ct) =>
        Instances.AsNoTracking().FirstOrDefaultAsync(i => i.Id == id, ct);

    internal override Task LockName(long name, bool mayWait, CancellationToken ct) => Task.CompletedTask;

    internal override async Task<IReadOnlyList<TimerRow>> TakeTimers(Lease lease, int max, CancellationToken ct)
    {
        await using var transaction = await BeginWrite(ct);
        var now = lease.Now.UtcDateTime;
        var until = lease.Until.UtcDateTime;
        var taken = await Timers.FromSql(
            $"""
            UPDATE "Timers" SET "LeasedBy" = {lease.Owner}, "LeasedUntil" = {until}, "Attempts" = "Attempts" + 1
            WHERE ("InstanceId", "TimerKey") IN (
                SELECT "InstanceId", "TimerKey" FROM "Timers"
                WHERE "DueAt" <= {now} AND ("LeasedUntil" IS NULL OR "LeasedUntil" <= {now})
                ORDER BY "DueAt" LIMIT {max})
            RETURNING *
            """).AsNoTracking().ToListAsync(ct);
        await transaction.Commit(ct);
        return taken;
    }

    internal override async Task<IReadOnlyList<JobRow>> TakeJobs(Lease lease, int max, CancellationToken ct)
    {
        await using var transaction = await BeginWrite(ct);
        var now = lease.Now.UtcDateTime;
        var until = lease.Until.UtcDateTime;
        var taken = await Jobs.FromSql(
            $"""
            UPDATE "Jobs" SET "LeasedBy" = {lease.Owner}, "LeasedUntil" = {until}, "Attempts" = "Attempts" + 1
            WHERE ("InstanceId", "JobKey") IN (
                SELECT "InstanceId", "JobKey" FROM "Jobs"
                WHERE "AvailableAt" <= {now} AND ("LeasedUntil" IS NULL OR "LeasedUntil" <= {now})
                ORDER BY "AvailableAt" LIMIT {max})
            RETURNING *
            """).AsNoTracking().ToListAsync(ct);
        await transaction.Commit(ct);
        return taken;
    }
}
