using CaseFlow.Cases.Language;
using CaseFlow.Engine.Reading;

namespace CaseFlow.Cases.Organisation.Reading;

/// <summary>The organisation that was read, or null with at least one error among the findings.</summary>
public sealed record OrganisationReadResult(OrganisationModel? Model, IReadOnlyList<Finding> Findings);

/// <summary>Reads the organisation file of a bundle. Faults come as findings with line, all at once; an unknown key is a fault.</summary>
/// <remarks>
/// The file (keys in Swedish, names either one text or <c>{ sv, en }</c>, dates as 2017-01-01, both ends included):
/// <code>
/// sidor:        { nyckel: { namn, kortnamn, diarienummer: "regular expression" } }
/// omraden:      { nyckel: { namn, kortnamn, fran, till } }
/// parter:       { nyckel: { namn, slag, sida, fran, till, omraden: [ { omrade, fran, till } ] } }
/// platsslag:    { nyckel: { namn, deltar } }
/// organ:        { nyckel: { namn, kortnamn, niva, agare: [sida], omrade, ersatter: organ, beslutat, fran, till,
///                 platser: [ { slag, omrade|sida: nyckel or "alla", antal | minst, hogst, per-sida: { sida: antal }, klausul, fran, till } ],
///                 ordforandeskap: { fran-ar, turordning: [sida], klausul, undantag: [ { ar, sida, skal } ] } } }
/// roller:       { nyckel: { namn, galler: alla|sida|omrade, uppdrag, utses-av: [roll] } }
/// </code>
/// </remarks>
public static class OrganisationReader
{
    private static readonly Validity Always = new(DateOnly.MinValue);

    public static OrganisationReadResult Read(string path, string text)
    {
        var file = new YamlFile(path);
        if (file.Open(text) is not { } root)
            return new(null, file.Findings);

        var references = new References(file);
        var sides = Keyed(root, "sidor", Side);
        references.Add("sida", sides.Keys);
        var areas = Keyed(root, "omraden", Area);
        references.Add("omrade", areas.Keys);
        var parties = Keyed(root, "parter", map => Party(map, references));
        references.Add("part", parties.Keys);
        var kinds = Keyed(root, "platsslag", SeatKind);
        references.Add("platsslag", kinds.Keys);
        references.Add("organ", root.Entries("organ").Select(b => b.Name));
        var bodies = Keyed(root, "organ", map => BodyReader.Body(map, references));
        references.Add("roll", root.Entries("roller").Select(r => r.Name));
        var roles = Keyed(root, "roller", map => Role(map, references));
        root.Close();

        var model = file.HasErrors
            ? null
            : new OrganisationModel(sides.Values, areas.Values, parties.Values, kinds.Values, bodies.Values, roles.Values);
        return new(model, file.Findings);
    }

    internal static Validity Period(YamlMap map)
    {
        var from = map.OptionalDate("fran");
        var to = map.OptionalDate("till");
        if (from is null && to is null)
            return Always;
        if (to < from)
            map.File.Error(map.LineOf("till"), "ORG-PERIOD", "Period", map.Name);
        return new(from ?? DateOnly.MinValue, to);
    }

    /// <summary>The entries in the order of the file.</summary>
    private static OrderedDictionary<string, T> Keyed<T>(YamlMap root, string key, Func<YamlMap, T> read)
    {
        var entries = root.Entries(key);
        if (entries.Count == 0)
            root.File.Error(root.Line, "YAML-MISSING", "Missing", key);
        var all = new OrderedDictionary<string, T>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            all[entry.Name] = read(entry);
            entry.Close();
        }

        return all;
    }

    private static Side Side(YamlMap map)
    {
        var name = map.Both("namn");
        return new(map.Name, name, map.OptionalBoth("kortnamn") ?? name, Patterns.Read(map, "diarienummer"));
    }

    private static Area Area(YamlMap map)
    {
        var name = map.Both("namn");
        return new(map.Name, name, map.OptionalBoth("kortnamn") ?? name, Period(map));
    }

    private static Party Party(YamlMap map, References references)
    {
        var memberships = new List<AreaMembership>();
        foreach (var item in map.Items("omraden"))
        {
            memberships.Add(new(references.Required(item, "omrade", "omrade"), Period(item)));
            item.Close();
        }

        return new(map.Name, map.Both("namn"), map.Text("slag"), references.Required(map, "sida", "sida"), memberships, Period(map));
    }

    private static SeatKind SeatKind(YamlMap map) => new(map.Name, map.Both("namn"), map.Flag("deltar", otherwise: true));

    private static OrganisationRole Role(YamlMap map, References references)
    {
        var scope = map.Text("galler") switch
        {
            "alla" => RoleScope.None,
            "sida" => RoleScope.Side,
            "omrade" => RoleScope.Area,
            var other => Unknown(map, other),
        };
        return new(map.Name, map.Both("namn"), scope, map.OptionalBoth("uppdrag") ?? new BilingualText("", ""), references.List(map, "utses-av", "roll"));
    }

    private static RoleScope Unknown(YamlMap map, string value)
    {
        map.File.Error(map.LineOf("galler"), "ORG-SCOPE", "Scope", map.Name, value);
        return RoleScope.None;
    }
}
