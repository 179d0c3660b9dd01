using Microsoft.EntityFrameworkCore.Storage;

namespace CaseFlow.Cases.Storage;

/// <summary>A transaction that may write. Disposed without <see cref="Commit"/> it leaves nothing behind.</summary>
public sealed class WriteTransaction : IAsyncDisposable
{
    private readonly IDbContextTransaction _transaction;
    private readonly Action _done;

    internal WriteTransaction(IDbContextTransaction transaction, Action done)
    {
        _transaction = transaction;
        _done = done;
    }

    public Task Commit(CancellationToken ct) => _transaction.CommitAsync(ct);

    public async ValueTask DisposeAsync()
    {
        try
        {
            await _transaction.DisposeAsync();
        }
        finally
        {
            _done();
        }
    }
}
