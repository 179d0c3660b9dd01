using CaseFlow.Cases.Notifications;
using CaseFlow.Cases.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;

namespace CaseFlow.Messaging.Hosting;

/// <summary>
/// Before the loops start: what a process of this name was doing when it died is done again at once, not first when its
/// leases run out. Only SQLite's one process has a name from before; every other node finds nothing of its own.
/// </summary>
internal sealed class OwnLeases(Leases leases, NodeName node, IDbContextFactory<CaseFlowDb> databases) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (node != NodeName.Embedded)
            return;
        await leases.TakeBack(node.Value, cancellationToken);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.BeginWrite(cancellationToken);
        await db.Set<Mail>().Where(m => m.State == MailState.Waiting && m.LeasedUntil != null)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.LeasedUntil, (DateTimeOffset?)null), cancellationToken);
        await transaction.Commit(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
