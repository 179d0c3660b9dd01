using System.Text.Json.Nodes;

namespace CaseFlow.Web.Tests.Api.Examples;

/// <summary>A case is prepared, put on a meeting, decided, answered by SRO and spread.</summary>
internal sealed class MeetingStory(RecordingClient api, CaseStory cases)
{
    private const string OneSide = CaseStory.OneSide;
    private const string OtherSide = CaseStory.OtherSide;
    private const string Political = "sro-sekretariat";

    public async Task Prepared(string number)
    {
        await cases.Complete(OneSide, "BeredUnderlag", number, """
            {
              "sammanfattning": "Frågan, varför den är gemensam och vad VVG ombeds göra.",
              "behandling": "stallningstagande",
              "effekt": "rekommenderande",
              "forslag": "Vårdsamverkan Västra Götaland ställer sig bakom riktlinjen.",
              "foredragande": "Beredningen, VästKom och VGR",
              "minuter": 20,
              "spridas": true,
              "uppfoljningSaknas": "Uppföljningen görs i den ordinarie uppföljningen av hemgång.",
              "nasta": "klart"
            }
            """);
        await cases.Status(number, "pa-dagordning");
        await api.Get(OneSide, "/bodies/vvg/waiting-cases");
    }

    public async Task<string> Planned(string number)
    {
        var made = await api.Call(OtherSide, "POST", "/meetings", """{"body":"vvg","kind":"ordinarie","date":"2027-01-15","startsAt":"09:00:00","endsAt":"12:00:00","place":"Göteborg"}""");
        var meeting = (string)made["meetingId"]!;
        await api.Call(OtherSide, "PUT", $"/meetings/{meeting}/schedule", """{"date":"2027-01-14","startsAt":"09:00:00","endsAt":"12:00:00","place":"Göteborg och digitalt"}""");
        var moved = await api.Get(OtherSide, "/meetings/" + meeting);
        Expect.That((string?)moved["meeting"]!["date"] == "2027-01-14", "the meeting is moved");

        await api.Call(OtherSide, "POST", $"/meetings/{meeting}/items", $$"""{"case":"{{number}}","minutes":20}""");
        await api.Call(OtherSide, "DELETE", $"/meetings/{meeting}/cases/{number}");
        Expect.That((await Items(meeting)).All(i => i!["caseId"] is null), "a case that was taken off is not on the agenda");
        await api.Call(OtherSide, "POST", $"/meetings/{meeting}/items", $$"""{"case":"{{number}}","minutes":20}""");
        var point = (string)(await api.Call(OtherSide, "POST", $"/meetings/{meeting}/agenda-points", """{"kind":"information","title":"Läget i områdena","minutes":15}"""))["itemId"]!;
        var added = (await Items(meeting)).Single(i => (string?)i!["id"] == point)!;
        await api.Call(OtherSide, "PUT", $"/meetings/{meeting}/items/{point}", """{"kind":"information","title":"Läget i områdena","minutes":10,"presenters":"Områdena"}""", (long)added["version"]!);
        await api.Call(OtherSide, "PUT", $"/meetings/{meeting}/items/{point}/position", """{"position":1}""");
        var changed = (await Items(meeting)).Single(i => (string?)i!["id"] == point)!;
        Expect.That((int)changed["minutes"]! == 10 && (int)changed["position"]! == 1, "the item is changed and moved");
        await api.Call(OtherSide, "DELETE", $"/meetings/{meeting}/items/{point}");
        Expect.That((await Items(meeting)).All(i => (string?)i!["id"] != point), "the item is gone");

        await api.Call(OtherSide, "POST", $"/meetings/{meeting}/documents", form: CaseStory.Form("%PDF-1.7 bilaga", "Bilaga till kallelsen", null));
        await api.Get(OtherSide, $"/meetings/{meeting}/documents");
        var extra = await api.Call(OtherSide, "POST", "/meetings", """{"body":"vvg","kind":"extra","date":"2027-02-15","startsAt":"13:00:00","endsAt":"14:00:00","reason":"Brådskande fråga"}""", keep: false);
        await api.Call(OtherSide, "POST", $"/meetings/{(string)extra["meetingId"]!}/cancellation");
        await api.Get(OtherSide, "/meetings?limit=2");
        return meeting;
    }

    public async Task Held(string meeting, string number)
    {
        var notice = await OfMeeting(OtherSide, "ByggDagordning", meeting);
        await api.Call(OtherSide, "POST", $"/tasks/{(string)notice["id"]!}/completion", """{"answers":{"syfte":"Gemensam inriktning i länsgemensamma frågor."}}""", (long)notice["version"]!);
        var chair = await Chair(meeting);
        await api.Call(chair, "PUT", $"/meetings/{meeting}/attendance", """
            {"seats":[{"seatKey":"vvg-fyrbodal-1","state":"narvarande"},{"seatKey":"vvg-fyrbodal-2","state":"ersattare","substitute":"Verksamhetschef, sjukhuset"}]}
            """);
        var guest = (string)(await api.Call(chair, "POST", $"/meetings/{meeting}/also-present", """{"category":"kallad","person":"Kallad sakkunnig","from":"VGR"}"""))["id"]!;
        var mistake = (string)(await api.Call(chair, "POST", $"/meetings/{meeting}/also-present", """{"category":"gast","person":"Gäst"}""", keep: false))["id"]!;
        await api.Call(chair, "DELETE", $"/meetings/{meeting}/also-present/{mistake}");
        var roll = await api.Get(chair, $"/meetings/{meeting}/attendance");
        Expect.That(roll["seats"]!.AsArray().Count(s => s!["state"] is not null) == 2, "attendance is by seat");
        Expect.That((string?)roll["alsoPresent"]!.AsArray().Single()!["id"] == guest, "somebody without a seat is there too");
        var agenda = (await Items(meeting)).First(i => ((string)i!["title"]!).Contains("agenda", StringComparison.Ordinal))!;
        await api.Call(chair, "POST", $"/meetings/{meeting}/items/{(string)agenda["id"]!}/approval", version: (long)agenda["version"]!);
        var item = (await Items(meeting)).Single(i => i!["caseId"] is not null)!;
        await api.Call(chair, "POST", $"/meetings/{meeting}/items/{(string)item["id"]!}/start");
        await api.Call(chair, "PUT", $"/meetings/{meeting}/items/{(string)item["id"]!}/notes", """{"text":"Områdena berättade hur hemgång fungerar i dag.","seen":""}""");
        await api.Call(chair, "POST", $"/meetings/{meeting}/items/{(string)item["id"]!}/clauses",
            """{"clauses":["staller-sig-bakom"],"effect":"rekommenderande","consensus":true,"toBeSpread":true}""", (long)item["version"]!);
        var draft = await api.Get(chair, $"/meetings/{meeting}/minutes-draft");
        Expect.That(((string)draft["text"]!).Contains("Riktlinje för trygg hemgång", StringComparison.Ordinal), "the minutes tell of the case");
        await cases.Status(number, "underlag-till-sro");
    }

    public async Task Answered(string number)
    {
        await cases.Complete(OneSide, "SkrivSroUnderlag", number, """{"sammanfattning":"SRO ombeds rekommendera riktlinjen till huvudmännen.","effekt":"rekommenderande"}""");
        await cases.Status(number, "hos-sro");
        await cases.Task(Political, "GranskaSroUnderlag", number);
        await api.Get(Political, "/escalations");
        await cases.Complete(Political, "GranskaSroUnderlag", number, """{"komplett":"ja","sroDatum":"2027-01-14"}""");
        await cases.Complete(Political, "RegistreraSroSvar", number, """
            {"sroSvar":"besvarat","sroDatum":"2027-01-14","satser":["rekommenderar"],"ordalydelse":"SRO rekommenderar huvudmännen att anta riktlinjen."}
            """);
        await cases.Status(number, "sprids");
        Expect.That((string?)(await api.Get(CaseStory.Leader, $"/cases/{number}/escalations"))[0]!["answer"] == "besvarat", "the answer is on the case");
        await api.Get(CaseStory.Leader, $"/cases/{number}/places");
        await cases.Complete(CaseStory.Leader, "SpridOchForankra", number, """{"spridd":true,"hur":"Ledningsgrupp och chefsbrev."}""");
        await api.Get(CaseStory.Leader, $"/cases/{number}/timeline");
    }

    private async Task<JsonArray> Items(string meeting) => (await api.Call(OtherSide, "GET", "/meetings/" + meeting, keep: false))["items"]!.AsArray();

    private Task<JsonNode> OfMeeting(string account, string element, string meeting) => api.Until(account, "/tasks?limit=200", t => Find(t, element, meeting));

    // The chair changes side every year.
    private async Task<string> Chair(string meeting)
    {
        for (var tries = 0; ; tries++)
        {
            foreach (var account in new[] { "ordforande.vgr", "ordforande.vastkom" })
            {
                if (Find(await api.Call(account, "GET", "/tasks?limit=200", keep: false), "HallMote", meeting) is not null)
                    return account;
            }

            if (tries > 200)
                throw new TimeoutException("Nobody holds the meeting.");
            await Task.Delay(50);
        }
    }

    private static JsonNode? Find(JsonNode tasks, string element, string meeting) => tasks["items"]!.AsArray().FirstOrDefault(i =>
        (string?)i!["element"] == element && ((string)i["id"]!).StartsWith(meeting.Replace("-", "", StringComparison.Ordinal), StringComparison.Ordinal));
}
