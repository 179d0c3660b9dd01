using System.Collections.Concurrent;

namespace CaseFlow.Web.Api.Shared;

/// <summary>Which idempotency keys are being worked on in this process. Between processes the database lets one of two equal requests through.</summary>
internal sealed class RequestsUnderWay
{
    private readonly ConcurrentDictionary<(string Account, string Key), byte> _keys = new();

    /// <summary>Begins; dispose it when done.</summary>
    /// <returns>Null when a request with this key is under way.</returns>
    public IDisposable? Enter(string account, string key) => _keys.TryAdd((account, key), 0) ? new Turn(this, (account, key)) : null;

    private sealed class Turn(RequestsUnderWay all, (string Account, string Key) key) : IDisposable
    {
        public void Dispose() => all._keys.TryRemove(key, out _);
    }
}
