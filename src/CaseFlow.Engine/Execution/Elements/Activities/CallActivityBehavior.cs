using CaseFlow.Engine.Execution.Elements.Containers;
using CaseFlow.Engine.Execution.Elements.Events;

namespace CaseFlow.Engine.Execution.Elements.Activities;

/// <summary>
/// Runs another process inside the caller's instance: one state, one stream of facts. The called process sees only what
/// <c>caseflow:in</c> hands it, and hands back what <c>caseflow:out</c> says; without any of them everything goes in, or out.
/// </summary>
internal sealed class CallActivityBehavior : ElementBehavior
{
    internal override void Run(ProcessRun run, ElementInstance instance)
    {
        var element = run.ElementOf(instance);
        if (element.CalledProcessId is not { } id || run.Models.FindProcess(id) is not { } called || DepthOf(instance) > ProcessRun.DeepestCall)
        {
            run.RaiseIncident(instance, IncidentCodes.CallInvalid, element.CalledProcessId ?? "");
            return;
        }

        // A retry finds the call as it was begun.
        if (instance.CalledProcessId is null)
        {
            var visible = VariableScopes.Visible(instance);
            var inside = visible;
            if (element.Inputs.Count > 0 && !run.TryMap(instance, element.Inputs, visible, out inside))
                return;
            run.Emit(new ProcessCalled(instance.Key, instance.ElementId, called.Id));
            run.Emit(new VariablesSet(instance.Key, inside));
        }

        SubProcessBehavior.Begin(run, instance, called.NoneStart);
    }

    internal override void InsideDone(ProcessRun run, ElementInstance instance)
    {
        run.Stage = LifecycleStage.Complete;
        Listening.WithdrawInScope(run, instance);
        var element = run.ElementOf(instance);
        var results = VariableScopes.Visible(instance);
        if (element.Outputs.Count > 0 && !run.TryMap(instance, element.Outputs, results, out results))
            return;
        Lifecycle.Complete(run, instance, results);
    }

    private static int DepthOf(ElementInstance instance)
    {
        var depth = 0;
        for (var at = instance.Scope; at is not null; at = at.Scope)
            depth += at.CalledProcessId is null ? 0 : 1;
        return depth;
    }
}
