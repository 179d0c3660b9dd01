using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace CaseFlow.Web.Tests.Api.Examples;

/// <summary>A case from draft to sorting, with its documents, and others that lie dormant, are sorted anew, taken back and taken up again.</summary>
internal sealed class CaseStory(RecordingClient api)
{
    public const string Leader = "processledare.fyrbodal";
    public const string Neighbour = "processledare.skaraborg";
    public const string OneSide = "beredningsansvarig.vastkom";
    public const string OtherSide = "beredningsansvarig.vgr";

    private const string Answers = """
        {
          "rubrik": "Riktlinje för trygg hemgång",
          "fraga": "Hemgång efter sjukhusvistelse fungerar olika i länet. En gemensam riktlinje behövs.",
          "lansfragaDatum": "2027-01-14",
          "lansfragaMotiv": "Frågan återkommer i alla kommuner i området och hänger på båda huvudmännen.",
          "omfattning": "hela-lanet",
          "varforInteDelregionalt": "Rutinen behöver vara densamma i hela länet.",
          "onskatResultat": "stallningstagande",
          "effekt": "rekommenderande",
          "nytta": "Samma stöd var man än bor i länet.",
          "kontakt": "Processledare i området"
        }
        """;

    public async Task<string> Submitted()
    {
        await api.Get(Leader, "/submission-form");
        var draft = await api.Call(Leader, "POST", "/drafts", """{"area":"fyrbodal","answers":{"rubrik":"Trygg hemgång"}}""");
        var id = (string)draft["draftId"]!;
        var changed = await api.Call(Leader, "PUT", "/drafts/" + id, """{"area":"fyrbodal","answers":{"rubrik":"Riktlinje för trygg hemgång"}}""", (long)draft["version"]!);
        var kept = (await api.Get(Leader, "/drafts"))["items"]!.AsArray();
        Expect.That(kept.Count == 1 && (string?)kept[0]!["answers"]!["rubrik"] == "Riktlinje för trygg hemgång" && (long)changed["version"]! == (long)kept[0]!["version"]!, "the draft is kept as changed");
        var number = await Submit(id);
        Expect.That((await api.Get(Leader, "/drafts"))["items"]!.AsArray().Count == 0, "the draft is gone once the case is in");
        var other = await api.Call(Leader, "POST", "/drafts", """{"area":"fyrbodal","answers":{"rubrik":"Tillfälligt"}}""");
        await api.Call(Leader, "DELETE", "/drafts/" + (string)other["draftId"]!);
        await Status(number, "under-sortering");
        await api.Call(OneSide, "POST", $"/cases/{number}/comments", """{"text":"Vi tar upp frågan på nästa sorteringsmöte."}""");
        await api.Call(Neighbour, "POST", $"/cases/{number}/co-sponsors", """{"area":"skaraborg"}""");
        var matters = await api.Get(Leader, $"/cases/{number}/matters");
        Expect.That((string?)matters["coSponsors"]![0]!["area"] == "skaraborg" && matters["comments"]!.AsArray().Count == 1, "comment and co-sponsor are on the case");
        await api.Get(Leader, "/cases?limit=2");
        await api.Get(Leader, "/cases/" + number);
        return number;
    }

    public async Task Documents(string number)
    {
        var made = await api.Call(OneSide, "POST", $"/cases/{number}/documents", form: Form("%PDF-1.7 ett", "Underlag till riktlinje", "working-material"));
        var id = (string)made["documentId"]!;
        await api.Call(OneSide, "POST", $"/documents/{id}/versions", version: await VersionOf(), form: Form("%PDF-1.7 två", null, "working-material"));
        await api.Call(OneSide, "PUT", $"/documents/{id}/maturity", """{"maturity":"proposal"}""", await VersionOf());
        await api.Call(OneSide, "PUT", $"/documents/{id}/title", """{"title":"Förslag till riktlinje"}""", await VersionOf());
        var shown = (await api.Get(OneSide, $"/cases/{number}/documents"))["items"]![0]!;
        Expect.That((string?)shown["title"] == "Förslag till riktlinje" && shown["versions"]!.AsArray().Count == 2, "the document has both versions and its new title");
        Expect.That(shown["versions"]!.AsArray().Any(v => (string?)v!["maturity"] == "proposal"), "the document's latest version is a proposal");
        await api.Get(OneSide, $"/document-versions/{(string)shown["versions"]![0]!["id"]!}/content");
        var wrong = await api.Call(OneSide, "POST", $"/cases/{number}/documents", form: Form("%PDF-1.7 fel", "Fel fil", null), keep: false);
        await api.Call(OneSide, "DELETE", "/documents/" + (string)wrong["documentId"]!, version: 1);
        Expect.That((int)(await api.Get(OneSide, $"/cases/{number}/documents"))["total"]! == 1, "a document that was taken back is not listed");

        await api.Call(OtherSide, "POST", $"/cases/{number}/diary-numbers", """{"party":"vgr","number":"RS 2027-01719"}""");
        var numbers = (await api.Get(OtherSide, $"/cases/{number}/diary-numbers")).AsArray();
        Expect.That((string?)numbers[0]!["number"] == "RS 2027-01719", "the diary number is registered");
        await api.Call(OtherSide, "DELETE", "/diary-numbers/" + (string)numbers[0]!["id"]!);
        Expect.That((await api.Get(OtherSide, $"/cases/{number}/diary-numbers")).AsArray().Count == 0, "the diary number is gone");

        async Task<long> VersionOf() => (long)(await api.Call(OneSide, "GET", $"/cases/{number}/documents", keep: false))["items"]![0]!["version"]!;
    }

    public async Task Sorted(string number)
    {
        await api.Get(OneSide, "/sorting");
        await api.Get(OneSide, "/tasks?limit=2");
        var task = await Task(OneSide, "BedomSortering", number);
        await api.Get(OneSide, "/tasks/" + (string)task["id"]!);
        await api.Get(OneSide, "/sorting/" + (string)task["id"]!);
        var taken = await api.Call(OneSide, "PUT", $"/tasks/{(string)task["id"]!}/claim");
        var released = await api.Call(OneSide, "DELETE", $"/tasks/{(string)task["id"]!}/claim");
        Expect.That((bool)taken["isClaimed"]! && !(bool)released["isClaimed"]!, "a task is taken and let go of");
        await Sort(number, """{"utfall":"vvg","behandling":"stallningstagande"}""");
        await Status(number, "beredning");
    }

    public async Task Detours()
    {
        var dormant = await Submit(null);
        await Sort(dormant, """{"utfall":"vilande","vilandeTill":"2027-03-01"}""");
        await Status(dormant, "vilande");
        await api.Call(Leader, "POST", $"/cases/{dormant}/waking");
        await Status(dormant, "under-sortering");
        await Sort(dormant, """{"utfall":"ater","aterTill":"fyrbodal"}""");
        await api.Call(Leader, "POST", $"/cases/{dormant}/new-sorting", """{"reason":"Två områden till har ställt sig bakom frågan."}""");
        await Status(dormant, "under-sortering");

        var regretted = await Submit(null);
        await api.Call(Leader, "POST", $"/cases/{regretted}/withdrawal");
        await api.Until(Leader, "/cases/" + regretted, c => c["closedAt"] is null ? null : c);
        var again = await api.Call(Leader, "POST", $"/cases/{regretted}/reopening", """{"reason":"Frågan har blivit aktuell igen."}""");
        Expect.That((string?)again["number"] != regretted, "a reopened case is a new one");
    }

    public Task Status(string number, string status) => api.Until(Leader, "/cases/" + number, c => (string?)c["status"] == status ? c : null);

    public Task<JsonNode> Task(string account, string element, string subject) => api.Until(
        account, "/tasks?limit=200", t => t["items"]!.AsArray().FirstOrDefault(i => (string?)i!["element"] == element && (string?)i["subject"] == subject));

    public async Task Complete(string account, string element, string subject, string answers)
    {
        var task = await Task(account, element, subject);
        await api.Call(account, "POST", $"/tasks/{(string)task["id"]!}/completion", $$"""{"answers":{{answers}}}""", (long)task["version"]!);
    }

    private async Task Sort(string number, string answers)
    {
        await Complete(OneSide, "BedomSortering", number, answers);
        await Complete(OtherSide, "BedomSortering", number, answers);
    }

    private async Task<string> Submit(string? draft)
    {
        var body = new JsonObject { ["area"] = "fyrbodal", ["answers"] = JsonNode.Parse(Answers) };
        if (draft is not null)
            body["draft"] = draft;
        return (string)(await api.Call(Leader, "POST", "/cases", body.ToJsonString()))["number"]!;
    }

    internal static MultipartFormDataContent Form(string content, string? title, string? maturity)
    {
        var file = new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(content));
        file.Headers.ContentType = new MediaTypeHeaderValue("application/pdf");
        var form = new MultipartFormDataContent { { file, "file", "underlag.pdf" } };
        if (title is not null)
            form.Add(new StringContent(title), "title");
        if (maturity is not null)
            form.Add(new StringContent(maturity), "maturity");
        return form;
    }
}
