using CaseFlow.Engine.Reading;

namespace CaseFlow.Cases.Organisation.Reading;

/// <summary>The organisation that was read, or null with at least one error among the findings.</summary>
public sealed record OrganisationReadResult(OrganisationModel? Model, IReadOnlyList<Finding> Findings);

/// <summary>
/// Reads the organisation file of a bundle, whose sections are described in <c>workflows/organisation/README.md</c>.
/// Faults come as findings with line, all at once; a key that means nothing here is a fault, since it is mostly a misspelt one.
/// </summary>
public static class OrganisationReader
{
    private static readonly Dictionary<string, PartyKind> PartyKinds = new(StringComparer.Ordinal)
    {
        ["municipality"] = PartyKind.Municipality,
        ["region"] = PartyKind.Region,
    };

    private static readonly Dictionary<string, PartyKind> Represented = new(StringComparer.Ordinal)
    {
        ["municipalities"] = PartyKind.Municipality,
        ["region"] = PartyKind.Region,
    };

    public static OrganisationReadResult Read(string path, string text)
    {
        var file = new YamlFile(path);
        if (file.Open(text) is not { } root)
            return new(null, file.Findings);

        var references = new References(file);
        foreach (var (section, kind) in new[]
        {
            ("sides", "side"), ("associations", "association"), ("areas", "area"), ("parties", "party"), ("bodies", "body"),
            ("seatKinds", "seatKind"), ("roles", "role"), ("seats", "seat"), ("channels", "channel"), ("external", "external"), ("toConfirm", "toConfirm"),
        })
            references.Declare(root, section, kind);
        var standingItems = MeetingPartsReader.StandingItems(root);
        references.Declare("standingItems", standingItems.Keys);

        var content = new OrganisationContent(
            Installation(root),
            Each(root, "sides", map => Side(map, references)),
            Each(root, "associations", map => new Association(map.Text("key"), map.Both("name"))),
            Each(root, "areas", map => Area(map, references)),
            Each(root, "parties", map => Party(map, references)),
            Each(root, "bodies", map => BodyReader.Body(map, references)),
            Each(root, "seatKinds", SeatReader.Kind),
            Each(root, "seats", map => SeatReader.Seat(map, references)),
            Each(root, "roles", RoleReader.Role),
            Each(root, "incompatible", map => RoleReader.Incompatible(map, references)),
            Each(root, "appointments", map => RoleReader.Appointment(map, references)),
            BodyReader.Chairs(root, references),
            Each(root, "channels", map => MeetingPartsReader.Channel(map, references)),
            standingItems,
            MeetingPartsReader.Head(root, references),
            Each(root, "external", map => new ExternalBody(map.Text("key"), map.Both("name"))),
            Each(root, "toConfirm", map => new ToConfirm(map.Text("key"), new(map.Text("sv"), map.Text("en")))));
        foreach (var section in new[] { "sides", "areas", "parties", "bodies", "seatKinds", "roles" })
        {
            if (!root.Has(section))
                file.Error(root.Line, "YAML-MISSING", "Missing", section);
        }

        root.Close();
        return new(file.HasErrors ? null : new OrganisationModel(content), file.Findings);
    }

    /// <summary>The period of an entry, by default for ever.</summary>
    internal static Validity Period(YamlMap map)
    {
        var from = map.OptionalDate("validFrom");
        var to = map.OptionalDate("validTo");
        if (to < from)
            map.File.Error(map.LineOf("validTo"), "YAML-PERIOD", "Period");
        return new(from ?? DateOnly.MinValue, to);
    }

    internal static List<T> Each<T>(YamlMap root, string section, Func<YamlMap, T> read)
    {
        var all = new List<T>();
        foreach (var item in root.Items(section))
        {
            all.Add(read(item));
            item.Close();
        }

        return all;
    }

    private static Installation Installation(YamlMap root)
    {
        if (root.Map("region") is not { } map)
        {
            root.File.Error(root.Line, "YAML-MISSING", "Missing", "region");
            return new("", new("", ""), "", null, null, null);
        }

        var installation = new Installation(map.Text("key"), map.Both("name"), map.Text("timeZone"),
            map.OptionalText("caseNumber"), map.OptionalText("meetingNumber"), map.OptionalText("minutesFileName"));
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(installation.TimeZone, out _))
            map.File.Error(map.LineOf("timeZone"), "ORG-TIME-ZONE", "TimeZone", installation.TimeZone);
        map.Close();
        return installation;
    }

    private static Side Side(YamlMap map, References references)
    {
        var name = map.Both("name");
        return new(map.Text("key"), name, map.OptionalBoth("inSentence") ?? name, map.Word("represents", Represented),
            references.Required(map, "entryRole", "role"), DiaryNumber(map.Map("diaryNumber")));
    }

    private static DiaryNumberFormat? DiaryNumber(YamlMap? map)
    {
        if (map is null)
            return null;
        var format = new DiaryNumberFormat(map.Text("pattern"), map.Text("example"));
        if (!WholeTextPattern.Check(map, "pattern", format.Pattern, format.Example))
            map.File.Error(map.LineOf("example"), "ORG-EXAMPLE", "Example", format.Example);
        map.Close();
        return format;
    }

    private static Area Area(YamlMap map, References references)
    {
        var name = map.Both("name");
        return new(map.Text("key"), name, map.OptionalBoth("longName") ?? name, references.Required(map, "group", "body"),
            Each(map, "municipalities", item => new AreaMember(references.Required(item, "party", "party"), Period(item))));
    }

    private static Party Party(YamlMap map, References references)
    {
        references.Optional(map, "toConfirm", "toConfirm");
        return new(map.Text("key"), map.Both("name"), map.Word("kind", PartyKinds), references.Optional(map, "association", "association"), Period(map));
    }
}
