namespace CaseFlow.Cases.Storage;

/// <summary>A node takes rows that are due at <paramref name="Now"/> and free, and keeps them until <paramref name="Until"/>.</summary>
/// <param name="Owner">The node's name, unique among those that run.</param>
internal sealed record Lease(string Owner, DateTimeOffset Now, DateTimeOffset Until);
