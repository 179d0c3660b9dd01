namespace CaseFlow.Engine.Model;

/// <summary>What lies directly in a process or sub-process, sorted by how it comes to life.</summary>
internal sealed class ScopeContent
{
    private ScopeContent(ElementModel[] children)
    {
        Children = children;
        var starts = Array.FindAll(children, e => e.Kind == ElementKind.StartEvent);
        Starts = starts.Length > 0
            ? Array.FindAll(starts, s => s.EventDefinitions.Length == 0)
            : Array.FindAll(children, BeginsByItself);
        EventSubProcessStarts =
        [
            .. from child in children
               where child.Kind == ElementKind.EventSubProcess
               from start in child.Content.Children
               where start.Kind == ElementKind.StartEvent
               select start,
        ];
    }

    internal static ScopeContent None { get; } = new([]);

    internal ElementModel[] Children { get; }

    /// <summary>What gets a token when the scope is entered: the none start events, or without any start event all that no flow leads to (BPMN 2.0.2, section 13.2).</summary>
    internal ElementModel[] Starts { get; }

    /// <summary>The start events of its event sub-processes.</summary>
    internal ElementModel[] EventSubProcessStarts { get; }

    internal bool Has(ElementKind kind) => Array.Exists(Children, c => c.Kind == kind);

    internal static ScopeContent Of(IEnumerable<ElementModel> children) => new([.. children]);

    private static bool BeginsByItself(ElementModel element) =>
        element.IncomingFlows.Length == 0
        && element is { IsForCompensation: false, Instantiates: false }
        && element.Kind is not (ElementKind.BoundaryEvent or ElementKind.EventSubProcess)
        && !Array.Exists(element.EventDefinitions, d => d.Trigger == EventTrigger.Link);
}
