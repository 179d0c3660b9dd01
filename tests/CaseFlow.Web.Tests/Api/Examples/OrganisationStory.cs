namespace CaseFlow.Web.Tests.Api.Examples;

/// <summary>Who works here: keys, organisation, seats, notices and figures.</summary>
internal sealed class OrganisationStory(RecordingClient api)
{
    private const string Owner = "administration.vgr";

    public async Task Service()
    {
        foreach (var path in new[] { "/health", "/api-info" })
            await api.Get("", path);
        foreach (var path in new[] { "/account", "/bodies?limit=2", "/areas?limit=2", "/sides?limit=2", "/parties?limit=2", "/roles?limit=2", "/processes" })
            await api.Get(CaseStory.Leader, path);
    }

    public async Task Seats()
    {
        var id = (string)(await api.Call(Owner, "POST", "/seats", """
            {"body":"vvg","ownerKind":"side","owner":"vgr","kind":"ledamot","side":"vgr","sector":"primarvard","title":"Ledamot digital vård","validFrom":"2027-01-14"}
            """))["id"]!;
        await api.Call(Owner, "PUT", "/seats/" + id, """{"title":"Ledamot digital vård och omsorg","sector":"primarvard"}""", await Version());
        var holder = (string)(await api.Call(Owner, "POST", $"/seats/{id}/holders", """{"personName":"Representantens namn","personTitle":"Områdeschef","validFrom":"2027-01-14"}""", await Version()))["id"]!;
        await api.Call(Owner, "PUT", $"/seats/{id}/holders/{holder}/last-day", """{"date":"2027-06-30"}""", await Version());
        var seat = (await api.Call(Owner, "GET", "/bodies/vvg/seats", keep: false))["seats"]!.AsArray().Single(s => (string?)s!["id"] == id)!;
        Expect.That((string?)seat["title"] == "Ledamot digital vård och omsorg" && (string?)seat["representative"]!["validTo"] == "2027-06-30", "the seat is changed and its holder's time ends");
        await api.Get(Owner, "/bodies/vvg/seats");

        async Task<long> Version() => (long)(await api.Call(Owner, "GET", "/bodies/vvg/seats", keep: false))["seats"]!.AsArray().Single(s => (string?)s!["id"] == id)!["version"]!;
    }

    public async Task NoticesAndFigures()
    {
        var notices = await api.Until(CaseStory.Leader, "/notices?limit=2", n => n["items"]!.AsArray().Count > 0 ? n : null);
        await api.Get(CaseStory.Leader, "/notices?limit=2");
        var one = await api.Call(CaseStory.Leader, "PUT", $"/notices/{(string)notices["items"]![0]!["id"]!}/read-mark");
        Expect.That((int)one["marked"]! == 1, "one notice is marked");
        await api.Call(CaseStory.Leader, "PUT", "/notices/read-mark");
        Expect.That((await api.Call(CaseStory.Leader, "GET", "/notices", keep: false))["items"]!.AsArray().Count > 0, "notices that are read stay");
        await api.Get(CaseStory.Leader, "/mail-pace");
        await api.Call(CaseStory.Leader, "PUT", "/mail-pace", """{"pace":"weekly"}""");
        Expect.That((string?)(await api.Get(CaseStory.Leader, "/mail-pace"))["pace"] == "weekly", "the pace is as chosen");
        await api.Get(CaseStory.Leader, "/figures");
        await api.Get(CaseStory.Leader, "/processes/lansarende/counts");
        await api.Get(CaseStory.Leader, "/processes/lansarende/bpmn");
    }

    public async Task Keys()
    {
        var keys = (await api.Get(CaseStory.Leader, "/api-keys")).AsArray();
        Expect.That(keys.Count == 1, "one key was issued");
        await api.Call(CaseStory.Leader, "DELETE", "/api-keys/" + (string)keys[0]!["id"]!);
    }
}
