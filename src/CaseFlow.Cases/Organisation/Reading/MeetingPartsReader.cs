namespace CaseFlow.Cases.Organisation.Reading;

/// <summary>Reads what meetings are made of: standing items, channels, the head of the minutes.</summary>
internal static class MeetingPartsReader
{
    private const string PlaceOfCases = "cases";

    public static Dictionary<string, IReadOnlyList<StandingItem>> StandingItems(YamlMap root)
    {
        var all = new Dictionary<string, IReadOnlyList<StandingItem>>(StringComparer.Ordinal);
        if (root.Map("standingItems") is not { } lists)
            return all;
        foreach (var key in lists.Keys)
            all[key] = [.. lists.WordsAndItems(key).Select(item => Item(lists, key, item.Word, item.Map))];
        return all;
    }

    public static Channel Channel(YamlMap map, References references)
    {
        var channel = new Channel(map.Text("key"), map.Both("name"), references.Required(map, "side", "side"), map.Text("url"));
        if (!Uri.TryCreate(channel.Url, UriKind.Absolute, out var url) || url.Scheme is not ("https" or "http"))
            map.File.Error(map.LineOf("url"), "ORG-URL", "Url", channel.Url);
        return channel;
    }

    public static MinutesHead Head(YamlMap root, References references)
    {
        if (root.Map("minutesHead") is not { } map)
            return new([], []);
        var head = new MinutesHead(Groups(map, "left", references), Groups(map, "right", references));
        map.Close();
        return head;
    }

    private static IReadOnlyList<string> Groups(YamlMap map, string key, References references)
    {
        var groups = map.Texts(key);
        foreach (var group in groups)
        {
            var parts = group.Split(':');
            if (parts.Length != 2)
                map.File.Error(map.LineOf(key), "ORG-MINUTES-GROUP", "MinutesGroup", group);
            else if (parts[0] is "area" or "side")
                references.Check(map, key, parts[0], parts[1]);
            else if (parts[0] == "kind")
                references.Check(map, key, "seatKind", parts[1]);
            else
                CheckKindOfSide(map, key, parts, references);
        }

        return groups;
    }

    private static void CheckKindOfSide(YamlMap map, string key, string[] parts, References references)
    {
        references.Check(map, key, "seatKind", parts[0]);
        references.Check(map, key, "side", parts[1]);
    }

    private static StandingItem Item(YamlMap lists, string key, string? word, YamlMap? map)
    {
        if (map is null)
        {
            if (word != PlaceOfCases)
                lists.File.Error(lists.LineOf(key), "YAML-NOT-WORD", "NotWord", key, word, PlaceOfCases);
            return new("", new("", ""), "", [], null, null, null);
        }

        var item = new StandingItem(map.Text("key"), map.Both("title"), map.Text("kind"), map.Texts("parts"),
            map.OptionalText("clause"), map.OptionalText("links"), map.OptionalNumber("minutes"));
        map.Close();
        return item;
    }
}
