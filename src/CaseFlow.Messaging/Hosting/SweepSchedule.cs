using CaseFlow.Cases.Storage;
using Microsoft.Extensions.Logging;

namespace CaseFlow.Messaging.Hosting;

/// <summary>Takes away every hour what has served its time. Several nodes may do it at once: what is gone is gone.</summary>
internal sealed class SweepSchedule(SweepStore store, Wakes wakes, TimeProvider time, ILogger<SweepSchedule> log)
    : PollingLoop(wakes.Sweep, time, TimeSpan.FromHours(1), log)
{
    protected override async Task<bool> Work(CancellationToken ct)
    {
        await store.Run(ct);
        return false;
    }
}
