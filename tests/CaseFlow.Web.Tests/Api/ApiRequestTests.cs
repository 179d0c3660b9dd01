using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using NUnit.Framework;

namespace CaseFlow.Web.Tests.Api;

/// <summary>What a program meets that sends something wrong, old, repeated or somebody else's.</summary>
public sealed class ApiRequestTests
{
    private WebApp _app = null!; // made before each test

    [SetUp]
    public void Start() => _app = WebApp.WithProcess();

    [TearDown]
    public void Stop() => _app.Dispose();

    [Test]
    public async Task A_key_is_given_for_the_accounts_password_and_opens_the_api()
    {
        using var client = _app.CreateClient();
        using var refused = await client.PutAsJsonAsync("/v1/api-keys/prov", new { email = "administration.vgr@demo.example", password = "fel-losenord-har" });
        using var given = await client.PutAsJsonAsync("/v1/api-keys/prov", new { email = "administration.vgr@demo.example", password = "visa-mig-runt" });
        var key = (string?)(await Json(given))?["key"];
        client.DefaultRequestHeaders.Authorization = new("Bearer", key);
        var account = JsonNode.Parse(await client.GetStringAsync("/v1/account"));

        Assert.Multiple(() =>
        {
            Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
            Assert.That((string?)account?["roles"]?[0]?["role"], Is.EqualTo("administration"));
        });
    }

    [TestCase("""{"text":"Hej","role":"ordforande"}""", 422, "body.unknown-field", "/role")]
    [TestCase("""{"$type":"System.Object","text":"Hej"}""", 422, "body.unknown-field", "/$type")]
    [TestCase("""{"text":12}""", 400, "body.invalid", "/text")]
    [TestCase("""{"text":"Hej","text":"Igen"}""", 400, "body.invalid", null)]
    [TestCase("""{"text":""", 400, "body.invalid", null)]
    [TestCase("""{"text":"Ring 19121212-1212."}""", 422, null, "/text")]
    public async Task A_body_that_is_wrong_is_refused_with_a_pointer(string body, int status, string? code, string? pointer)
    {
        await _app.StartCase();
        using var browser = await _app.SignedIn("administration", "vgr");
        using var response = await Post(browser, await FirstCase(browser) + "/comments", body, "a");
        var problem = await Json(response);

        Assert.Multiple(() =>
        {
            Assert.That((int)response.StatusCode, Is.EqualTo(status), problem?.ToJsonString());
            Assert.That(response.Content.Headers.ContentType?.MediaType, Is.EqualTo("application/problem+json"));
            if (code is not null)
                Assert.That((string?)problem?["errors"]?[0]?["code"], Is.EqualTo(code));
            if (pointer is not null)
                Assert.That((string?)problem?["errors"]?[0]?["pointer"], Is.EqualTo(pointer));
            Assert.That((string?)problem?["errors"]?[0]?["sv"], Is.Not.Empty.And.Not.EqualTo((string?)problem?["errors"]?[0]?["en"]));
        });
    }

    [Test]
    public async Task The_same_key_gives_the_same_answer_and_does_nothing_more_but_not_for_another_body()
    {
        await _app.StartCase();
        using var browser = await _app.SignedIn("administration", "vgr");
        var address = await FirstCase(browser);
        using var first = await Post(browser, address + "/comments", """{"text":"En gång"}""", "k1");
        using var again = await Post(browser, address + "/comments", """{"text":"En gång"}""", "k1");
        using var other = await Post(browser, address + "/comments", """{"text":"Något annat"}""", "k1");
        var matters = JsonNode.Parse(await browser.GetStringAsync(address + "/matters"));

        Assert.Multiple(async () =>
        {
            Assert.That(first.StatusCode, Is.EqualTo(HttpStatusCode.Created));
            Assert.That(await again.Content.ReadAsStringAsync(), Is.EqualTo(await first.Content.ReadAsStringAsync()));
            Assert.That((int)other.StatusCode, Is.EqualTo(422));
            Assert.That(matters?["comments"]?.AsArray(), Has.Count.EqualTo(1));
        });
    }

    [TestCase(null, 428)]
    [TestCase("\"999\"", 412)]
    public async Task A_task_is_done_on_the_version_that_was_seen(string? tag, int status)
    {
        var task = await _app.StartCase();
        using var browser = await _app.SignedIn("processledare", "fyrbodal");
        using var response = await Post(browser, $"/v1/tasks/{task}/completion", """{"answers":{}}""", "a", tag);

        Assert.That((int)response.StatusCode, Is.EqualTo(status), await response.Content.ReadAsStringAsync());
    }

    [Test]
    public async Task Another_roles_task_is_forbidden()
    {
        var task = await _app.StartCase();
        using var browser = await _app.SignedIn("processledare", "skaraborg");
        using var response = await Post(browser, $"/v1/tasks/{task}/completion", """{"answers":{}}""", "a", "\"1\"");

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden), await response.Content.ReadAsStringAsync());
    }

    [Test]
    public async Task A_get_with_a_body_an_unknown_media_type_and_a_large_body_are_refused_and_no_header_changes_the_method()
    {
        await _app.StartCase();
        using var browser = await _app.SignedIn("administration", "vgr");
        var address = await FirstCase(browser);
        using var get = new HttpRequestMessage(HttpMethod.Get, address) { Content = new StringContent("{}") };
        using var withBody = await browser.SendAsync(get);
        using var plain = await browser.SendAsync(Request(HttpMethod.Post, address + "/comments", new StringContent("text=Hej", Encoding.UTF8, "text/plain"), "b"));
        using var large = await Post(browser, address + "/comments", "{\"text\":\"" + new string('a', 1_000_001) + "\"}", "c");
        using var hidden = Request(HttpMethod.Post, address, null, "d");
        hidden.Headers.Add("X-HTTP-Method-Override", "DELETE");
        using var overridden = await browser.SendAsync(hidden);

        Assert.Multiple(() =>
        {
            Assert.That((int)withBody.StatusCode, Is.EqualTo(400));
            Assert.That((int)plain.StatusCode, Is.EqualTo(415));
            Assert.That((int)large.StatusCode, Is.EqualTo(413));
            Assert.That((int)overridden.StatusCode, Is.EqualTo(405));
        });
    }

    [TestCase("/v1/tasks")]
    [TestCase("/v1/cases")]
    [TestCase("/v1/sorting")]
    [TestCase("/v1/meetings")]
    [TestCase("/v1/escalations")]
    [TestCase("/v1/bodies")]
    [TestCase("/v1/areas")]
    [TestCase("/v1/sides")]
    [TestCase("/v1/parties")]
    [TestCase("/v1/roles")]
    [TestCase("/v1/bodies/vvg/seats")]
    [TestCase("/v1/processes")]
    [TestCase("/v1/notices")]
    [TestCase("/v1/mail-pace")]
    [TestCase("/v1/figures")]
    [TestCase("/v1/drafts")]
    [TestCase("/v1/api-keys")]
    public async Task What_can_be_read_answers_those_who_are_signed_in_and_nobody_else(string address)
    {
        using var stranger = _app.CreateClient();
        using var refused = await stranger.GetAsync(address);
        using var browser = await _app.SignedIn("administration", "vgr");
        using var answered = await browser.GetAsync(address);

        Assert.Multiple(() =>
        {
            Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
            Assert.That(answered.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        });
    }

    private static async Task<string> FirstCase(HttpClient client) =>
        "/v1/cases/" + (string?)JsonNode.Parse(await client.GetStringAsync("/v1/cases"))?["items"]?[0]?["number"];

    private static Task<HttpResponseMessage> Post(HttpClient client, string address, string body, string key, string? tag = null) =>
        client.SendAsync(Request(HttpMethod.Post, address, new StringContent(body, Encoding.UTF8, "application/json"), key, tag));

    private static HttpRequestMessage Request(HttpMethod method, string address, HttpContent? content, string key, string? tag = null)
    {
        var request = new HttpRequestMessage(method, address) { Content = content };
        request.Headers.Add("Idempotency-Key", key);
        if (tag is not null)
            request.Headers.TryAddWithoutValidation("If-Match", tag);
        return request;
    }

    private static async Task<JsonNode?> Json(HttpResponseMessage response) => JsonNode.Parse(await response.Content.ReadAsStringAsync());
}
