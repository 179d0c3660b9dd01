using CaseFlow.Engine.Execution;
using CaseFlow.Engine.Model;

namespace CaseFlow.Conformance.World;

/// <summary>What a store would be to the engine: several instances of one bundle, a clock that only moves when told, and the carrying of messages and signals between instances.</summary>
internal sealed class VirtualWorld(ModelBundle models)
{
    private readonly List<WorldInstance> _instances = [];

    internal DateTimeOffset Now { get; private set; } = new(2026, 1, 12, 9, 0, 0, TimeSpan.Zero);

    internal IReadOnlyList<WorldInstance> Instances => _instances;

    /// <summary>Called for every fact of every instance, as it happens.</summary>
    internal Action<WorldInstance, Fact>? Observer { get; init; }

    internal WorldInstance Start(StartProcess command)
    {
        var instance = new WorldInstance(command.ProcessId, new InstanceState());
        _instances.Add(instance);
        Do(instance, command);
        return instance;
    }

    internal Rejection? Do(WorldInstance instance, Command command)
    {
        var result = ProcessEngine.Execute(models, instance.State, command, new Moment(Now, "conformance"));
        foreach (var fact in result.Facts)
        {
            if (fact is InstanceEnded)
                instance.EndedAt = Now;
            Observer?.Invoke(instance, fact);
        }

        foreach (var fact in result.Facts)
        {
            if (fact is MessageThrown message)
                Deliver(message);
            else if (fact is SignalThrown signal)
                Broadcast(instance, signal);
        }

        return result.Rejection;
    }

    /// <summary>Fires every timer that falls due, in order, until the clock stands at <paramref name="until"/>.</summary>
    internal void AdvanceTo(DateTimeOffset until)
    {
        // A bound against a timer that always sets itself again at once.
        for (var i = 0; i < 10_000; i++)
        {
            var next = _instances
                .Where(x => !x.State.IsEnded)
                .SelectMany(x => x.State.Timers.Select(t => (Instance: x, Timer: t)))
                .OrderBy(x => x.Timer.DueAt)
                .FirstOrDefault(x => x.Timer.DueAt <= until);
            if (next.Instance is null)
                break;
            Now = next.Timer.DueAt > Now ? next.Timer.DueAt : Now;
            Do(next.Instance, new FireTimer(next.Timer.Key));
        }

        Now = until;
    }

    private void Deliver(MessageThrown message)
    {
        foreach (var instance in _instances.ToList())
        {
            if (!instance.State.IsEnded && Do(instance, new CorrelateMessage(message.MessageName, message.CorrelationKey, message.Payload)) is null)
                return;
        }

        if (models.Processes.FirstOrDefault(p => p.MessageStarts.Any(s => s.MessageName == message.MessageName)) is { } process)
            Start(new StartProcess(process.Id, message.Payload, message.MessageName));
    }

    private void Broadcast(WorldInstance thrower, SignalThrown signal)
    {
        foreach (var instance in _instances.ToList())
        {
            if (instance != thrower && !instance.State.IsEnded)
                Do(instance, new BroadcastSignal(signal.SignalName, signal.Payload));
        }

        foreach (var process in models.Processes)
        {
            foreach (var start in process.Elements.Where(e => StartsBy(e, signal.SignalName)))
                Start(new StartProcess(process.Id, signal.Payload, null, start.Id));
        }
    }

    private static bool StartsBy(ElementModel element, string signal) =>
        element is { Kind: ElementKind.StartEvent, Parent: null } && element.Events.Any(e => e.Trigger == EventTrigger.Signal && e.Name == signal);
}

/// <summary>One instance in the world.</summary>
internal sealed class WorldInstance(string processId, InstanceState state)
{
    internal string ProcessId { get; } = processId;

    internal InstanceState State { get; } = state;

    internal DateTimeOffset? EndedAt { get; set; }
}
