using System.Text.Json;
using CaseFlow.Engine.Execution;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Model;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Storage;

/// <summary>Finds who is to have a message: the one wait with its name and key, else a message start event, else the buffer.</summary>
internal sealed class MessageRouter(ProcessUnit unit, LockSet locks, StoreOptions options)
{
    /// <summary>The instance that waits for name and key, loaded and locked; the one with the lowest id where several do. Null when nobody does.</summary>
    public async Task<LoadedInstance?> FindReceiver(string name, string key, CancellationToken ct)
    {
        await locks.Message(name, key, ct);
        var waiting = unit.Instances.Where(i => Awaits(i.State, name, key)).Select(i => i.Id).ToHashSet();
        var stored = await unit.Db.Subscriptions.AsNoTracking()
            .Where(s => s.Kind == SubscriptionKind.Message && s.Name == name && s.CorrelationKey == key)
            .Select(s => s.InstanceId).Distinct().ToListAsync(ct);
        // What this unit has loaded may have moved on since the row was stored: its state decides.
        waiting.UnionWith(stored.Where(id => !unit.Instances.Any(i => i.Id == id)));
        foreach (var id in waiting.Order())
        {
            var instance = await unit.Load(id, ct);
            // Between the row and the lock another commit may have ended the wait.
            if (instance is not null && Awaits(instance.State, name, key))
            {
                return instance;
            }
        }

        return null;
    }

    /// <summary>The process of the deployed bundle that a message of this name starts, unless it already has an instance with this key.</summary>
    public async Task<ProcessModel?> FindStart(string name, string key, CancellationToken ct)
    {
        var bundle = await unit.CurrentBundle(ct);
        var process = bundle?.Processes.FirstOrDefault(p => p.MessageStarts.Any(s => s.MessageName == name));
        if (process is null || key.Length == 0)
        {
            return process;
        }

        var known = unit.Instances.Any(i => i.Row.ProcessId == process.Id && i.Row.CorrelationKey == key)
            || await unit.Db.Instances.AnyAsync(i => i.ProcessId == process.Id && i.CorrelationKey == key, ct);
        return known ? null : process;
    }

    public void Buffer(string name, string key, FeelContext payload) =>
        unit.Db.BufferedMessages.Add(new()
        {
            Id = unit.Ids.Next(),
            MessageName = name,
            CorrelationKey = key,
            Payload = FeelJson.WriteText(FeelValue.Of(payload)),
            ReceivedAt = unit.Now,
            ExpiresAt = unit.Now + options.MessageTimeToLive,
        });

    /// <summary>Takes the oldest buffered message with this name and key out of the buffer; null when there is none in time.</summary>
    public async Task<FeelContext?> TakeBuffered(string name, string key, CancellationToken ct)
    {
        var stored = await unit.Db.BufferedMessages
            .Where(m => m.MessageName == name && m.CorrelationKey == key && m.ExpiresAt > unit.Now)
            .OrderBy(m => m.ReceivedAt).ThenBy(m => m.Id).ToListAsync(ct);
        var oldest = stored.FirstOrDefault(m => unit.Db.Entry(m).State != EntityState.Deleted)
            ?? unit.Db.BufferedMessages.Local.FirstOrDefault(m => m.MessageName == name && m.CorrelationKey == key);
        if (oldest is null)
        {
            return null;
        }

        unit.Db.BufferedMessages.Remove(oldest);
        using var payload = JsonDocument.Parse(oldest.Payload);
        return FeelJson.Read(payload.RootElement).AsContext() ?? FeelContext.Empty;
    }

    /// <summary>Every other instance that waits for the signal, loaded and locked in id order.</summary>
    public async Task<IReadOnlyList<LoadedInstance>> FindListeners(string signal, LoadedInstance thrower, CancellationToken ct)
    {
        var waiting = unit.Instances.Where(i => i.State.SignalWaits.Any(w => w.SignalName == signal)).Select(i => i.Id).ToHashSet();
        waiting.UnionWith(await unit.Db.Subscriptions.AsNoTracking()
            .Where(s => s.Kind == SubscriptionKind.Signal && s.Name == signal)
            .Select(s => s.InstanceId).Distinct().ToListAsync(ct));
        var listeners = new List<LoadedInstance>();
        foreach (var id in waiting.Where(id => id != thrower.Id).Order())
        {
            if (await unit.Load(id, ct) is { } listener)
            {
                listeners.Add(listener);
            }
        }

        return listeners;
    }

    private static bool Awaits(InstanceState state, string name, string key) =>
        state.MessageWaits.Any(w => w.MessageName == name && w.CorrelationKey == key);
}
