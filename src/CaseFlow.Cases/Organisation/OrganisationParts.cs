using CaseFlow.Cases.Language;

namespace CaseFlow.Cases.Organisation;

/// <summary>A side of the collaboration (huvudman, or who speaks for several).</summary>
/// <param name="DiaryNumberPattern">Regular expression for the numbers of its own register; null accepts any.</param>
public sealed record Side(string Key, BilingualText Name, BilingualText ShortName, string? DiaryNumberPattern);

/// <summary>A delregional area. Which parties belong to it is dated on the parties.</summary>
public sealed record Area(string Key, BilingualText Name, BilingualText ShortName, Validity Validity);

/// <summary>A party to the collaboration: a municipality or a region.</summary>
/// <param name="Kind">Key, for example <c>kommun</c> or <c>region</c>.</param>
/// <param name="Side">Key of the side that speaks for it.</param>
public sealed record Party(string Key, BilingualText Name, string Kind, string Side, IReadOnlyList<AreaMembership> Areas, Validity Validity)
{
    /// <summary>Keys of the areas that the party belongs to on a day.</summary>
    public IEnumerable<string> AreasAt(DateOnly date) => Areas.Where(a => a.Validity.Includes(date)).Select(a => a.Area);
}

/// <summary>A party belongs to an area from a day; a re-drawn area leaves history as it was (R17).</summary>
public sealed record AreaMembership(string Area, Validity Validity);

/// <summary>What a role is held for.</summary>
public enum RoleScope
{
    /// <summary>For the whole collaboration.</summary>
    None,
    Side,
    Area,
}

/// <summary>A role of the catalogue. Rules and models name roles, never persons (R97).</summary>
/// <param name="Assignment">What the role is for, as shown in the application (R13).</param>
/// <param name="GivenBy">Roles whose holders may give this role, each within its own side or area; an unscoped giver may give it anywhere.</param>
public sealed record OrganisationRole(string Key, BilingualText Name, RoleScope Scope, BilingualText Assignment, IReadOnlyList<string> GivenBy);

/// <summary>A kind of seat; bodies get new kinds by configuration (R95).</summary>
/// <param name="TakesPart">False for kinds without part in a stand taken, such as the co-opted (R94).</param>
public sealed record SeatKind(string Key, BilingualText Name, bool TakesPart);

/// <summary>A body: a forum with a level, owners, seats and a time of life.</summary>
/// <param name="Level">Key of a level (R1).</param>
/// <param name="Owners">Keys of the sides that own it.</param>
/// <param name="Area">Key of the area whose group it is; null for bodies above the areas.</param>
/// <param name="Succeeds">Key of the body that it took over from (R4).</param>
/// <param name="DecidedOn">When it was decided to set it up; it lives from <see cref="Validity"/> (R5).</param>
public sealed record Body(
    string Key,
    BilingualText Name,
    BilingualText ShortName,
    string Level,
    IReadOnlyList<string> Owners,
    string? Area,
    string? Succeeds,
    DateOnly? DecidedOn,
    Validity Validity,
    IReadOnlyList<SeatRule> SeatRules,
    ChairRotation? Chair);

/// <summary>How many seats an owner should have in a body. Departures are shown, never refused (R85-R88).</summary>
/// <param name="OwnerKind">Area or side.</param>
/// <param name="OwnerKey">One owner; null means every owner of that kind that has no rule of its own.</param>
/// <param name="Least">Fewest seats.</param>
/// <param name="Most">Most seats.</param>
/// <param name="PerSide">Wanted seats by side key, where the rule says so.</param>
/// <param name="Clause">Clause of the mandate that it comes from.</param>
public sealed record SeatRule(
    SeatOwnerKind OwnerKind,
    string? OwnerKey,
    string Kind,
    int Least,
    int Most,
    IReadOnlyDictionary<string, int> PerSide,
    string? Clause,
    Validity Validity);

/// <summary>The chair changes side every calendar year (R89). The years that departed from the turn are listed with their reasons.</summary>
/// <param name="FirstYear">The year from which the turn is counted.</param>
/// <param name="Sides">The sides in turn; the first has the chair in <paramref name="FirstYear"/>.</param>
/// <param name="Departures">Year to the side that had the chair out of turn, with the reason.</param>
public sealed record ChairRotation(int FirstYear, IReadOnlyList<string> Sides, IReadOnlyDictionary<int, ChairDeparture> Departures, string? Clause)
{
    /// <summary>The side in the chair that year.</summary>
    public string SideIn(int year) =>
        Departures.TryGetValue(year, out var departure)
            ? departure.Side
            : Sides[(((year - FirstYear) % Sides.Count) + Sides.Count) % Sides.Count];
}

/// <summary>A year out of turn, and why.</summary>
public sealed record ChairDeparture(string Side, BilingualText Reason);

/// <summary>Who has chair, vice chair and administration in a body on a day: the administration follows the chair (R91), the vice chair comes from another side (R90).</summary>
public sealed record ChairSides(string Chair, string ViceChair, string Administration);
