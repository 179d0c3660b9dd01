using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using CaseFlow.Web.Api.Shared;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace CaseFlow.Web.Tests.Api;

/// <summary>What the document promises of every list and every body, against the shipped processes.</summary>
[TestFixture]
public sealed class ApiPromiseTests
{
    private WebApp _app = null!; // made once
    private HttpClient _leader = null!; // made once

    [OneTimeSetUp]
    public async Task Start()
    {
        _app = WebApp.AsShipped();
        _leader = await _app.SignedIn("processledare", "fyrbodal");
    }

    [OneTimeTearDown]
    public void Stop()
    {
        _leader.Dispose();
        _app.Dispose();
    }

    [TestCase("""{"area":"fyrbodal","answers":{"rubrik":"Hej","hittepa":1}}""", 422, "/answers/hittepa")]
    [TestCase("""{"area":"fyrbodal","answers":{"rubrik":"Hej","$type":"System.Object"}}""", 422, "/answers/$type")]
    [TestCase("""{"area":"fyrbodal","answers":{"rubrik":"Hej","rubrik":"Igen"}}""", 400, null)]
    public async Task An_answer_that_the_form_does_not_ask_is_refused_by_name(string body, int status, string? pointer)
    {
        using var response = await Post(_leader, "/v1/cases", body, "namnlos" + body.Length);
        var problem = JsonNode.Parse(await response.Content.ReadAsStringAsync());

        Assert.Multiple(() =>
        {
            Assert.That((int)response.StatusCode, Is.EqualTo(status), problem?.ToJsonString());
            if (pointer is not null)
                Assert.That(problem?["errors"]?.AsArray().Select(e => (string?)e?["pointer"]), Does.Contain(pointer), problem?.ToJsonString());
        });
    }

    [Test]
    public async Task A_body_that_is_too_deep_is_refused_before_anything_is_done()
    {
        var deep = string.Concat(Enumerable.Repeat("[", 20)) + string.Concat(Enumerable.Repeat("]", 20));
        using var response = await Post(_leader, "/v1/drafts", "{\"area\":\"fyrbodal\",\"answers\":{\"rubrik\":" + deep + "}}", "djup");

        Assert.Multiple(async () =>
        {
            Assert.That((int)response.StatusCode, Is.EqualTo(400));
            Assert.That((int?)JsonNode.Parse(await _leader.GetStringAsync("/v1/drafts"))?["total"], Is.Zero);
        });
    }

    [Test]
    public async Task The_links_of_a_list_lead_through_all_of_it_and_keep_what_was_asked()
    {
        var seen = new List<string?>();
        string? address = "/v1/parties?limit=20&date=2027-02-01";
        var total = 0;
        while (address is not null)
        {
            using var response = await _leader.GetAsync(address);
            var page = JsonNode.Parse(await response.Content.ReadAsStringAsync());
            total = (int)page!["total"]!;
            seen.AddRange(page["items"]!.AsArray().Select(p => (string?)p!["key"]));
            var links = response.Headers.TryGetValues("Link", out var found) ? string.Join(", ", found).Split(", ") : [];
            address = links.SingleOrDefault(l => l.EndsWith("rel=\"next\"", StringComparison.Ordinal))?.Split('<', '>')[1];
            Assert.That(links, Has.All.Contain("date=2027-02-01"));
        }

        Assert.Multiple(() =>
        {
            Assert.That(total, Is.GreaterThan(40));
            Assert.That(seen, Has.Count.EqualTo(total));
            Assert.That(seen, Is.Unique);
        });
    }

    [TestCase("/v1/tasks")]
    [TestCase("/v1/cases")]
    [TestCase("/v1/drafts")]
    [TestCase("/v1/sorting")]
    [TestCase("/v1/meetings")]
    [TestCase("/v1/escalations")]
    [TestCase("/v1/notices")]
    [TestCase("/v1/bodies")]
    [TestCase("/v1/bodies/vvg/waiting-cases")]
    [TestCase("/v1/areas")]
    [TestCase("/v1/sides")]
    [TestCase("/v1/parties")]
    [TestCase("/v1/roles")]
    public async Task A_list_has_pages_and_refuses_a_page_that_cannot_be(string address)
    {
        using var first = await _leader.GetAsync(address + "?limit=1");
        using var refused = await _leader.GetAsync(address + "?limit=201");
        var page = JsonNode.Parse(await first.Content.ReadAsStringAsync());

        Assert.Multiple(() =>
        {
            Assert.That((int?)page?["limit"], Is.EqualTo(1));
            Assert.That(page?["items"]?.AsArray().Count, Is.EqualTo(Math.Min(1, (int)page!["total"]!)));
            Assert.That((int)refused.StatusCode, Is.EqualTo(422));
        });
    }

    [Test]
    public async Task A_request_is_told_that_the_same_one_is_under_way_and_goes_through_afterwards()
    {
        var account = (string)JsonNode.Parse(await _leader.GetStringAsync("/v1/account"))!["id"]!;
        var underWay = _app.Services.GetRequiredService<RequestsUnderWay>();
        using (underWay.Enter(account, "samtidig"))
        {
            using var refused = await Post(_leader, "/v1/drafts", Draft, "samtidig");
            Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
            Assert.That((string?)JsonNode.Parse(await refused.Content.ReadAsStringAsync())?["errors"]?[0]?["code"], Is.EqualTo("idempotency-key.under-way"));
        }

        using var afterwards = await Post(_leader, "/v1/drafts", Draft, "samtidig");
        var id = (string?)JsonNode.Parse(await afterwards.Content.ReadAsStringAsync())?["draftId"];
        using var discarded = await _leader.DeleteAsync("/v1/drafts/" + id);
        Assert.That(afterwards.StatusCode, Is.EqualTo(HttpStatusCode.Created));
    }

    private const string Draft = """{"area":"fyrbodal","answers":{"rubrik":"Utkast"}}""";

    private static Task<HttpResponseMessage> Post(HttpClient client, string address, string body, string key)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add("Idempotency-Key", key);
        return client.SendAsync(request);
    }
}
