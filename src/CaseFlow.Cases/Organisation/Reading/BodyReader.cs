namespace CaseFlow.Cases.Organisation.Reading;

/// <summary>Reads a body with its seats and chair.</summary>
internal static class BodyReader
{
    private const string Every = "alla";

    public static Body Body(YamlMap map, References references)
    {
        var name = map.Both("namn");
        var succeeds = references.Optional(map, "ersatter", "organ");
        if (succeeds == map.Name)
            map.File.Error(map.LineOf("ersatter"), "ORG-SUCCESSION", "Succession", map.Name);
        return new(
            map.Name,
            name,
            map.OptionalBoth("kortnamn") ?? name,
            map.Text("niva"),
            references.List(map, "agare", "sida"),
            references.Optional(map, "omrade", "omrade"),
            succeeds,
            map.OptionalDate("beslutat"),
            OrganisationReader.Period(map),
            [.. map.Items("platser").Select(item => SeatRule(item, references))],
            Chair(map.Map("ordforandeskap"), references));
    }

    private static SeatRule SeatRule(YamlMap map, References references)
    {
        var area = references.Optional(map, "omrade", "omrade", Every);
        var side = references.Optional(map, "sida", "sida", Every);
        if (area is null == side is null)
            map.File.Error(map.Line, "ORG-SEAT-OWNER", "SeatOwner");
        var owner = area ?? side;
        var exactly = map.OptionalNumber("antal");
        var least = exactly ?? map.OptionalNumber("minst") ?? 0;
        var most = exactly ?? map.OptionalNumber("hogst") ?? int.MaxValue;
        if (least > most)
            map.File.Error(map.Line, "ORG-SEAT-COUNT", "SeatCount");
        var perSide = new Dictionary<string, int>(StringComparer.Ordinal);
        if (map.Map("per-sida") is { } counts)
        {
            foreach (var key in counts.Keys)
            {
                references.Check(counts, key, "sida", key);
                perSide[key] = counts.Number(key);
            }
        }

        var rule = new SeatRule(
            area is not null ? SeatOwnerKind.Area : SeatOwnerKind.Side,
            owner == Every ? null : owner,
            references.Required(map, "slag", "platsslag"),
            least,
            most,
            perSide,
            map.OptionalText("klausul"),
            OrganisationReader.Period(map));
        map.Close();
        return rule;
    }

    private static ChairRotation? Chair(YamlMap? map, References references)
    {
        if (map is null)
            return null;
        var turn = references.List(map, "turordning", "sida");
        if (turn.Count < 2 || turn.Distinct(StringComparer.Ordinal).Count() != turn.Count)
            map.File.Error(map.LineOf("turordning"), "ORG-CHAIR-TURN", "ChairTurn");
        var departures = new Dictionary<int, ChairDeparture>();
        foreach (var item in map.Items("undantag"))
        {
            departures[item.Number("ar")] = new(references.Required(item, "sida", "sida"), item.Both("skal"));
            item.Close();
        }

        var rotation = new ChairRotation(map.Number("fran-ar"), turn, departures, map.OptionalText("klausul"));
        map.Close();
        return rotation;
    }
}
