namespace CaseFlow.Messaging.Hosting;

/// <summary>Wakes a loop that would otherwise look again only after its interval. A call while nobody waits is remembered, once.</summary>
internal sealed class Wake(TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim _called = new(0, 1);

    public void Call()
    {
        try
        {
            _called.Release();
        }
        catch (SemaphoreFullException)
        {
            // Already called.
        }
    }

    /// <summary>Waits for a call, at most <paramref name="interval"/>.</summary>
    public async Task Wait(TimeSpan interval, CancellationToken ct)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var called = _called.WaitAsync(enough.Token);
        var passed = Task.Delay(interval, time, enough.Token);
        await Task.WhenAny(called, passed);
        await enough.CancelAsync();
        ct.ThrowIfCancellationRequested();
        // A call that came in the same moment is not lost: it only makes the loop look once more.
        if (called.IsCompletedSuccessfully && passed.IsCompletedSuccessfully)
            Call();
    }

    public void Dispose() => _called.Dispose();
}
