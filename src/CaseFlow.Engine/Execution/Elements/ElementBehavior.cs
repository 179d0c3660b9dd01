namespace CaseFlow.Engine.Execution.Elements;

/// <summary>What is special to one kind of element; everything common is in <see cref="Lifecycle"/>.</summary>
internal abstract class ElementBehavior
{
    /// <summary>
    /// Does the element's work: completes at once, or opens what it waits for. Called again after an incident at this
    /// stage has been retried.
    /// </summary>
    internal abstract void Run(ProcessRun run, ElementInstance instance);

    /// <summary>For a container: nothing stands inside any more.</summary>
    internal virtual void InsideDone(ProcessRun run, ElementInstance instance) =>
        throw new InvalidOperationException($"The element {instance.ElementId} contains nothing.");
}
