namespace CaseFlow.Cases.Organisation;

/// <summary>The days on which something is in force, both ends included. What is asked "as of" a date is answered by this.</summary>
public readonly record struct Validity(DateOnly From, DateOnly? To = null)
{
    public bool Includes(DateOnly date) => From <= date && (To is null || date <= To);

    public bool Overlaps(Validity other) => (other.To is null || From <= other.To) && (To is null || other.From <= To);

    /// <summary>True when every day of <paramref name="other"/> lies within.</summary>
    public bool Covers(Validity other) => From <= other.From && (To is null || (other.To is not null && other.To <= To));
}
