namespace CaseFlow.Cases.Organisation;

/// <summary>Who owns a seat and alone appoints to it: an area or a side.</summary>
public enum SeatOwnerKind
{
    Area,
    Side,
}

/// <summary>A seat in a body. Seats exist before persons: the seat has the role and the organisation, a <see cref="SeatHolder"/> has the person.</summary>
public sealed class Seat
{
    public Guid Id { get; set; }

    /// <summary>Key of the seat in the organisation file, when it first came from there.</summary>
    public string? Key { get; set; }

    /// <summary>Key of the body in the organisation file.</summary>
    public required string Body { get; set; }

    public SeatOwnerKind OwnerKind { get; set; }

    /// <summary>Key of the area or side that appoints to the seat.</summary>
    public required string OwnerKey { get; set; }

    /// <summary>Key of the seat kind in the organisation file, for example the ordinary one or that of preparation.</summary>
    public required string Kind { get; set; }

    /// <summary>The side (huvudman) that the seat stands for; null where the kind has none.</summary>
    public string? Side { get; set; }

    /// <summary>Role and organisation as shown to everybody, for example "representant kommun".</summary>
    public required string Title { get; set; }

    /// <summary>Sector that the seat speaks for, for example primary care (R22).</summary>
    public string? Sector { get; set; }

    /// <summary>What a co-opted seat is for (R94).</summary>
    public string? Subject { get; set; }

    /// <summary>Clause of the mandate that the seat knowingly departs from.</summary>
    public string? Deviates { get; set; }

    /// <summary>First day, included.</summary>
    public DateOnly ValidFrom { get; set; }

    /// <summary>Last day, included; null while open-ended.</summary>
    public DateOnly? ValidTo { get; set; }

    /// <summary>Raised at every change; two who edit the same seat do not overwrite each other.</summary>
    public int Version { get; set; }

    public List<SeatHolder> Holders { get; set; } = [];

    /// <summary>What a record of the seat points at: the key in the organisation file, or the id of a seat that its owner added.</summary>
    public string Reference => Key ?? Id.ToString();

    public SeatOwner Owner => new(OwnerKind, OwnerKey);

    public Validity Validity => new(ValidFrom, ValidTo);

    public bool IsInForce(DateOnly date) => ValidFrom <= date && (ValidTo is null || date <= ValidTo);
}
