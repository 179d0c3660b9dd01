using CaseFlow.Cases.Language;

namespace CaseFlow.Cases.Organisation.Reading;

/// <summary>Reads the catalogue of roles, who gives them, and which never go together.</summary>
internal static class RoleReader
{
    private static readonly Dictionary<string, RoleScope> Scopes = new(StringComparer.Ordinal)
    {
        ["none"] = RoleScope.None,
        ["side"] = RoleScope.Side,
        ["area"] = RoleScope.Area,
    };

    private static readonly Dictionary<string, AppointmentScope> AppointmentScopes = new(StringComparer.Ordinal)
    {
        ["same-area"] = AppointmentScope.SameArea,
        ["same-side"] = AppointmentScope.SameSide,
        ["side-without-chair"] = AppointmentScope.SideWithoutChair,
        ["any"] = AppointmentScope.Any,
    };

    private static readonly Dictionary<string, SeatOwnerKind> SeatOwners = new(StringComparer.Ordinal)
    {
        ["area"] = SeatOwnerKind.Area,
        ["side"] = SeatOwnerKind.Side,
    };

    public static OrganisationRole Role(YamlMap map) =>
        new(map.Text("key"), map.Both("name"), map.Word("scope", Scopes), map.OptionalBoth("mandate") ?? new BilingualText("", ""), map.Texts("rights"));

    public static IncompatibleRoles Incompatible(YamlMap map, References references)
    {
        var across = map.OptionalText("across");
        if (across is not (null or "sides"))
            map.File.Error(map.LineOf("across"), "YAML-NOT-WORD", "NotWord", "across", across, "sides");
        IReadOnlyList<string> roles = across is null ? references.List(map, "roles", "role") : [references.Required(map, "role", "role")];
        if (across is null && roles.Count < 2)
            map.File.Error(map.Line, "ORG-INCOMPATIBLE", "Incompatible");
        return new(roles, across is not null);
    }

    public static AppointmentRule Appointment(YamlMap map, References references)
    {
        SeatOwnerKind? seats = null;
        if (map.Map("seats") is { } owners)
        {
            seats = owners.Word("owner", SeatOwners);
            owners.Close();
        }

        var roles = references.List(map, "roles", "role");
        if (seats is null == (roles.Count == 0))
            map.File.Error(map.Line, "ORG-APPOINTMENT", "Appointment");
        var byRole = "";
        var scope = AppointmentScope.SameArea;
        if (map.Map("by") is { } by)
        {
            byRole = references.Required(by, "role", "role");
            scope = by.Word("scope", AppointmentScopes);
            by.Close();
        }
        else
        {
            map.File.Error(map.Line, "YAML-MISSING", "Missing", "by");
        }

        return new(seats, roles, byRole, scope, map.OptionalText("clause"));
    }
}
