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

    /// <summary>First day, included.</summary>
    public DateOnly ValidFrom { get; set; }

    /// <summary>Last day, included; null while open-ended.</summary>
    public DateOnly? ValidTo { get; set; }

    /// <summary>Raised at every change; two who edit the same seat do not overwrite each other.</summary>
    public int Version { get; set; }

    public List<SeatHolder> Holders { get; set; } = [];

    public bool IsInForce(DateOnly date) => ValidFrom <= date && (ValidTo is null || date <= ValidTo);
}
