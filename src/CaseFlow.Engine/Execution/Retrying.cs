using CaseFlow.Engine.Execution.Elements.Containers;
using CaseFlow.Engine.Execution.Elements.Events;
using CaseFlow.Engine.Execution.Elements.Gateways;
using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Execution;

/// <summary>Takes an element instance up again at the stage where an incident stopped it.</summary>
internal static class Retrying
{
    internal static void Resume(ProcessRun run, ElementInstance instance, LifecycleStage stage)
    {
        run.Stage = stage;
        if (instance.Scope is null)
            SubProcessBehavior.Begin(run, instance, run.ContentOf(instance).Children.FirstOrDefault(e => e.Id == run.State.StartElementId));
        else if (instance.Arrived is not null && run.ElementOf(instance).StartQuantity == 1 && stage != LifecycleStage.Leave)
            Rejoin(run, instance);
        else
            ResumeElement(run, instance, stage);
    }

    private static void ResumeElement(ProcessRun run, ElementInstance instance, LifecycleStage stage)
    {
        switch (stage)
        {
            case LifecycleStage.Arrive:
                Listening.Withdraw(run, instance);
                Lifecycle.Arrive(run, instance);
                break;
            case LifecycleStage.Run:
                Lifecycle.Run(run, instance);
                break;
            case LifecycleStage.Complete when instance.CalledProcessId is not null || run.ElementOf(instance).Kind == ElementKind.AdHocSubProcess:
                Lifecycle.BehaviorOf(run, instance).InsideDone(run, instance);
                break;
            case LifecycleStage.Complete:
                Lifecycle.Complete(run, instance);
                break;
            case LifecycleStage.Leave:
                Lifecycle.Leave(run, instance);
                break;
            default:
                throw new InvalidOperationException($"The stage {stage} is not known.");
        }
    }

    private static void Rejoin(ProcessRun run, ElementInstance instance)
    {
        var join = run.ElementOf(instance);
        // An inclusive join is looked at when everything stands still.
        if (Joining.IsComplete(instance, join))
            Joining.Pass(run, instance);
    }
}
