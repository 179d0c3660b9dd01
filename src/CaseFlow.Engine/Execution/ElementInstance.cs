using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Execution;

/// <summary>
/// One activation of an element: where a token stands, or a scope in which others stand. The process itself is the
/// instance with key 0. What is marked as run time is found again from the model and is no part of the stored state.
/// </summary>
internal sealed class ElementInstance(long key, string elementId, ElementInstance? scope)
{
    internal long Key { get; } = key;

    internal string ElementId { get; } = elementId;

    /// <summary>Null for the process itself only.</summary>
    internal ElementInstance? Scope { get; } = scope;

    /// <summary>Its own variables, or null where it has none.</summary>
    internal FeelContext? Locals { get; set; }

    /// <summary>For a call activity: the process that runs inside it.</summary>
    internal string? CalledProcessId { get; set; }

    /// <summary>For a join: the flows on which tokens have arrived, in order.</summary>
    internal List<string>? Arrived { get; set; }

    /// <summary>For the body of a multi-instance activity.</summary>
    internal LoopState? Loop { get; set; }

    /// <summary>For a compensation handler: the instance key of what it undoes; 0 elsewhere.</summary>
    internal long Compensates { get; set; }

    /// <summary>For an ad-hoc sub-process: how many of its activities have been started one after the other.</summary>
    internal int Chosen { get; set; }

    /// <summary>What it waits for, in key order.</summary>
    internal List<Wait>? Waits { get; set; }

    /// <summary>Why it stands still, or null.</summary>
    internal Incident? Incident { get; set; }

    internal ElementInstance? FirstChild { get; private set; }

    internal ElementInstance? NextSibling { get; private set; }

    internal int ChildCount { get; private set; }

    /// <summary>True where variables of an outer scope are out of sight: the process, and a called process.</summary>
    internal bool IsProcessRoot => Scope is null || CalledProcessId is not null;

    /// <summary>True for one of the instances inside the body of a multi-instance or looping activity.</summary>
    internal bool IsLoopItem => Scope?.Loop is not null;

    /// <summary>True where results stay: in one instance of a multi-instance activity. A loop hands its results on.</summary>
    internal bool KeepsResults => Scope?.Loop is { Count: >= 0 };

    /// <summary>Run time: the compiled element; null for the process itself and until looked up.</summary>
    internal ElementModel? Element { get; set; }

    /// <summary>Run time: what may run inside it; null until looked up.</summary>
    internal ScopeContent? Content { get; set; }

    /// <summary>Run time: tokens on their way to an element inside it.</summary>
    internal int Pending { get; set; }

    /// <summary>Run time: raised when everything inside was cancelled, so that tokens still on their way are dropped.</summary>
    internal int Generation { get; set; }

    internal bool IsGone { get; private set; }

    private ElementInstance? PreviousSibling { get; set; }

    private ElementInstance? LastChild { get; set; }

    internal void AddChild(ElementInstance child)
    {
        child.PreviousSibling = LastChild;
        if (LastChild is null)
            FirstChild = child;
        else
            LastChild.NextSibling = child;
        LastChild = child;
        ChildCount++;
    }

    internal void RemoveChild(ElementInstance child)
    {
        if (child.PreviousSibling is null)
            FirstChild = child.NextSibling;
        else
            child.PreviousSibling.NextSibling = child.NextSibling;
        if (child.NextSibling is null)
            LastChild = child.PreviousSibling;
        else
            child.NextSibling.PreviousSibling = child.PreviousSibling;
        ChildCount--;
        child.IsGone = true;
    }
}

/// <summary>How far a multi-instance body has come.</summary>
internal sealed class LoopState(int count, FeelValue items)
{
    internal int Count { get; } = count;

    internal FeelValue Items { get; } = items;

    internal int Entered { get; set; }

    internal int Completed { get; set; }

    /// <summary>Results by index from 0; null values where none is in yet. Null until the first.</summary>
    internal FeelValue[]? Outputs { get; set; }
}
