namespace CaseFlow.Cases.Storage;

/// <summary>A row that one node at a time works on, for as long as its lease lasts.</summary>
public interface ILeased
{
    /// <summary>The node that holds the row, null when nobody does.</summary>
    string? LeasedBy { get; set; }

    /// <summary>From this moment anybody may take the row again.</summary>
    DateTimeOffset? LeasedUntil { get; set; }
}
