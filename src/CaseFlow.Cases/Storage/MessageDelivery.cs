namespace CaseFlow.Cases.Storage;

/// <summary>What became of a message.</summary>
public enum MessageDelivery
{
    /// <summary>An instance waited for it and has gone on.</summary>
    Received,

    /// <summary>It started a new instance.</summary>
    StartedInstance,

    /// <summary>Nobody waited: kept for the first who does, until its time is out.</summary>
    Buffered,
}
