using CaseFlow.Cases.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CaseFlow.Messaging.Outbox;

/// <summary>Says when messages have waited too long to be sent. Degraded, never dead: people can work on, and nothing is lost.</summary>
internal sealed class OutboxHealth(IDbContextFactory<CaseFlowDb> databases, TimeProvider time) : IHealthCheck
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var late = time.GetUtcNow() - LongestWait;
        // A delayed message is not late before its time, so a failed one is known by its attempts.
        var waiting = await db.Outbox.CountAsync(o => o.OccurredAt <= late && (o.Attempts > 0 || o.AvailableAt <= late), cancellationToken);
        return waiting == 0
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Degraded($"{waiting} messages have waited more than {LongestWait.TotalSeconds:0} seconds to be sent.");
    }
}
