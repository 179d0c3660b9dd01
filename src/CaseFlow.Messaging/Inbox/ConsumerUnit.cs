using CaseFlow.Cases.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Messaging.Inbox;

/// <summary>The context that the inbox and the consumer of one message share: what the consumer adds is stored together with the mark that it has acted.</summary>
/// <remarks>One for each attempt; a failed attempt leaves nothing behind.</remarks>
internal sealed class ConsumerUnit(IDbContextFactory<CaseFlowDb> databases) : IAsyncDisposable
{
    private CaseFlowDb? _db;

    public CaseFlowDb Db => _db ??= databases.CreateDbContext();

    public ValueTask DisposeAsync() => _db?.DisposeAsync() ?? ValueTask.CompletedTask;
}
