using CaseFlow.Cases.Processes;
using CaseFlow.Cases.Storage;
using CaseFlow.Messaging.Hosting;
using Microsoft.Extensions.Logging;

namespace CaseFlow.Messaging.Timers;

/// <summary>
/// Fires the timers whose date has come. A timer that could not be fired comes back when its lease runs out, on any node;
/// one whose firing did not reach its commit fires once more, and never twice, because the instance knows its timers.
/// </summary>
internal sealed partial class TimerPoller(
    Leases leases, FireDueTimer fire, NodeName node, Wakes wakes, TimeProvider time, ILogger<TimerPoller> log)
    : PollingLoop(wakes.Timers, time, TimeSpan.FromSeconds(1), log)
{
    private static readonly TimeSpan LeaseTime = TimeSpan.FromSeconds(30);
    private const int BatchSize = 20;

    protected override Task<bool> Work(CancellationToken ct) => FireDue(ct);

    /// <summary>Fires one batch of what is due, earliest first.</summary>
    /// <returns>True when there may be more.</returns>
    public async Task<bool> FireDue(CancellationToken ct)
    {
        var due = await leases.TakeTimers(node.Value, BatchSize, LeaseTime, ct);
        foreach (var timer in due)
        {
            try
            {
                var outcome = await fire.Handle(timer.InstanceId, timer.TimerKey, ct);
                if (!outcome.IsAccepted)
                    LogNotFired(log, null, timer.InstanceId, timer.TimerKey, timer.Attempts, outcome.Refusals[0].Code);
            }
            catch (Exception e) when (e is not OperationCanceledException || !ct.IsCancellationRequested)
            {
                // One instance that cannot go on does not hold back the timers of the others.
                LogNotFired(log, e, timer.InstanceId, timer.TimerKey, timer.Attempts, e.GetType().Name);
            }
        }

        return due.Count == BatchSize;
    }

    [LoggerMessage(LogLevel.Error, "Timer {TimerKey} of {InstanceId} did not fire, attempt {Attempts}: {Cause}. It is tried again.")]
    private static partial void LogNotFired(ILogger log, Exception? exception, Guid instanceId, long timerKey, int attempts, string cause);
}
