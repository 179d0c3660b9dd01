using CaseFlow.Engine.Execution.Elements;
using CaseFlow.Engine.Execution.Elements.Containers;
using CaseFlow.Engine.Execution.Elements.Events;
using CaseFlow.Engine.Execution.Elements.Gateways;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Execution;

/// <summary>
/// What happens to every element instance, whatever its kind:
/// entered → arrive (listen at the boundary, own variables) → run (the element's behaviour) → complete (results)
/// → leave (flows) ; or cancelled, with everything inside it, at any point. An expression that fails leaves an incident
/// at the stage where it stood.
/// </summary>
internal static class Lifecycle
{
    /// <summary>A token comes to an element.</summary>
    internal static void Enter(ProcessRun run, ElementModel element, FlowModel? flow, ElementInstance scope)
    {
        if (element.IsJoin && flow is not null)
        {
            Joining.Arrive(run, element, flow, scope);
            return;
        }

        var instance = run.EmitEntered(element, scope);
        if (!run.SpendStep())
        {
            run.Stage = LifecycleStage.Arrive;
            run.RaiseIncident(instance, IncidentCodes.BudgetSpent, element.Id);
            return;
        }

        Arrive(run, instance);
    }

    internal static void Arrive(ProcessRun run, ElementInstance instance)
    {
        run.Stage = LifecycleStage.Arrive;
        var element = run.ElementOf(instance);
        if (!instance.IsLoopItem && element.Boundary.Length > 0 && !Listening.AtBoundary(run, instance, element))
            return;
        if (element.Inputs.Count > 0 && !IsBody(instance, element) && element.Kind != ElementKind.CallActivity)
        {
            if (!run.TryMap(instance, element.Inputs, null, out var own))
                return;
            run.Emit(new VariablesSet(instance.Key, own));
        }

        Run(run, instance);
    }

    internal static void Run(ProcessRun run, ElementInstance instance)
    {
        run.Stage = LifecycleStage.Run;
        BehaviorOf(run, instance).Run(run, instance);
    }

    /// <summary>The element has done its work with these results.</summary>
    internal static void Complete(ProcessRun run, ElementInstance instance, FeelContext? results = null)
    {
        run.Stage = LifecycleStage.Complete;
        var element = run.ElementOf(instance);
        if (element.Outputs.Count > 0 && element.Kind != ElementKind.CallActivity && !IsBody(instance, element))
        {
            if (results is { Count: > 0 })
                run.Emit(new VariablesSet(instance.Key, results));
            if (!run.TryMap(instance, element.Outputs, null, out results))
                return;
        }

        if (results is { Count: > 0 })
        {
            // A result inside a multi-instance activity stays with the one instance. The process itself never completes here.
            VariableScopes.Propagate(run, instance.KeepsResults ? instance : instance.Scope!, results);
        }

        if (instance.IsLoopItem)
            LoopItems.Done(run, instance);
        else
            Leave(run, instance);
    }

    /// <summary>Chooses the flows, ends the instance and sends tokens on.</summary>
    internal static void Leave(ProcessRun run, ElementInstance instance)
    {
        run.Stage = LifecycleStage.Leave;
        var element = run.ElementOf(instance);
        if (!FlowChoice.TryChoose(run, instance, element, out var flows))
            return;
        Finish(run, instance);
        Send(run, flows, instance.Scope!, element.CompletionQuantity); // only the process itself has no scope, and it never leaves
    }

    /// <summary>Ends an instance that has done its work; nothing more is said about where its token goes.</summary>
    internal static void Finish(ProcessRun run, ElementInstance instance)
    {
        Listening.Withdraw(run, instance);
        var element = run.ElementOf(instance);
        // The instances of a multiplied activity are undone together, by the handler of the whole.
        if (element.IsCompensable && !(instance.IsLoopItem && element.CompensationHandler is not null))
            run.Emit(new CompensationRegistered(run.NextKey, instance.ElementId, instance.Scope!.Key, instance.Key)); // an activity stands in a scope
        run.Emit(new ElementCompleted(instance.Key, instance.ElementId));
    }

    /// <param name="tokens">How many tokens go by each flow.</param>
    internal static void Send(ProcessRun run, ReadOnlySpan<FlowModel> flows, ElementInstance scope, int tokens = 1)
    {
        foreach (var flow in flows)
        {
            for (var i = 0; i < tokens; i++)
            {
                run.Emit(new SequenceFlowTaken(flow.Id, scope.Key));
                run.Agenda.Add(flow.Target, flow, scope);
            }
        }

        if (flows.IsEmpty)
            ScopeMayBeDone(run, scope);
    }

    /// <summary>Ends a scope in which nothing stands and nothing is on its way.</summary>
    internal static void ScopeMayBeDone(ProcessRun run, ElementInstance scope)
    {
        if (scope.ChildCount > 0 || scope.Pending > 0 || scope.IsGone || run.State.IsEnded)
            return;
        if (scope.Scope is null)
            EndProcess(run, "completed");
        else if (scope.Loop is null)
            BehaviorOf(run, scope).InsideDone(run, scope);
    }

    /// <summary>Ends the whole instance; whatever is left in it is cancelled.</summary>
    internal static void EndProcess(ProcessRun run, string outcome)
    {
        // A run is only made for a started instance, so there is a root.
        var root = run.State.Root!;
        Clear(run, root);
        Listening.Withdraw(run, root);
        run.Emit(new InstanceEnded(outcome, run.LastEndElementId));
    }

    /// <summary>Ends an instance that has not done its work, and everything inside it.</summary>
    internal static void Cancel(ProcessRun run, ElementInstance instance)
    {
        Clear(run, instance);
        Listening.Withdraw(run, instance);
        if (run.State.FindTask(instance.Key) is not null)
            run.Emit(new UserTaskWithdrawn(instance.Key, instance.ElementId));
        run.Emit(new ElementCancelled(instance.Key, instance.ElementId));
    }

    /// <summary>Cancels everything inside a scope, tokens on their way included; the scope itself stays.</summary>
    internal static void Clear(ProcessRun run, ElementInstance scope)
    {
        scope.Generation++;
        scope.Pending = 0;
        while (scope.FirstChild is { } child)
            Cancel(run, child);
    }

    /// <summary>The body of a multi-instance or looping activity, as against one of its instances.</summary>
    internal static bool IsBody(ElementInstance instance, ElementModel element) =>
        (element.MultiInstance is not null || element.StandardLoop is not null) && !instance.IsLoopItem;

    internal static ElementBehavior BehaviorOf(ProcessRun run, ElementInstance instance)
    {
        var element = run.ElementOf(instance);
        if (!IsBody(instance, element))
            return ElementBehaviors.Of(element.Kind);
        return element.MultiInstance is null ? ElementBehaviors.StandardLoop : ElementBehaviors.MultiInstance;
    }
}
