using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using CaseFlow.Cases.Access;
using NUnit.Framework;

namespace CaseFlow.Web.Tests.Api;

/// <summary>One account cannot keep the service from the others, and is told when it may go on.</summary>
public sealed class CallLimitTests
{
    private WebApp _app = null!; // made before each test

    [SetUp]
    public void Start()
    {
        _app = WebApp.WithProcess();
        _app.Settings["CaseFlow:Api:CallsPerMinute"] = "3";
    }

    [TearDown]
    public void Stop() => _app.Dispose();

    [Test]
    public async Task An_account_that_calls_too_often_waits_whatever_key_it_uses_and_the_others_do_not()
    {
        using var first = await WithKey("administration.vgr", "forsta");
        using var second = await WithKey("administration.vgr", "andra");
        using var other = await WithKey("administration.vastkom", "annan");
        for (var call = 0; call < 3; call++)
            (await first.GetAsync("/v1/account")).EnsureSuccessStatusCode().Dispose();

        using var refused = await second.GetAsync("/v1/account");
        using var answered = await other.GetAsync("/v1/account");

        var problem = JsonNode.Parse(await refused.Content.ReadAsStringAsync());
        Assert.Multiple(() =>
        {
            Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.TooManyRequests));
            Assert.That(refused.Content.Headers.ContentType?.MediaType, Is.EqualTo("application/problem+json"));
            Assert.That(refused.Headers.RetryAfter?.Delta, Is.GreaterThan(TimeSpan.Zero).And.LessThanOrEqualTo(TimeSpan.FromMinutes(1)));
            Assert.That((string?)problem?["errors"]?[0]?["code"], Is.EqualTo("calls.too-many"));
            Assert.That((string?)problem?["errors"]?[0]?["sv"], Does.Contain("Vänta"));
            Assert.That((string?)problem?["errors"]?[0]?["en"], Does.Contain("Wait"));
            Assert.That(answered.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        });
    }

    [Test]
    public async Task What_needs_no_key_has_the_limit_too_and_the_document_says_what_it_is()
    {
        using var client = _app.CreateClient();
        var document = await client.GetStringAsync("/v1/openapi.json");
        (await client.GetAsync("/v1/api-info")).Dispose();
        (await client.GetAsync("/v1/health")).Dispose();

        using var refused = await client.GetAsync("/v1/openapi.yaml");

        Assert.Multiple(() =>
        {
            Assert.That(document, Does.Contain("3 calls a minute"));
            Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.TooManyRequests));
        });
    }

    private async Task<HttpClient> WithKey(string account, string name)
    {
        var client = _app.CreateClient();
        using var given = await client.PutAsJsonAsync("/v1/api-keys/" + name, new { email = account + "@demo.example", password = DemoAccounts.Password });
        client.DefaultRequestHeaders.Authorization = new("Bearer", (string?)JsonNode.Parse(await given.Content.ReadAsStringAsync())?["key"]);
        return client;
    }
}
