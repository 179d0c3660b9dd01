namespace CaseFlow.Cases.Organisation.Reading;

/// <summary>Reads bodies and the turn of their chairs.</summary>
internal static class BodyReader
{
    public static Body Body(YamlMap map, References references)
    {
        var key = map.Text("key");
        var name = map.Both("name");
        var successor = references.Optional(map, "succeededBy", "body");
        if (successor == key)
            map.File.Error(map.LineOf("succeededBy"), "ORG-SUCCESSION", "Succession", key);
        var body = new Body(
            key,
            name,
            map.OptionalBoth("short") ?? name,
            map.Text("level"),
            references.List(map, "owners", "side"),
            references.Optional(map, "area", "area"),
            successor,
            map.OptionalDate("decidedOn"),
            OrganisationReader.Period(map),
            references.Optional(map, "escalatesTo", "body"),
            references.Optional(map, "preparedBy", "body"),
            map.Flag("sister"),
            map.Texts("mayAdopt"),
            Meetings(map.Map("meetings"), references),
            map.OptionalBoth("mandate"));
        if (successor is not null && body.Validity.To is null)
            map.File.Error(map.LineOf("succeededBy"), "ORG-SUCCESSION-OPEN", "SuccessionOpen", key);
        return body;
    }

    /// <summary>The chairs: one mapping, or a list with one for each body.</summary>
    public static IReadOnlyList<ChairRotation> Chairs(YamlMap root, References references)
    {
        if (root.IsList("chair"))
            return OrganisationReader.Each(root, "chair", map => Chair(map, references));
        if (root.Map("chair") is not { } only)
            return [];
        var chair = Chair(only, references);
        only.Close();
        return [chair];
    }

    private static ChairRotation Chair(YamlMap map, References references)
    {
        var sides = references.List(map, "sides", "side");
        if (sides.Count < 2 || sides.Distinct(StringComparer.Ordinal).Count() != sides.Count)
            map.File.Error(map.LineOf("sides"), "ORG-CHAIR-SIDES", "ChairSides");
        var first = references.Required(map, "firstSide", "side");
        var start = sides.ToList().IndexOf(first);
        if (start < 0)
            map.File.Error(map.LineOf("firstSide"), "YAML-REFERENCE", "Reference", "firstSide", first);

        var departures = new Dictionary<int, ChairDeparture>();
        foreach (var item in map.Items("departures"))
        {
            departures[item.Number("year")] = new(references.Required(item, "side", "side"), item.Both("because"));
            item.Close();
        }

        return new(references.Required(map, "body", "body"), [.. sides.Skip(start), .. sides.Take(Math.Max(0, start))], map.Number("firstYear"), departures);
    }

    private static BodyMeetings? Meetings(YamlMap? map, References references)
    {
        if (map is null)
            return null;
        var planners = references.List(map, "planners", "role");
        var meetings = new BodyMeetings(
            map.Both("title"), map.Flag("minutes"), references.Optional(map, "standingItems", "standingItems"), planners, Roles("agenda"), Roles("holders"), Roles("summoned"));
        map.Close();
        return meetings;

        IReadOnlyList<string> Roles(string key) => references.List(map, key, "role") is { Count: > 0 } roles ? roles : planners;
    }
}
