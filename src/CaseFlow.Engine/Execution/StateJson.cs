using System.Buffers;
using System.Text.Json;
using CaseFlow.Engine.Feel;
using static CaseFlow.Engine.Execution.JsonParts;

namespace CaseFlow.Engine.Execution;

/// <summary>
/// The state of an instance as it is stored: canonical JSON with short names, since every commit writes it. Equal states
/// give equal bytes.
/// </summary>
public static class StateJson
{
    private const int Version = 1;

    public static byte[] Write(InstanceState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var writer = new Utf8JsonWriter(buffer, Canonical))
        {
            writer.WriteStartObject();
            writer.WriteNumber("v", Version);
            Optional(writer, "p", state.ProcessId);
            Optional(writer, "b", state.BundleHash);
            Optional(writer, "s", state.StartElementId);
            Optional(writer, "o", state.Outcome);
            Optional(writer, "e", state.EndElementId);
            writer.WriteNumber("n", state.FactCount);
            writer.WriteNumber("k", state.LastKey);
            if (state.Variables.Count > 0)
                Context(writer, "d", state.Variables);
            Array(writer, "i", state.Instances, Instance);
            Array(writer, "t", state.OpenTasks, (w, t) => { ShortHead(w, t.Key, t.ElementId); Assignment(w, t.Assignment); });
            Array(writer, "w", state.AllWaits, WriteWait);
            Array(writer, "x", state.Incidents, WriteIncident);
            Array(writer, "u", state.Compensables, (w, c) => { ShortHead(w, c.Key, c.ElementId); w.WriteNumber("s", c.ScopeKey); w.WriteNumber("i", c.InstanceKey); });
            writer.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <exception cref="FormatException">The bytes are no stored state.</exception>
    public static InstanceState Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            if (Number(root, "v") != Version)
                throw new FormatException($"The state's version {Number(root, "v")} is not known.");
            return InstanceState.Restore(
                new StoredHead(OptionalText(root, "p"), OptionalText(root, "b"), OptionalText(root, "s"), OptionalText(root, "o"), OptionalText(root, "e"), Number(root, "n"), Number(root, "k"), ContextOf(root)),
                [.. Items(root, "i").Select(ReadInstance)],
                [.. Items(root, "t").Select(e => new OpenTask(Number(e, "k"), Text(e, "e"), Assignment(e)))],
                [.. Items(root, "w").Select(ReadWait)],
                [.. Items(root, "x").Select(e => new Incident(Number(e, "k"), Text(e, "e"), Number(e, "o"), Text(e, "code"), Text(e, "detail"), Stage(e)))],
                [.. Items(root, "u").Select(e => new Compensable(Number(e, "k"), Text(e, "e"), Number(e, "s"), Number(e, "i")))]);
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new FormatException("The bytes are no stored state.", fault);
        }
    }

    private static void Array<T>(Utf8JsonWriter writer, string name, IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        var any = false;
        foreach (var item in items)
        {
            if (!any)
                writer.WriteStartArray(name);
            any = true;
            writer.WriteStartObject();
            write(writer, item);
            writer.WriteEndObject();
        }

        if (any)
            writer.WriteEndArray();
    }

    private static IEnumerable<JsonElement> Items(JsonElement root, string name) =>
        root.TryGetProperty(name, out var array) ? array.EnumerateArray() : Enumerable.Empty<JsonElement>();

    private static void ShortHead(Utf8JsonWriter writer, long key, string elementId)
    {
        writer.WriteNumber("k", key);
        writer.WriteString("e", elementId);
    }

    private static void Instance(Utf8JsonWriter writer, ElementInstance instance)
    {
        ShortHead(writer, instance.Key, instance.ElementId);
        if (instance.Scope is { Key: > 0 } scope)
            writer.WriteNumber("s", scope.Key);
        if (instance.Locals is not null)
            Context(writer, "d", instance.Locals);
        Optional(writer, "c", instance.CalledProcessId);
        if (instance.Arrived is not null)
        {
            writer.WriteStartArray("a");
            foreach (var flow in instance.Arrived)
                writer.WriteStringValue(flow);
            writer.WriteEndArray();
        }

        if (instance.Loop is { } loop)
            WriteLoop(writer, loop);
        if (instance.Compensates != 0)
            writer.WriteNumber("u", instance.Compensates);
        if (instance.Chosen != 0)
            writer.WriteNumber("h", instance.Chosen);
    }

    private static void WriteLoop(Utf8JsonWriter writer, LoopState loop)
    {
        writer.WriteStartObject("l");
        writer.WriteNumber("n", loop.Count);
        Value(writer, "i", loop.Items);
        writer.WriteNumber("e", loop.Entered);
        writer.WriteNumber("c", loop.Completed);
        if (loop.Outputs is { } outputs)
            Value(writer, "o", FeelValue.Of((IReadOnlyList<FeelValue>)outputs));
        writer.WriteEndObject();
    }

    private static StoredInstance ReadInstance(JsonElement e) => new(
        Number(e, "k"),
        Text(e, "e"),
        e.TryGetProperty("s", out var scope) ? scope.GetInt64() : 0,
        e.TryGetProperty("d", out _) ? Context(e, "d") : null,
        OptionalText(e, "c"),
        e.TryGetProperty("a", out var arrived) ? [.. arrived.EnumerateArray().Select(a => a.GetString() ?? "")] : null,
        e.TryGetProperty("l", out var loop) ? ReadLoop(loop) : null,
        e.TryGetProperty("u", out var undone) ? undone.GetInt64() : 0,
        e.TryGetProperty("h", out var chosen) ? chosen.GetInt32() : 0);

    private static LoopState ReadLoop(JsonElement e) => new((int)Number(e, "n"), Value(e, "i"))
    {
        Entered = (int)Number(e, "e"),
        Completed = (int)Number(e, "c"),
        Outputs = e.TryGetProperty("o", out _) && Value(e, "o").AsList() is { } outputs ? [.. outputs] : null,
    };

    private static void WriteWait(Utf8JsonWriter writer, Wait wait)
    {
        ShortHead(writer, wait.Key, wait.ElementId);
        writer.WriteNumber("o", wait.ElementKey);
        switch (wait)
        {
            case OpenTimer t: Time(writer, "due", t.DueAt); Repeats(writer, t.RepeatsLeft, t.Every); break;
            case MessageWait m: writer.WriteString("message", m.MessageName); writer.WriteString("key", m.CorrelationKey); break;
            case SignalWait s: writer.WriteString("signal", s.SignalName); break;
            case ConditionWait c: writer.WriteBoolean("holds", c.Holds); break;
            case OpenJob j: writer.WriteString("topic", j.Topic); writer.WriteBoolean("inline", j.Inline); Context(writer, "input", j.Input); break;
            default: throw new InvalidOperationException($"{wait} is of no known kind.");
        }
    }

    private static Wait ReadWait(JsonElement e)
    {
        var (key, element, owner) = (Number(e, "k"), Text(e, "e"), Number(e, "o"));
        if (e.TryGetProperty("due", out _))
            return new OpenTimer(key, element, owner, Time(e, "due"), Repeats(e), OptionalText(e, "every"));
        if (e.TryGetProperty("message", out _))
            return new MessageWait(key, element, owner, Text(e, "message"), Text(e, "key"));
        if (e.TryGetProperty("signal", out _))
            return new SignalWait(key, element, owner, Text(e, "signal"));
        if (e.TryGetProperty("holds", out var holds))
            return new ConditionWait(key, element, owner, holds.GetBoolean());
        return new OpenJob(key, element, owner, Text(e, "topic"), e.GetProperty("inline").GetBoolean(), Context(e, "input"));
    }

    private static void WriteIncident(Utf8JsonWriter writer, Incident incident)
    {
        ShortHead(writer, incident.Key, incident.ElementId);
        writer.WriteNumber("o", incident.ElementKey);
        writer.WriteString("code", incident.Code);
        writer.WriteString("detail", incident.Detail);
        writer.WriteString("stage", StageName(incident.Stage));
    }

    private static FeelContext? ContextOf(JsonElement root) => root.TryGetProperty("d", out _) ? Context(root, "d") : null;
}
