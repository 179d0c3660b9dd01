using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Execution.Elements.Containers;

/// <summary>The body of an activity that runs again while its condition is true, at most a given number of times (BPMN 2.0.2, section 10.3.8).</summary>
internal sealed class StandardLoopBehavior : ElementBehavior
{
    internal override void Run(ProcessRun run, ElementInstance body)
    {
        // The reader gives every such body its settings.
        var settings = run.ElementOf(body).StandardLoop!;
        var goesOn = true;
        if (settings.TestsBefore && !TryAsk(run, body, settings, 0, out goesOn))
            return;
        run.Emit(new MultiInstanceOpened(body.Key, body.ElementId, goesOn ? -1 : 0, FeelValue.Null));
        if (goesOn)
            run.Agenda.Add(null, null, body);
        else
            Lifecycle.Leave(run, body);
    }

    internal static void ItemDone(ProcessRun run, ElementInstance item)
    {
        var body = item.Scope!; // an item stands in its body
        var settings = run.ElementOf(body).StandardLoop!; // as above
        if (!TryAsk(run, item, settings, body.Loop!.Completed + 1, out var goesOn)) // opened before anything is entered
            return;
        Lifecycle.Finish(run, item);
        if (goesOn)
            run.Agenda.Add(null, null, body);
        else
            Lifecycle.Leave(run, body);
    }

    private static bool TryAsk(ProcessRun run, ElementInstance instance, StandardLoopSettings settings, int times, out bool goesOn)
    {
        goesOn = settings.Maximum is null || times < settings.Maximum;
        if (!goesOn || settings.Condition is null)
            return true;
        if (!run.TryEvaluate(instance, settings.Condition, out var value))
            return false;
        goesOn = value.TryGetBoolean(out var isTrue) && isTrue;
        return true;
    }
}
