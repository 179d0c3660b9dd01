using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CaseFlow.Web.Api.OpenApi;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace CaseFlow.Web.Tests.Api;

/// <summary>The generated document against Digg's REST profile, and every endpoint against the house's own rules.</summary>
public sealed partial class ApiDocumentTests
{
    private static readonly string[] Methods = ["get", "put", "post", "delete", "patch"];

    private WebApp _app = null!; // made once
    private JsonNode _document = null!; // made once

    [OneTimeSetUp]
    public async Task Read()
    {
        _app = new WebApp();
        using var client = _app.CreateClient();
        _document = JsonNode.Parse(await client.GetStringAsync("/v1/openapi.json"))!;
    }

    [OneTimeTearDown]
    public void Stop() => _app.Dispose();

    [Test]
    public void Paths_are_lower_case_words_with_hyphens() => Assert.That(
        _document["paths"]!.AsObject().Select(p => Parameter().Replace(p.Key, "x")).Where(path => !LowerCase().IsMatch(path)), Is.Empty);

    [Test]
    public void Parameters_are_camelCase_begin_with_a_letter_and_ask_for_no_personal_number() => Assert.That(
        Operations().SelectMany(o => o.Operation["parameters"]?.AsArray() ?? []).Where(p => (string?)p!["in"] != "header").Select(p => (string)p!["name"]!)
            .Where(name => !CamelCase().IsMatch(name) || name.Contains("person", StringComparison.OrdinalIgnoreCase)), Is.Empty);

    [Test]
    public void Search_parameters_are_optional() => Assert.That(
        Operations().SelectMany(o => o.Operation["parameters"]?.AsArray() ?? []).Where(p => (string?)p!["in"] == "query" && (bool?)p["required"] == true), Is.Empty);

    [Test]
    public void The_document_says_who_answers_for_it_where_it_is_and_how_one_signs_in() => Assert.Multiple(() =>
    {
        Assert.That(_document["info"]?["contact"], Is.Not.Null);
        Assert.That(_document["info"]?["license"]?["name"], Is.Not.Null);
        Assert.That(_document["servers"]?.AsArray(), Is.Not.Empty);
        Assert.That(_document["paths"]?["/v1/api-info"], Is.Not.Null);
        Assert.That(_document["components"]?["securitySchemes"]!.AsObject().Select(s => (string?)s.Value!["scheme"]), Is.EqualTo(new[] { "bearer" }));
    });

    [Test]
    public void Every_operation_is_described_in_both_languages_with_id_and_tag() => Assert.That(
        Operations().Where(o => o.Operation["operationId"] is null || o.Operation["tags"] is null
            || !Bilingual(o.Operation["summary"]) || !Bilingual(o.Operation["description"])).Select(o => o.Name), Is.Empty);

    [Test]
    public void Every_operation_names_success_and_refusals_and_the_refusals_are_problem_details() => Assert.Multiple(() =>
    {
        foreach (var (name, method, operation) in Operations())
        {
            var answers = operation["responses"]!.AsObject();
            Assert.That(answers.Any(a => a.Key.StartsWith('2')), name + " names no success");
            Assert.That(answers.ContainsKey("401") && answers.ContainsKey("429"), name + " names 401 and 429");
            Assert.That(method == "get" || (answers.ContainsKey("409") && answers.ContainsKey("422")), name + " names 409 and 422");
            Assert.That(answers.Where(a => a.Key.StartsWith('4')).All(a => a.Value!["content"]?["application/problem+json"] is not null), name + " has a refusal that is no problem+json");
        }
    });

    [Test]
    public void A_get_has_no_body() => Assert.That(Operations().Where(o => o.Method == "get" && o.Operation["requestBody"] is not null).Select(o => o.Name), Is.Empty);

    [Test]
    public void Every_endpoint_asks_who_it_is_or_says_that_anybody_may_and_names_its_example()
    {
        var endpoints = _app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.RoutePattern.RawText?.StartsWith("/v1/", StringComparison.Ordinal) == true && !e.RoutePattern.RawText.Contains("openapi", StringComparison.Ordinal)).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(endpoints, Has.Count.GreaterThan(60));
            foreach (var endpoint in endpoints)
            {
                var isOpen = endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null;
                Assert.That(isOpen || endpoint.Metadata.GetMetadata<IAuthorizeData>()?.Policy == "api", endpoint.DisplayName + " asks for nobody");
                Assert.That(endpoint.Metadata.GetMetadata<ExampleMetadata>(), Is.Not.Null, endpoint.DisplayName + " names no example");
            }
        });
    }

    [Test]
    public void Every_JSON_body_that_is_sent_or_answered_has_its_example() => Assert.Multiple(() =>
    {
        foreach (var (name, _, operation) in Operations())
        {
            if (operation["requestBody"]?["content"]?["application/json"] is { } sent)
                Assert.That(sent["example"], Is.Not.Null, name + " shows no request");
            foreach (var (status, answer) in operation["responses"]!.AsObject().Where(a => a.Key.StartsWith('2')))
            {
                if (answer!["content"]?["application/json"] is { } content)
                    Assert.That(content["example"], Is.Not.Null, $"{name} shows no answer {status}");
            }
        }
    });

    private IEnumerable<(string Name, string Method, JsonNode Operation)> Operations() =>
        from path in _document["paths"]!.AsObject()
        from operation in path.Value!.AsObject()
        where Methods.Contains(operation.Key)
        select ($"{operation.Key} {path.Key}", operation.Key, operation.Value!);

    private static bool Bilingual(JsonNode? text) => (string?)text is { } both && both.Contains(" · ", StringComparison.Ordinal);

    [GeneratedRegex(@"\{[a-zA-Z]+\}")]
    private static partial Regex Parameter();

    [GeneratedRegex("^(/[a-z0-9]+(-[a-z0-9]+)*)+$")]
    private static partial Regex LowerCase();

    [GeneratedRegex("^[a-z][a-zA-Z0-9]*$")]
    private static partial Regex CamelCase();
}
