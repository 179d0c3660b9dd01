using System.Globalization;
using System.Text.Json.Nodes;
using CaseFlow.Engine.Calendar;

namespace CaseFlow.Fault.Tests.Running;

/// <summary>
/// A case's whole way by REST: submitted, sorted by both sides, prepared, put before a meeting that says what it thinks,
/// sent to the strategic group, answered, and spread in every area.
/// </summary>
/// <param name="Meeting">Id of the meeting.</param>
internal sealed record Journey(Guid Case, string Number, Guid Meeting, string MeetingName)
{
    private static readonly string[] Areas = ["fyrbodal", "goteborgsomradet", "samla", "simba", "skaraborg", "sodra-alvsborg"];
    private static readonly string[] Preparers = ["beredningsansvarig.vastkom", "beredningsansvarig.vgr"];
    // Which side has the chair depends on the year.
    private static readonly string[] Chairs = ["ordforande.vgr", "ordforande.vastkom"];
    private static readonly string[] Secretariat = ["sro-sekretariat"];

    /// <param name="number">Makes the date that the meeting is called to, and so its name, its own.</param>
    public static async Task<Journey> Travel(PersistentClient client, int number)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow(), WorkingDays.Zone).DateTime);
        var submitted = await client.Command("processledare.fyrbodal", "v1/cases", new
        {
            area = "fyrbodal",
            answers = new
            {
                rubrik = "Riktlinje för trygg hemgång",
                fraga = "En gemensam riktlinje behövs.",
                lansfragaDatum = Text(today),
                lansfragaMotiv = "Frågan återkommer.",
                omfattning = "hela-lanet",
                varforInteDelregionalt = "Rutinen behöver vara densamma.",
                onskatResultat = "stallningstagande",
                effekt = "rekommenderande",
                nytta = "Samma stöd i hela länet.",
                kontakt = "Processledare i området",
            },
        });
        var about = (string?)submitted["number"] ?? "";
        foreach (var preparer in Preparers)
            await client.Complete([preparer], "BedomSortering", about, new { utfall = "vvg", behandling = "stallningstagande" });
        await client.Complete(Preparers, "BeredUnderlag", about, new
        {
            sammanfattning = "Vad VVG ombeds göra.",
            behandling = "stallningstagande",
            effekt = "rekommenderande",
            forslag = "VVG ställer sig bakom riktlinjen.",
            foredragande = "Beredningen",
            minuter = 20,
            spridas = true,
            uppfoljningSaknas = "Prövas i den ordinarie uppföljningen.",
            nasta = "klart",
        });
        var (meeting, name) = await Meet(client, about, today, today.AddDays(14 + number));
        await client.Complete(Preparers, "SkrivSroUnderlag", about, new { sammanfattning = "SRO ombeds rekommendera riktlinjen.", effekt = "rekommenderande" });
        await client.Complete(Secretariat, "GranskaSroUnderlag", about, new { komplett = "ja", sroDatum = Text(today.AddDays(1)) });
        await client.Complete(Secretariat, "RegistreraSroSvar", about, new
        {
            sroSvar = "besvarat",
            sroDatum = Text(today),
            satser = new[] { "rekommenderar" },
            ordalydelse = "SRO rekommenderar riktlinjen.",
        });
        foreach (var area in Areas)
            await client.Complete([$"processledare.{area}"], "SpridOchForankra", about, new { spridd = true, hur = "Ledningsgrupp och chefsbrev." });
        return new(Guid.Parse((string?)submitted["caseId"] ?? ""), about, meeting, name);
    }

    private static async Task<(Guid Id, string Name)> Meet(PersistentClient client, string about, DateOnly today, DateOnly date)
    {
        var planned = await client.Command(Preparers[0], "v1/meetings", new
        {
            body = "vvg",
            kind = "ordinarie",
            date = Text(date),
            startsAt = "09:00:00",
            endsAt = "12:00:00",
            place = "Göteborg",
            purpose = "Länsgemensamma frågor.",
        });
        var (id, name) = ((string?)planned["meetingId"] ?? "", (string?)planned["number"] ?? "");
        await client.Command(Preparers[0], $"v1/meetings/{id}/items", new Dictionary<string, string>(StringComparer.Ordinal) { ["case"] = about });
        await client.Complete(Preparers, "ByggDagordning", name, new { syfte = "Gemensam inriktning." });
        // It has a day, and so a name, of its own until it is called; what it says can be recorded only from the day that it is held.
        await client.Command(
            Preparers[0], $"v1/meetings/{id}/schedule", new { date = Text(today), startsAt = "09:00:00", endsAt = "12:00:00", place = "Göteborg" }, method: HttpMethod.Put);
        var (chair, _) = await client.TaskOf(Chairs, "HallMote", Guid.Parse(id).ToString("N"));
        var item = ((await client.Read(chair, $"v1/meetings/{id}"))["items"]?.AsArray() ?? []).Single(i => i?["caseId"] is not null) ?? new JsonObject();
        await client.Command(
            chair, $"v1/meetings/{id}/items/{item["id"]}/clauses",
            new { clauses = new[] { "staller-sig-bakom" }, effect = "rekommenderande", consensus = true, toBeSpread = true }, (long?)item["version"]);
        return (Guid.Parse(id), name);
    }

    private static string Text(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
