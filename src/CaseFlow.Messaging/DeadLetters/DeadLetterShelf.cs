using System.Runtime.Serialization;
using System.Text.Json;
using CaseFlow.Cases.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace CaseFlow.Messaging.DeadLetters;

/// <summary>Puts messages aside that could not be handled, where the administrator sees them.</summary>
internal sealed partial class DeadLetterShelf(IDbContextFactory<CaseFlowDb> databases, Ids ids, TimeProvider time, ILogger<DeadLetterShelf> log)
{
    /// <summary>Puts a message aside, or counts up one that has been here before.</summary>
    public async Task Put(string queue, byte[] body, string cause, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.BeginWrite(ct);
        var (messageId, type) = Glance(body);
        await Put(db, queue, messageId, type, body, cause, ct);
        await db.SaveChangesAsync(ct);
        await transaction.Commit(ct);
        LogPutAside(log, messageId, type, queue, cause);
    }

    /// <summary>The same inside the caller's transaction.</summary>
    public async Task Put(CaseFlowDb db, string queue, Guid? messageId, string? type, byte[] body, string cause, CancellationToken ct)
    {
        var row = messageId is null
            ? null
            : await db.Set<DeadLetterRow>().FirstOrDefaultAsync(d => d.Queue == queue && d.MessageId == messageId, ct);
        if (row is null)
            db.Add(row = new DeadLetterRow { Id = ids.Next(), Queue = queue, MessageId = messageId, Type = type, Body = body, Cause = "" });
        row.Cause = Shortened(cause, 2000);
        row.FailedAt = time.GetUtcNow();
        row.Failures++;
        row.AgainAt = null;
        row.SettledAt = null;
    }

    /// <summary>A message that had been put aside was handled.</summary>
    public async Task Settle(string queue, Guid messageId, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        if (!await db.Set<DeadLetterRow>().AnyAsync(d => d.Queue == queue && d.MessageId == messageId && d.SettledAt == null, ct))
            return;
        await using var transaction = await db.BeginWrite(ct);
        var now = time.GetUtcNow();
        await db.Set<DeadLetterRow>().Where(d => d.Queue == queue && d.MessageId == messageId && d.SettledAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(d => d.SettledAt, now).SetProperty(d => d.AgainAt, (DateTimeOffset?)null), ct);
        await transaction.Commit(ct);
    }

    /// <summary>The error as the administrator reads it: our own words about what could not be read, else the innermost type and text.</summary>
    public static string CauseOf(Exception exception)
    {
        for (var e = exception; e is not null; e = e.InnerException)
        {
            if (e is SerializationException)
                return e.Message;
        }

        var inner = exception.GetBaseException();
        return $"{inner.GetType().Name}: {inner.Message}";
    }

    private static (Guid? MessageId, string? Type) Glance(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
                return (null, null);
            var id = document.RootElement.TryGetProperty("id", out var i) && i.ValueKind == JsonValueKind.String && Guid.TryParse(i.GetString(), out var guid) ? guid : (Guid?)null;
            var type = document.RootElement.TryGetProperty("type", out var t) && t.ValueKind == JsonValueKind.String ? t.GetString() : null;
            return (id, type is null ? null : Shortened(type, 200));
        }
        catch (JsonException)
        {
            return (null, null);
        }
    }

    private static string Shortened(string text, int length) => text.Length <= length ? text : text[..length];

    [LoggerMessage(LogLevel.Error, "Message {MessageId} of type {Type} was moved aside from {Queue}: {Cause}")]
    private static partial void LogPutAside(ILogger log, Guid? messageId, string? type, string queue, string cause);
}
