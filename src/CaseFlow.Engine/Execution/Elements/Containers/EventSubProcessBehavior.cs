using CaseFlow.Engine.Execution.Elements.Events;

namespace CaseFlow.Engine.Execution.Elements.Containers;

/// <summary>An event sub-process: begun by its start event (<see cref="Triggering"/>), and nothing follows it.</summary>
internal sealed class EventSubProcessBehavior : ElementBehavior
{
    // Only a retry of what it listens to comes here: its start event has happened by then.
    internal override void Run(ProcessRun run, ElementInstance instance)
    {
        Listening.WithdrawInScope(run, instance);
        if (!Listening.InScope(run, instance))
            return;
        foreach (var start in run.ElementOf(instance).Content.Children)
        {
            if (start.IsEventSubProcessStart)
                run.Agenda.Add(start, null, instance);
        }
    }

    internal override void InsideDone(ProcessRun run, ElementInstance instance)
    {
        var scope = instance.Scope!; // an event sub-process lies in a scope
        Lifecycle.Finish(run, instance);
        Lifecycle.ScopeMayBeDone(run, scope);
    }
}
