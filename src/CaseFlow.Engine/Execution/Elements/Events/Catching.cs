using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Execution.Elements.Events;

/// <summary>Where an error or escalation is caught: by <paramref name="Event"/>, on the boundary of or inside <paramref name="At"/>.</summary>
internal sealed record Catching(ElementInstance At, ElementModel Event)
{
    /// <summary>Looks outwards from a scope; called processes hand on to their call activity.</summary>
    /// <param name="from">The scope in which it was thrown, or the activity whose work threw it.</param>
    internal static Catching? Find(ProcessRun run, ElementInstance from, EventTrigger trigger, string code)
    {
        ElementInstance? cameFrom = null;
        for (var at = from; at is not null; cameFrom = at, at = at.Scope)
        {
            // What is thrown inside an event sub-process is not caught beside it, only further out.
            var isBeside = cameFrom is { IsProcessRoot: false } && run.ElementOf(cameFrom).Kind == ElementKind.EventSubProcess;
            if (!isBeside && at.Loop is null && Match(run.ContentOf(at).EventSubProcessStarts, trigger, code) is { } start)
                return new Catching(at, start);
            if (at.Scope is not null && !at.IsLoopItem && Match(run.ElementOf(at).Boundary, trigger, code) is { } boundary)
                return new Catching(at, boundary);
        }

        return null;
    }

    internal void Trigger(ProcessRun run, FeelContext payload)
    {
        if (Event.Kind == ElementKind.BoundaryEvent)
            Triggering.Boundary(run, At, Event, payload, null);
        else
            Triggering.StartEventSubProcess(run, At, Event, payload, null);
    }

    // An event that names the code goes before one that catches all.
    private static ElementModel? Match(ElementModel[] events, EventTrigger trigger, string code) =>
        Array.Find(events, e => Array.Exists(e.EventDefinitions, d => d.Trigger == trigger && d.Name == code))
        ?? Array.Find(events, e => Array.Exists(e.EventDefinitions, d => d.Trigger == trigger && d.Name is null));
}
