using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CaseFlow.Messaging.Hosting;

/// <summary>
/// Work that is looked for again and again: at once while there is some, when woken, and at an interval. An error never
/// ends it: it waits longer and longer, up to half a minute, and goes on.
/// </summary>
internal abstract partial class PollingLoop(Wake wake, TimeProvider time, TimeSpan interval, ILogger log) : BackgroundService
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    /// <summary>Does what there is to do now.</summary>
    /// <returns>True when there may be more at once.</returns>
    protected abstract Task<bool> Work(CancellationToken ct);

    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var failures = 0;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var more = await Work(stoppingToken);
                failures = 0;
                if (!more)
                    await wake.Wait(interval, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                failures++;
                LogFailure(log, e, GetType().Name, failures);
                await Pause(failures, stoppingToken);
            }
        }
    }

    private async Task Pause(int failures, CancellationToken ct)
    {
        var pause = TimeSpan.FromSeconds(Math.Min(Math.Pow(2, Math.Min(failures, 10)) / 2, LongestPause.TotalSeconds));
        try
        {
            await Task.Delay(pause, time, ct);
        }
        catch (OperationCanceledException)
        {
            // The host stops; the loop sees it.
        }
    }

    [LoggerMessage(LogLevel.Error, "{Loop} failed for the {Count}. time in a row; it goes on after a pause.")]
    private static partial void LogFailure(ILogger log, Exception exception, string loop, int count);
}
