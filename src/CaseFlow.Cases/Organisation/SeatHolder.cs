namespace CaseFlow.Cases.Organisation;

/// <summary>A person on a seat for a period: the representative, or a substitute for it.</summary>
public sealed class SeatHolder
{
    public Guid Id { get; set; }

    public Guid SeatId { get; set; }

    /// <summary>True for a substitute (ersättare), who steps in meeting by meeting.</summary>
    public bool IsSubstitute { get; set; }

    /// <summary>The person's name as the owner wrote it. Personal data: can be masked without touching the record.</summary>
    public required string PersonName { get; set; }

    /// <summary>The person's title and organisation, shown beside the seat.</summary>
    public string PersonTitle { get; set; } = "";

    /// <summary>The person's account, when there is one.</summary>
    public string? AccountId { get; set; }

    public DateOnly ValidFrom { get; set; }

    public DateOnly? ValidTo { get; set; }

    public required string AppointedBy { get; set; }

    public DateTimeOffset AppointedAt { get; set; }

    public Validity Validity => new(ValidFrom, ValidTo);

    public bool IsInForce(DateOnly date) => ValidFrom <= date && (ValidTo is null || date <= ValidTo);
}
