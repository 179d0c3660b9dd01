using CaseFlow.Cases.Language;

namespace CaseFlow.Cases.Organisation;

/// <summary>What the installation is called, and how it numbers.</summary>
public sealed record Installation(string Key, BilingualText Name, string TimeZone, string? CaseNumber, string? MeetingNumber, string? MinutesFileName);

/// <summary>A side of the collaboration (huvudman, or who speaks for several).</summary>
/// <param name="InSentence">The name as it stands in running text.</param>
/// <param name="Represents">The kind of party that it speaks for.</param>
/// <param name="EntryRole">The role through which the side's own cases come in (R25).</param>
/// <param name="DiaryNumber">What a number of its own register looks like; null accepts any.</param>
public sealed record Side(string Key, BilingualText Name, BilingualText InSentence, PartyKind Represents, string EntryRole, DiaryNumberFormat? DiaryNumber);

/// <summary>A regular expression (matched against the whole number) and an example to show.</summary>
public sealed record DiaryNumberFormat(string Pattern, string Example);

/// <summary>An association of municipalities (kommunalförbund).</summary>
public sealed record Association(string Key, BilingualText Name);

/// <summary>A delregional area with its dated members: a re-drawn area leaves history as it was (R17).</summary>
/// <param name="LongName">Its full name as in minutes.</param>
/// <param name="Group">Key of the body that is the area's group.</param>
public sealed record Area(string Key, BilingualText Name, BilingualText LongName, string Group, IReadOnlyList<AreaMember> Members);

/// <summary>A party belongs to the area in a period.</summary>
public sealed record AreaMember(string Party, Validity Validity);

public enum PartyKind
{
    Municipality,
    Region,
}

/// <summary>A party to the collaboration (R8).</summary>
public sealed record Party(string Key, BilingualText Name, PartyKind Kind, string? Association, Validity Validity);

/// <summary>A body: a forum with a level, owners and a time of life.</summary>
/// <param name="Level">Key of a level (R1).</param>
/// <param name="Owners">Keys of the sides that own it.</param>
/// <param name="Area">Key of the area whose group it is; null for bodies above the areas.</param>
/// <param name="SucceededBy">Key of the body that takes over when it closes (R4).</param>
/// <param name="DecidedOn">When it was decided to set it up; it lives from <see cref="Validity"/> (R5).</param>
/// <param name="EscalatesTo">Key of the body that matters beyond its mandate go to.</param>
/// <param name="PreparedBy">Key of the body that prepares for it.</param>
/// <param name="IsSister">A body beside the others, without cases of its own here.</param>
/// <param name="MayAdopt">Document types that it may adopt; elsewhere it recommends (R11).</param>
/// <param name="Meetings">Null for a body whose meetings are not held here.</param>
public sealed record Body(
    string Key,
    BilingualText Name,
    BilingualText ShortName,
    string Level,
    IReadOnlyList<string> Owners,
    string? Area,
    string? SucceededBy,
    DateOnly? DecidedOn,
    Validity Validity,
    string? EscalatesTo,
    string? PreparedBy,
    bool IsSister,
    IReadOnlyList<string> MayAdopt,
    BodyMeetings? Meetings,
    BilingualText? Mandate);

/// <summary>How a body meets.</summary>
/// <param name="Minutes">True when minutes are drawn up, signed and published.</param>
/// <param name="StandingItems">Key of the items that a new meeting begins with.</param>
/// <param name="Planners">Keys of the roles that plan, move and cancel its meetings; empty: nobody does.</param>
/// <param name="AgendaRoles">Keys of the roles that set the agenda and send the notice; the planners where the file names none.</param>
/// <param name="Holders">Keys of the roles that hold the meeting and record what it says; the planners where the file names none.</param>
/// <param name="Summoned">Keys of the roles that get the notice, beside those who sit on the body's seats; the planners where the file names none.</param>
public sealed record BodyMeetings(
    BilingualText Title, bool Minutes, string? StandingItems, IReadOnlyList<string> Planners,
    IReadOnlyList<string> AgendaRoles, IReadOnlyList<string> Holders, IReadOnlyList<string> Summoned);

/// <summary>An item that a new meeting begins with. The one with <see cref="IsPlaceOfCases"/> marks where the cases come.</summary>
public sealed record StandingItem(string Key, BilingualText Title, string Kind, IReadOnlyList<string> Parts, string? Clause, string? Links, int? Minutes)
{
    public bool IsPlaceOfCases => Key.Length == 0;
}

/// <summary>The chair of a body changes side every calendar year (R89). Years out of turn are listed with their reasons.</summary>
/// <param name="Sides">The sides in turn; the first has the chair in <paramref name="FirstYear"/>.</param>
public sealed record ChairRotation(string Body, IReadOnlyList<string> Sides, int FirstYear, IReadOnlyDictionary<int, ChairDeparture> Departures)
{
    /// <summary>The side in the chair that year.</summary>
    public string SideIn(int year) =>
        Departures.TryGetValue(year, out var departure)
            ? departure.Side
            : Sides[(((year - FirstYear) % Sides.Count) + Sides.Count) % Sides.Count];
}

/// <summary>A year out of turn, and why.</summary>
public sealed record ChairDeparture(string Side, BilingualText Because);

/// <summary>Who has chair, vice chair and administration in a body on a day: the vice chair comes from another side (R90), the administration follows the chair (R91).</summary>
public sealed record ChairSides(string Chair, string ViceChair, string Administration);

/// <summary>A place where a side publishes minutes.</summary>
public sealed record Channel(string Key, BilingualText Name, string Side, string Url);

/// <summary>How participants are grouped in the head of the minutes: <c>area:key</c>, <c>side:key</c>, <c>seat kind:side</c>, <c>kind:key</c>.</summary>
public sealed record MinutesHead(IReadOnlyList<string> Left, IReadOnlyList<string> Right);

/// <summary>A body or executor outside the collaboration that a case may wait for or be carried out by (R73, R76).</summary>
public sealed record ExternalBody(string Key, BilingualText Name);

/// <summary>Something that the owners of the file have still to confirm.</summary>
public sealed record ToConfirm(string Key, BilingualText Text);
