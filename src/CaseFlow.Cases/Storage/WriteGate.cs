namespace CaseFlow.Cases.Storage;

/// <summary>
/// One writer at a time. SQLite lets one connection write and makes the others wait in steps, where some starve;
/// waiting here is in order and costs nothing. It also keeps checkpoints to one connection at a time.
/// </summary>
public sealed class WriteGate : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>Waits for the turn; dispose the result to pass it on.</summary>
    public async ValueTask<IDisposable> Enter(CancellationToken ct)
    {
        await _turn.WaitAsync(ct);
        return new Turn(_turn);
    }

    public void Dispose() => _turn.Dispose();

    private sealed class Turn(SemaphoreSlim turn) : IDisposable
    {
        private SemaphoreSlim? _turn = turn;

        public void Dispose() => Interlocked.Exchange(ref _turn, null)?.Release();
    }
}
