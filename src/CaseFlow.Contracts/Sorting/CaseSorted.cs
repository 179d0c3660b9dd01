namespace CaseFlow.Contracts.Sorting;

/// <summary>Both sides agreed on where the case belongs.</summary>
/// <param name="Outcome">Code of the sorting outcome, as the process declares it.</param>
/// <param name="Treatment">Code of how the body is to treat it, when the outcome has one.</param>
public sealed record CaseSorted(
    Guid CaseId, string Number, long Version, string Outcome, string? Treatment, DateTimeOffset SortedAt) : ICaseEvent;
