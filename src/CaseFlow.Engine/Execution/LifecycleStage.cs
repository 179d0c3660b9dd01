namespace CaseFlow.Engine.Execution;

/// <summary>How far an element instance had come when it stopped; a retry begins again there.</summary>
public enum LifecycleStage
{
    /// <summary>Its own variables and what it listens to while it is active.</summary>
    Arrive,

    /// <summary>What the element does.</summary>
    Run,

    /// <summary>Its results.</summary>
    Complete,

    /// <summary>The choice of the flows that leave it.</summary>
    Leave,
}
