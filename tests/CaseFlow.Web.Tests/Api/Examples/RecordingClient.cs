using System.Diagnostics;
using System.Net.Http.Headers;
using System.Reflection;
using System.Text;
using System.Text.Json.Nodes;
using CaseFlow.Cases.Access;
using CaseFlow.Web.Api.OpenApi;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Web.Tests.Api.Examples;

/// <summary>Calls the API as several accounts and keeps the first answer of each operation as its example.</summary>
internal sealed class RecordingClient(WebApp app) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Dictionary<string, HttpClient> _accounts = new(StringComparer.Ordinal);
    private readonly List<RouteEndpoint> _endpoints = [.. app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(e => e.Metadata.GetMetadata<ExampleMetadata>() is not null)];
    private int _calls;

    /// <summary>File within <c>Api/</c>, and its text.</summary>
    public SortedDictionary<string, string> Examples { get; } = new(StringComparer.Ordinal);

    /// <summary>The operations that have been called with success.</summary>
    public HashSet<string> Operations { get; } = new(StringComparer.Ordinal);

    /// <summary>Minutes of a meeting that are approved for publication, without the road there.</summary>
    /// <returns>The hash of their text.</returns>
    public Task<string> Approved(Guid meeting) => Minutes.Approved.In(app, meeting);

    public Task<JsonNode> Get(string account, string path) => Call(account, "GET", path);

    /// <summary>Makes a call that must succeed.</summary>
    /// <param name="version">Goes into <c>If-Match</c>.</param>
    /// <returns>The answer; an empty object when it has no JSON.</returns>
    public async Task<JsonNode> Call(string account, string method, string path, string? body = null, long? version = null, HttpContent? form = null, bool keep = true)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), "/v1" + path) { Content = form ?? (body is null ? null : new StringContent(body, Encoding.UTF8, "application/json")) };
        if (method == "POST")
            request.Headers.Add("Idempotency-Key", $"exempel-{++_calls}");
        if (version is not null)
            request.Headers.TryAddWithoutValidation("If-Match", $"\"{version}\"");
        using var response = await (await As(account)).SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        if (!response.IsSuccessStatusCode)
            throw new InvalidOperationException($"{account}: {method} {path} gave {(int)response.StatusCode}: {text}");
        var answer = response.Content.Headers.ContentType?.MediaType == "application/json" ? JsonNode.Parse(text) : null;
        if (keep)
            Keep(method, path, body, answer);
        return answer ?? new JsonObject();
    }

    /// <summary>Asks until the answer has what is sought: letters and the like are sent by jobs beside the request.</summary>
    public async Task<T> Until<T>(string account, string path, Func<JsonNode, T?> sought)
        where T : class
    {
        var waited = Stopwatch.StartNew();
        for (; ; await Task.Delay(50))
        {
            var answer = await Call(account, "GET", path, keep: false);
            if (sought(answer) is { } found)
                return found;
            if (waited.Elapsed > Patience)
                throw new TimeoutException($"{account}: {path} never had what was sought: {answer.ToJsonString()}");
        }
    }

    public void Dispose()
    {
        foreach (var client in _accounts.Values)
            client.Dispose();
    }

    private async Task<HttpClient> As(string account)
    {
        if (_accounts.TryGetValue(account, out var known))
            return known;
        _accounts[account] = app.CreateClient();
        if (account.Length > 0)
        {
            var given = await Call("", "PUT", "/api-keys/exempel", $$"""{"email":"{{account}}@demo.example","password":"{{DemoAccounts.Password}}"}""");
            _accounts[account].DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (string?)given["key"]);
        }

        return _accounts[account];
    }

    private void Keep(string method, string path, string? body, JsonNode? answer)
    {
        var endpoint = _endpoints.Single(e => e.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Contains(method) && Fits(e, "/v1" + path.Split('?')[0]));
        if (!Operations.Add($"{method.ToLowerInvariant()} {endpoint.RoutePattern.RawText!.TrimEnd('/')}"))
            return;
        var folder = endpoint.Metadata.GetMetadata<MethodInfo>()!.DeclaringType!.Namespace!.Split('.')[^1];
        var file = $"{folder}/examples/{endpoint.Metadata.GetMetadata<ExampleMetadata>()!.Name}";
        if (body is not null)
            Examples[file + ".request.json"] = ExampleText.Of(JsonNode.Parse(body)!);
        if (answer is not null)
            Examples[file + ".response.json"] = ExampleText.Of(answer);
    }

    // Literal segments and typed ids decide; no two operations of one method differ in less.
    private static bool Fits(RouteEndpoint endpoint, string path)
    {
        var pattern = endpoint.RoutePattern.PathSegments;
        var parts = path.Trim('/').Split('/');
        return pattern.Count == parts.Length && !pattern.Where((s, i) => !(s.Parts[0] switch
        {
            RoutePatternLiteralPart literal => literal.Content == parts[i],
            RoutePatternParameterPart parameter => !parameter.ParameterPolicies.Any(p => p.Content == "guid") || Guid.TryParse(parts[i], out _),
            _ => false,
        })).Any();
    }
}
