using CaseFlow.Engine.Execution.Elements.Events;
using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Execution.Elements.Containers;

/// <summary>An embedded sub-process: a scope with its own event sub-processes, done when nothing stands inside it.</summary>
internal sealed class SubProcessBehavior : ElementBehavior
{
    internal override void Run(ProcessRun run, ElementInstance instance) => Begin(run, instance, null);

    internal override void InsideDone(ProcessRun run, ElementInstance instance)
    {
        Listening.WithdrawInScope(run, instance);
        Lifecycle.Complete(run, instance);
    }

    /// <summary>Listens for event sub-processes and puts a token at each start.</summary>
    /// <param name="start">The one start event to begin at; null for all that begin by themselves.</param>
    internal static void Begin(ProcessRun run, ElementInstance scope, ElementModel? start)
    {
        Listening.WithdrawInScope(run, scope);
        if (!Listening.InScope(run, scope))
            return;
        if (start is not null)
        {
            run.Agenda.Add(start, null, scope);
            return;
        }

        foreach (var element in run.ContentOf(scope).Starts)
            run.Agenda.Add(element, null, scope);
        Lifecycle.ScopeMayBeDone(run, scope);
    }
}
