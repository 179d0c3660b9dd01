using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace CaseFlow.Fault.Tests.Running;

/// <summary>
/// A program that uses CaseFlow over REST and does not give up: a command whose answer is lost is sent again with the same
/// Idempotency-Key, until there is an answer.
/// </summary>
internal sealed class PersistentClient(Site site, string name, Kills kills) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    private readonly HttpClient _http = new() { BaseAddress = site.Address, Timeout = TimeSpan.FromSeconds(60) };
    private readonly Dictionary<string, string> _keys = new(StringComparer.Ordinal);
    private int _commands;

    /// <summary>The commands that were answered with success, by request id.</summary>
    public List<string> Acknowledged { get; } = [];

    /// <summary>How often an answer was lost, so that the client could not know whether its command was done.</summary>
    public int Unknown { get; private set; }

    public async Task<JsonNode> Command(string role, string path, object body, long? version = null, HttpMethod? method = null)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"{name}-{++_commands}");
        kills.Plan(site);
        var answer = await Send(role, method ?? HttpMethod.Post, path, body, id, version);
        Acknowledged.Add(id);
        return answer;
    }

    public Task<JsonNode> Read(string role, string path) => Send(role, HttpMethod.Get, path, null, null, null);

    /// <summary>Completes the open task on an element of a case, or of a meeting by the digits of its id, as whichever of the roles has it.</summary>
    public async Task Complete(string[] roles, string element, string subject, object answers)
    {
        var (role, task) = await TaskOf(roles, element, subject);
        await Command(role, $"v1/tasks/{task["id"]}/completion", new { answers }, (long?)task["version"]);
    }

    public async Task<(string Role, JsonNode Task)> TaskOf(string[] roles, string element, string subject)
    {
        var found = await Eventually.Find(
            async () =>
            {
                foreach (var role in roles)
                {
                    var list = (await Read(role, "v1/tasks?limit=200"))["items"]?.AsArray() ?? [];
                    if (list.FirstOrDefault(t => (string?)t?["element"] == element && ((string?)t?["subject"] == subject || ((string?)t?["id"])?.StartsWith(subject, StringComparison.Ordinal) == true)) is { } task)
                        return Tuple.Create(role, task);
                }

                return null;
            },
            Patience,
            () => $"no task {element} of {subject} for {string.Join(", ", roles)}\n{site.Web.Output}");
        return (found.Item1, found.Item2);
    }

    public void Dispose() => _http.Dispose();

    private async Task<JsonNode> Send(string role, HttpMethod method, string path, object? body, string? requestId, long? version)
    {
        if (!_keys.TryGetValue(role, out var key))
            _keys[role] = key = await site.KeyOf(role);
        for (var attempt = 1; ; attempt++)
        {
            using var request = new HttpRequestMessage(method, path);
            request.Headers.Authorization = new("Bearer", key);
            if (body is not null)
                request.Content = JsonContent.Create(body);
            if (requestId is not null)
                request.Headers.Add("Idempotency-Key", requestId);
            if (version is not null)
                request.Headers.TryAddWithoutValidation("If-Match", $"\"{version}\"");
            try
            {
                using var response = await _http.SendAsync(request);
                var text = await response.Content.ReadAsStringAsync();
                if (!response.IsSuccessStatusCode)
                    Assert.Fail($"{method} {path} by {role}, attempt {attempt}: {(int)response.StatusCode} {text}\n{site.Web.Output}");
                return JsonNode.Parse(text) ?? throw new InvalidOperationException($"{path} answered with nothing.");
            }
            catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException && kills.IsUnderWay)
            {
                Unknown += requestId is null ? 0 : 1;
                await kills.UntilStarted();
            }
        }
    }
}
