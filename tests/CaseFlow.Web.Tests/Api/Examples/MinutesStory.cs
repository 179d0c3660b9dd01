using System.Text.Json.Nodes;

namespace CaseFlow.Web.Tests.Api.Examples;

/// <summary>A channel's site fetches approved minutes and says that they stand there.</summary>
internal sealed class MinutesStory(RecordingClient api)
{
    public async Task Published(string meeting)
    {
        var hash = await api.Approved(Guid.Parse(meeting));
        var listed = (await api.Get("administration.vgr", "/publications"))["items"]!.AsArray().Single()!;
        Expect.That((string?)listed["hash"] == hash, "the site gets the text that was approved");
        foreach (var (account, channel) in new[] { ("administration.vgr", "vgr-webb"), ("administration.vastkom", "vastkom-webb") })
            await api.Call(account, "POST", $"/publications/{meeting}/confirmations", new JsonObject { ["channel"] = channel, ["hash"] = hash, ["address"] = "https://example.se/vvg" }.ToJsonString());
        listed = (await api.Call("administration.vgr", "GET", "/publications", keep: false))["items"]!.AsArray().Single()!;
        Expect.That(listed["publishedAt"] is not null, "published when both have confirmed");
    }
}
