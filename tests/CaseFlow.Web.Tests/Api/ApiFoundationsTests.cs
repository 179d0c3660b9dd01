using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using CaseFlow.Cases.Language;
using CaseFlow.Web.Api.Shared;
using Microsoft.AspNetCore.Http;
using NUnit.Framework;

namespace CaseFlow.Web.Tests.Api;

public sealed class ApiFoundationsTests
{
    private static readonly BilingualText Reason = new("Samma person kan inte företräda båda sidor.", "One person cannot stand for both sides.");

    [Test]
    public async Task Anybody_can_ask_what_the_service_is()
    {
        using var app = new WebApp();
        using var client = app.CreateClient();

        var info = JsonNode.Parse(await client.GetStringAsync(new Uri("/v1/api-info", UriKind.Relative)));

        Assert.Multiple(() =>
        {
            Assert.That((string?)info?["apiName"], Is.EqualTo("caseflow"));
            Assert.That((string?)info?["apiStatus"], Is.EqualTo("active"));
        });
    }

    [Test]
    public async Task The_api_is_described_as_OpenApi_3_1()
    {
        using var app = new WebApp();
        using var client = app.CreateClient();

        var document = JsonNode.Parse(await client.GetStringAsync(new Uri("/v1/openapi.json", UriKind.Relative)));

        Assert.That((string?)document?["openapi"], Does.StartWith("3.1"));
    }

    [Test]
    public async Task The_language_of_an_answer_is_that_of_Accept_Language()
    {
        using var app = new WebApp();
        using var client = app.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/api-info");
        request.Headers.AcceptLanguage.ParseAdd("de, en;q=0.8, sv;q=0.5");

        using var response = await client.SendAsync(request);

        Assert.That(response.Content.Headers.ContentLanguage, Is.EqualTo(new[] { "en" }));
    }

    [Test]
    public async Task An_unknown_address_is_a_problem_and_not_a_page()
    {
        using var app = new WebApp();
        using var client = app.CreateClient();

        using var response = await client.GetAsync(new Uri("/v1/no-such-thing", UriKind.Relative));

        Assert.Multiple(() =>
        {
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
            Assert.That(response.Content.Headers.ContentType?.MediaType, Is.EqualTo("application/problem+json"));
        });
    }

    [TestCase(RefusalKind.Invalid, false, 422)]
    [TestCase(RefusalKind.Rule, false, 422)]
    [TestCase(RefusalKind.Forbidden, false, 403)]
    [TestCase(RefusalKind.NotFound, false, 404)]
    [TestCase(RefusalKind.Conflict, true, 409)]
    [TestCase(RefusalKind.Stale, false, 409)]
    [TestCase(RefusalKind.Stale, true, 412)]
    public void A_refusal_has_its_status(RefusalKind kind, bool preconditioned, int status) =>
        Assert.That(RefusalProblem.StatusOf(kind, preconditioned), Is.EqualTo(status));

    [Test]
    public void A_problem_says_why_in_both_languages_with_clause_and_pointer()
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en-GB");
        var problem = RefusalProblem.From([new Refusal(RefusalKind.Rule, "sorting.same-person", Reason, "clause-1", "answers.outcome")]).ProblemDetails;

        var entry = ((ProblemEntry[]?)problem.Extensions["errors"])?[0];
        Assert.Multiple(() =>
        {
            Assert.That(problem.Type, Is.EqualTo("urn:caseflow:problem:sorting.same-person"));
            Assert.That(problem.Detail, Is.EqualTo(Reason.En));
            Assert.That(entry, Is.EqualTo(new ProblemEntry("sorting.same-person", Reason.Sv, Reason.En, "clause-1", "/answers/outcome")));
        });
    }

    [TestCase(null, null, 20, 1)]
    [TestCase(200, 3, 200, 3)]
    public void Paging_has_defaults(int? limit, int? page, int expectedLimit, int expectedPage) =>
        Assert.That(Paging.Read(limit, page).Value, Is.EqualTo(new Paging(expectedLimit, expectedPage)));

    [TestCase(0, 1)]
    [TestCase(201, 1)]
    [TestCase(20, 0)]
    public void Paging_out_of_range_is_refused_and_not_corrected(int limit, int page) =>
        Assert.That(Paging.Read(limit, page).IsAccepted, Is.False);

    [TestCase("", false)]
    [TestCase("a b", false)]
    [TestCase("3f1c", true)]
    [TestCase("\"3f1c\"", true)]
    public void An_idempotency_key_is_one_word(string key, bool accepted)
    {
        var http = new DefaultHttpContext();
        http.Request.Headers[IdempotencyKey.Header] = key;

        Assert.That(IdempotencyKey.Read(http.Request).IsAccepted, Is.EqualTo(accepted));
    }

    [Test]
    public void A_post_without_idempotency_key_is_refused() =>
        Assert.That(IdempotencyKey.Read(new DefaultHttpContext().Request).Refusals[0].Code, Is.EqualTo("idempotency-key.missing"));

    [TestCase("\"7\"", true)]
    [TestCase("W/\"7\"", false)]
    [TestCase("\"7\", \"8\"", false)]
    [TestCase("*", false)]
    public void If_Match_is_one_strong_tag(string tag, bool accepted)
    {
        var http = new DefaultHttpContext();
        http.Request.Headers.IfMatch = tag;

        Assert.That(Preconditions.Version(http.Request).IsAccepted, Is.EqualTo(accepted));
    }
}
