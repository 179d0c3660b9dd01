using CaseFlow.Cases.Processes;
using CaseFlow.Engine.Execution;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Cases.Storage;

/// <summary>
/// Runs a command and what follows from it inside one commit, until everything stands still: the engine is pure and only
/// says that an inline task was reached or a message thrown; here it happens, and the engine is entered again.
/// </summary>
internal sealed class CommandLoop(ProcessUnit unit, LockSet locks, TopicRegistry topics, StoreOptions options)
{
    private readonly MessageRouter _router = new(unit, locks, options);
    private readonly Moment _moment = new(unit.Now, unit.Actor.AccountId);
    private int _inlineTasks;

    public async Task<Rejection?> Run(LoadedInstance instance, Command command, CancellationToken ct)
    {
        var followUps = new Queue<FollowUp>();
        var waits = new Queue<Opened>();
        var rejection = Step(instance, command, followUps, waits);
        if (rejection is null)
        {
            await Drain(followUps, waits, ct);
        }

        return rejection;
    }

    public async Task<MessageDelivery> Send(string name, string key, FeelContext payload, CancellationToken ct)
    {
        var followUps = new Queue<FollowUp>();
        var waits = new Queue<Opened>();
        var delivery = await Deliver(name, key, payload, followUps, waits, ct);
        await Drain(followUps, waits, ct);
        return delivery;
    }

    private Rejection? Step(LoadedInstance instance, Command command, Queue<FollowUp> followUps, Queue<Opened> waits)
    {
        var result = ProcessEngine.Execute(instance.Bundle, instance.State, command, _moment);
        if (result.Rejection is not null)
        {
            return result.Rejection;
        }

        instance.Record(result.Facts, _moment);
        foreach (var fact in result.Facts)
        {
            if (fact is JobOpened { Inline: true } or MessageThrown or SignalThrown)
            {
                followUps.Enqueue(new(instance, fact));
            }
            else if (fact is MessageAwaited awaited)
            {
                waits.Enqueue(new(instance, awaited));
            }
        }

        return null;
    }

    private async Task Drain(Queue<FollowUp> followUps, Queue<Opened> waits, CancellationToken ct)
    {
        while (true)
        {
            if (followUps.TryDequeue(out var next))
            {
                switch (next.Fact)
                {
                    case JobOpened job:
                        await RunInline(next.Instance, job, followUps, waits, ct);
                        break;
                    case MessageThrown thrown:
                        await Deliver(thrown.MessageName, thrown.CorrelationKey, thrown.Payload, followUps, waits, ct);
                        break;
                    case SignalThrown signal:
                        await Carry(next.Instance, signal, followUps, waits, ct);
                        break;
                }
            }
            else if (waits.TryDequeue(out var opened))
            {
                await TakeBuffered(opened, followUps, waits, ct);
            }
            else
            {
                return;
            }
        }
    }

    private async Task RunInline(LoadedInstance instance, JobOpened job, Queue<FollowUp> followUps, Queue<Opened> waits, CancellationToken ct)
    {
        // What came before it in this commit may have interrupted the task.
        if (!instance.State.Jobs.Any(open => open.Key == job.Key))
        {
            return;
        }

        var handler = topics.FindInline(job.Topic);
        if (handler is null || ++_inlineTasks > options.MaxInlineTasks)
        {
            Step(instance, new FailJob(job.Key, handler is null ? "topic.unknown" : "topic.endless-loop"), followUps, waits);
            return;
        }

        var answer = await handler.Run(new(unit, instance, job.ElementId, job.Input, job.Key), ct);
        if (instance.State.Jobs.Any(open => open.Key == job.Key))
        {
            Refuse(Step(instance, new CompleteJob(job.Key, answer), followUps, waits));
        }
    }

    private async Task<MessageDelivery> Deliver(string name, string key, FeelContext payload, Queue<FollowUp> followUps, Queue<Opened> waits, CancellationToken ct)
    {
        var receiver = await _router.FindReceiver(name, key, ct);
        if (receiver is not null)
        {
            Refuse(Step(receiver, new CorrelateMessage(name, key, payload), followUps, waits));
            return MessageDelivery.Received;
        }

        var start = await _router.FindStart(name, key, ct);
        if (start is not null)
        {
            var id = Guid.TryParse(key, out var named) ? named : unit.Ids.Next();
            var started = await unit.Start(id, start.Id, new StartProcess(start.Id, payload, name), ct, key.Length == 0 ? null : key);
            if (started.IsAccepted)
            {
                return MessageDelivery.StartedInstance;
            }
        }

        _router.Buffer(name, key, payload);
        return MessageDelivery.Buffered;
    }

    // The engine has given the signal to the thrower's own instance.
    private async Task Carry(LoadedInstance thrower, SignalThrown signal, Queue<FollowUp> followUps, Queue<Opened> waits, CancellationToken ct)
    {
        foreach (var listener in await _router.FindListeners(signal.SignalName, thrower, ct))
        {
            Refuse(Step(listener, new BroadcastSignal(signal.SignalName, signal.Payload), followUps, waits));
        }
    }

    private async Task TakeBuffered(Opened opened, Queue<FollowUp> followUps, Queue<Opened> waits, CancellationToken ct)
    {
        var (instance, wait) = opened;
        await locks.Message(wait.MessageName, wait.CorrelationKey, ct);
        if (!instance.State.MessageWaits.Any(open => open.Key == wait.Key))
        {
            return;
        }

        var payload = await _router.TakeBuffered(wait.MessageName, wait.CorrelationKey, ct);
        if (payload is not null)
        {
            Refuse(Step(instance, new CorrelateMessage(wait.MessageName, wait.CorrelationKey, payload), followUps, waits));
        }
    }

    // The state was looked at just before, so a rejection here is a bug; the exception undoes the commit.
    private static void Refuse(Rejection? rejection)
    {
        if (rejection is not null)
        {
            throw new InvalidOperationException($"The engine rejected what its own state asked for: {rejection.Code}.");
        }
    }

    private readonly record struct FollowUp(LoadedInstance Instance, Fact Fact);

    private readonly record struct Opened(LoadedInstance Instance, MessageAwaited Wait);
}
