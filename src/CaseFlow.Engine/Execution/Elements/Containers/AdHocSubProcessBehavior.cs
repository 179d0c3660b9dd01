using CaseFlow.Engine.Execution.Elements.Events;

namespace CaseFlow.Engine.Execution.Elements.Containers;

/// <summary>
/// An ad-hoc sub-process: every activity that no flow leads to is offered once, all at the same time or one after the
/// other, until all are done or the completion condition is true (BPMN 2.0.2, section 10.3.5).
/// </summary>
internal sealed class AdHocSubProcessBehavior : ElementBehavior
{
    internal override void Run(ProcessRun run, ElementInstance instance)
    {
        if (run.ElementOf(instance).IsSequential)
            InsideDone(run, instance);
        else
            SubProcessBehavior.Begin(run, instance, null);
    }

    internal override void InsideDone(ProcessRun run, ElementInstance instance)
    {
        run.Stage = LifecycleStage.Complete;
        var element = run.ElementOf(instance);
        var isEnough = false;
        if (instance.Chosen > 0 && element.CompletionCondition is { } condition)
        {
            if (!run.TryEvaluate(instance, condition, out var value))
                return;
            isEnough = value.TryGetBoolean(out var isTrue) && isTrue;
        }

        var offered = element.Content.Starts;
        if (!element.IsSequential || isEnough || instance.Chosen >= offered.Length)
        {
            Listening.WithdrawInScope(run, instance);
            Lifecycle.Complete(run, instance);
            return;
        }

        run.Emit(new AdHocActivityChosen(instance.Key, instance.ElementId, instance.Chosen + 1));
        run.Agenda.Add(offered[instance.Chosen - 1], null, instance);
    }
}
