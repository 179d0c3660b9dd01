using System.Resources;
using CaseFlow.Cases.Language;

namespace CaseFlow.Cases.Organisation;

/// <summary>What is refused when seats are edited.</summary>
internal static class SeatRefusals
{
    private static readonly ResourceManager Texts = new("CaseFlow.Cases.Organisation.OrganisationTexts", typeof(SeatRefusals).Assembly);

    public static Refusal NoSeat() => Of(RefusalKind.NotFound, "seat.none", "SeatNone");

    public static Refusal NoHolder() => Of(RefusalKind.NotFound, "seat.no-holder", "SeatNoHolder");

    public static Refusal Changed() => Of(RefusalKind.Stale, "seat.changed", "SeatChanged");

    public static Refusal Unknown(string field) => Of(RefusalKind.Invalid, "seat.unknown", "SeatUnknown", field: field);

    public static Refusal Needs(string field) => Of(RefusalKind.Invalid, "input.needed", "SeatNeeds", field: field);

    public static Refusal Outside() => Of(RefusalKind.Invalid, "seat.outside-period", "SeatOutside", field: "validFrom");

    public static Refusal Taken() => Of(RefusalKind.Conflict, "seat.taken", "SeatTaken", field: "validFrom");

    public static Refusal BothSides(string? clause) => Of(RefusalKind.Rule, "seat.both-sides", "SeatBothSides", clause, "accountId");

    private static Refusal Of(RefusalKind kind, string code, string textKey, string? clause = null, string? field = null) =>
        new(kind, code, BilingualText.From(Texts, textKey), clause, field);
}
