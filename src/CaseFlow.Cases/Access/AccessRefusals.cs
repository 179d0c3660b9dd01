using System.Resources;
using CaseFlow.Cases.Language;

namespace CaseFlow.Cases.Access;

/// <summary>What the subject refuses.</summary>
internal static class AccessRefusals
{
    private static readonly ResourceManager Texts = new("CaseFlow.Cases.Access.AccessTexts", typeof(AccessRefusals).Assembly);

    public static Refusal NotAdministrator() => Of(RefusalKind.Forbidden, "access.not-administrator", "NotAdministrator");

    public static Refusal NoAccount() => Of(RefusalKind.NotFound, "access.no-account", "NoAccount");

    public static Refusal EmailTaken() => Of(RefusalKind.Conflict, "access.email-taken", "EmailTaken", field: "email");

    public static Refusal SetupClosed() => Of(RefusalKind.NotFound, "access.setup-closed", "SetupClosed");

    public static Refusal LastAdministrator() => Of(RefusalKind.Conflict, "access.last-administrator", "LastAdministrator");

    public static Refusal UnknownRole(string role) => Of(RefusalKind.Invalid, "role.unknown", "UnknownRole", field: "role", arguments: role);

    public static Refusal WrongScope(string role, string field) => Of(RefusalKind.Invalid, "role.wrong-scope", "WrongScope", field: field, arguments: role);

    public static Refusal NoRole() => Of(RefusalKind.NotFound, "role.none", "NoRole");

    public static Refusal RoleHeldAlready(BilingualText role) => Of(RefusalKind.Conflict, "role.held-already", "RoleHeldAlready", arguments: role);

    /// <summary>Another owner appoints; cites the clause that says so.</summary>
    public static Refusal NotAppointer(BilingualText role, BilingualText appointer, string? clause) =>
        Of(RefusalKind.Forbidden, "role.not-appointer", "NotAppointer", clause, arguments: [role, appointer]);

    public static Refusal BothSides(BilingualText role, string? clause) =>
        Of(RefusalKind.Rule, "role.both-sides", "BothSides", clause, "side", role);

    public static Refusal Incompatible(BilingualText role, BilingualText other) =>
        Of(RefusalKind.Rule, "role.incompatible", "Incompatible", field: "role", arguments: [role, other]);

    public static Refusal OfTheChairsSide(BilingualText role, BilingualText side, string? clause) =>
        Of(RefusalKind.Rule, "role.of-the-chairs-side", "OfTheChairsSide", clause, "accountId", role, side);

    public static Refusal NoOwner() => Of(RefusalKind.Invalid, "key.no-owner", "KeyNoOwner", field: "email");

    public static Refusal NoKey() => Of(RefusalKind.NotFound, "key.none", "KeyNone");

    public static Refusal KeyShownAlready() => Of(RefusalKind.Conflict, "key.shown-already", "KeyShownAlready");

    private static Refusal Of(RefusalKind kind, string code, string textKey, string? clause = null, string? field = null, params object?[] arguments) =>
        new(kind, code, BilingualText.From(Texts, textKey, arguments), clause, field);
}
