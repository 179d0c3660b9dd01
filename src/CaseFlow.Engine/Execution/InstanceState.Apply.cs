using CaseFlow.Engine.Feel;

namespace CaseFlow.Engine.Execution;

public sealed partial class InstanceState
{
    /// <summary>Changes the state by one fact. The only place where state changes.</summary>
    /// <exception cref="InvalidOperationException">The fact does not fit the state: it was not the next one of this instance.</exception>
    public void Apply(Fact fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        switch (fact)
        {
            case ElementEntered f: Enter(f); break;
            case ElementCompleted f: Remove(f.Key, completed: true); break;
            case SequenceFlowTaken: break;
            case UserTaskOpened f: (_tasks ??= new()).Add(Count(f.Key), new OpenTask(f.Key, f.ElementId, f.Assignment)); break;
            case UserTaskDone f: Require(_tasks?.Remove(f.Key), f); break;
            case VariablesSet f: Set(f); break;
            case InstanceStarted f: Start(f); break;
            case ElementCancelled f: Remove(f.Key, completed: false); break;
            case TokenJoined f: Join(f); break;
            case UserTaskWithdrawn f: Require(_tasks?.Remove(f.Key), f); break;
            case TimerScheduled f: Await(new OpenTimer(f.Key, f.ElementId, f.ElementKey, f.DueAt, f.RepeatsLeft, f.Every)); break;
            case TimerFired f: EndWait(f.Key); break;
            case TimerCancelled f: EndWait(f.Key); break;
            case MessageAwaited f: Await(new MessageWait(f.Key, f.ElementId, f.ElementKey, f.MessageName, f.CorrelationKey)); break;
            case MessageReceived f: EndWait(f.Key); break;
            case MessageNoLongerAwaited f: EndWait(f.Key); break;
            case JobOpened f: Await(new OpenJob(f.Key, f.ElementId, f.ElementKey, f.Topic, f.Inline, f.Input)); break;
            case JobDone f: EndWait(f.Key); break;
            case JobWithdrawn f: EndWait(f.Key); break;
            case SignalAwaited f: Await(new SignalWait(f.Key, f.ElementId, f.ElementKey, f.SignalName)); break;
            case SignalReceived f: EndWait(f.Key); break;
            case SignalNoLongerAwaited f: EndWait(f.Key); break;
            case ConditionAwaited f: Await(new ConditionWait(f.Key, f.ElementId, f.ElementKey, f.Holds)); break;
            case ConditionMet f: EndWait(f.Key); break;
            case ConditionNoLongerAwaited f: EndWait(f.Key); break;
            case ProcessCalled f: Instance(f.Key).CalledProcessId = f.ProcessId; break;
            case MultiInstanceOpened f: Instance(f.Key).Loop = new LoopState(f.Count, f.Items); break;
            case MultiInstanceOutput f: Collect(f); break;
            case IncidentRaised f: Raise(new Incident(f.Key, f.ElementId, f.ElementKey, f.Code, f.Detail, f.Stage)); break;
            case IncidentResolved f: Resolve(f.Key); break;
            case CompensationRegistered f: (_compensables ??= new()).Add(Count(f.Key), new Compensable(f.Key, f.ElementId, f.ScopeKey, f.InstanceKey)); break;
            case CompensationStarted f: Undo(f); break;
            case CompensationDone f: Require(_compensables?.Remove(f.Key), f); break;
            case AdHocActivityChosen f: Instance(f.Key).Chosen = f.Index; break;
            case InstanceEnded f: (Outcome, EndElementId) = (f.Outcome, f.EndElementId); break;
            case MessageThrown or SignalThrown or ErrorThrown or EscalationThrown or DecisionEvaluated: break;
            default: throw new InvalidOperationException($"The fact {fact.GetType().Name} is not known.");
        }

        FactCount++;
    }

    private static void Require(bool? done, Fact fact)
    {
        if (done is not true)
            throw new InvalidOperationException($"{fact} does not fit the state.");
    }

    private long Count(long key)
    {
        LastKey = Math.Max(LastKey, key);
        return key;
    }

    private ElementInstance Instance(long key) =>
        FindInstance(key) ?? throw new InvalidOperationException($"No element instance has the key {key}.");

    private void Start(InstanceStarted fact)
    {
        if (IsStarted)
            throw new InvalidOperationException("The instance has already started.");
        (ProcessId, BundleHash, StartElementId) = (fact.ProcessId, fact.BundleHash, fact.StartElementId);
        Root = new ElementInstance(0, fact.ProcessId, null);
    }

    private void Enter(ElementEntered fact)
    {
        var scope = Instance(fact.ScopeKey);
        var instance = new ElementInstance(Count(fact.Key), fact.ElementId, scope);
        _instances.Add(fact.Key, instance);
        scope.AddChild(instance);
        if (scope.Loop is { } loop)
            loop.Entered++;
    }

    private void Remove(long key, bool completed)
    {
        var instance = Instance(key);
        _instances.Remove(key);
        var scope = instance.Scope ?? throw new InvalidOperationException("The process itself is ended, not removed.");
        scope.RemoveChild(instance);
        if (instance.Arrived is not null)
            _joins?.Remove((scope.Key, instance.ElementId));
        if (completed && scope.Loop is { } loop)
            loop.Completed++;
        if (!completed && _compensables is { Count: > 0 } compensables)
        {
            // What was cut off is not compensated from outside: what had completed inside it is forgotten.
            foreach (var inside in compensables.Items().Where(c => c.ScopeKey == key).ToList())
                compensables.Remove(inside.Key);
        }
    }

    private void Join(TokenJoined fact)
    {
        var instance = Instance(fact.Key);
        if (instance.Arrived is null)
        {
            instance.Arrived = [];
            // Joins are flow nodes of a scope, so they always have one.
            (_joins ??= []).Add((instance.Scope!.Key, instance.ElementId), instance);
        }

        instance.Arrived.Add(fact.FlowId);
    }

    private void Set(VariablesSet fact)
    {
        var instance = Instance(fact.ScopeKey);
        instance.Locals = instance.Locals is { Count: > 0 } locals ? locals.With(fact.Variables) : fact.Variables;
    }

    private void Collect(MultiInstanceOutput fact)
    {
        var loop = Instance(fact.Key).Loop ?? throw new InvalidOperationException($"{fact} does not fit the state.");
        loop.Outputs ??= new FeelValue[loop.Count];
        loop.Outputs[fact.Index - 1] = fact.Value;
    }

    private void Raise(Incident incident)
    {
        (_incidents ??= new()).Add(Count(incident.Key), incident);
        Instance(incident.ElementKey).Incident = incident;
    }

    private void Resolve(long key)
    {
        var incident = FindIncident(key) ?? throw new InvalidOperationException($"No incident has the key {key}.");
        _incidents?.Remove(key);
        Instance(incident.ElementKey).Incident = null;
    }

    private void Undo(CompensationStarted fact)
    {
        var registered = _compensables?.Find(fact.RegistrationKey);
        Require(registered is not null && _compensables?.Remove(fact.RegistrationKey) == true, fact);
        Instance(fact.Key).Compensates = registered?.InstanceKey ?? 0;
    }

    private void Await(Wait wait)
    {
        if (wait is ConditionWait)
            _conditions++;
        (_waits ??= new()).Add(Count(wait.Key), wait);
        (Instance(wait.ElementKey).Waits ??= new(1)).Add(wait);
    }

    private void EndWait(long key)
    {
        var wait = FindWait(key) ?? throw new InvalidOperationException($"Nothing is awaited under the key {key}.");
        _waits?.Remove(key);
        if (wait is ConditionWait)
            _conditions--;
        var owner = Instance(wait.ElementKey);
        owner.Waits?.Remove(wait);
        if (owner.Waits is { Count: 0 })
            owner.Waits = null;
    }
}
