namespace CaseFlow.Cases.Organisation.Reading;

/// <summary>Reads kinds of seat and seats.</summary>
internal static class SeatReader
{
    private const string Area = "area:";
    private const string Side = "side:";

    public static SeatKind Kind(YamlMap map)
    {
        map.OptionalText("minutesGroup");
        return new(map.Text("key"), map.Both("name"), map.Flag("decides", otherwise: true), map.Texts("needs"), map.Flag("perItem"));
    }

    public static SeatDefinition Seat(YamlMap map, References references) => new(
        map.Text("key"),
        references.Required(map, "body", "body"),
        Owner(map, references),
        references.Required(map, "kind", "seatKind"),
        references.Optional(map, "side", "side"),
        map.OptionalText("sector"),
        map.Both("title"),
        map.OptionalBoth("subject"),
        OrganisationReader.Period(map),
        map.OptionalText("deviates"),
        map.OptionalBoth("note"));

    private static SeatOwner Owner(YamlMap map, References references)
    {
        var owner = map.Text("owner");
        if (owner.StartsWith(Area, StringComparison.Ordinal))
        {
            references.Check(map, "owner", "area", owner[Area.Length..]);
            return new(SeatOwnerKind.Area, owner[Area.Length..]);
        }

        if (owner.StartsWith(Side, StringComparison.Ordinal))
        {
            references.Check(map, "owner", "side", owner[Side.Length..]);
            return new(SeatOwnerKind.Side, owner[Side.Length..]);
        }

        map.File.Error(map.LineOf("owner"), "ORG-SEAT-OWNER", "SeatOwner", owner);
        return default;
    }
}
