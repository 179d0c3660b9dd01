using System.Diagnostics;

namespace CaseFlow.Fault.Tests.Running;

/// <summary>Looks again until something is there: what happens in another process is not awaited otherwise.</summary>
internal static class Eventually
{
    public static async Task<T> Find<T>(Func<Task<T?>> look, TimeSpan limit, Func<string> otherwise)
        where T : class
    {
        var started = Stopwatch.GetTimestamp();
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        do
        {
            if (await look() is { } found)
                return found;
        }
        while (Stopwatch.GetElapsedTime(started) < limit && await tick.WaitForNextTickAsync());
        throw new TimeoutException($"It did not come within {limit}: {otherwise()}");
    }
}
