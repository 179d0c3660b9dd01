namespace CaseFlow.Cases.Storage;

/// <summary>Bounds of the store.</summary>
public sealed record StoreOptions
{
    /// <summary>How often a unit of work is tried when others changed what it read.</summary>
    public int MaxAttempts { get; init; } = 5;

    /// <summary>How long a message that nobody waits for is kept.</summary>
    public TimeSpan MessageTimeToLive { get; init; } = TimeSpan.FromDays(60);

    /// <summary>How many inline service tasks one command may lead to; a model that loops through one gets an incident there.</summary>
    public int MaxInlineTasks { get; init; } = 1000;
}
