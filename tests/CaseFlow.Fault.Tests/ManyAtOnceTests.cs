using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using CaseFlow.Fault.Tests.Running;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Fault.Tests;

/// <summary>Many programs at once, and a server that is told to stop in the middle of their requests.</summary>
internal sealed class ManyAtOnceTests
{
    private const string Preparer = "beredningsansvarig.vgr";

    [Test]
    public async Task Of_200_who_sort_the_same_case_at_once_one_succeeds_and_the_others_read_why_not()
    {
        await using var site = await Site.Open(Servers.Embedded());
        using var client = new PersistentClient(site, "setup", new Kills(0, 0));
        var about = await Submit(client, 1);
        var (_, task) = await client.TaskOf([Preparer], "BedomSortering", about);
        using var http = await Program(site, Preparer);

        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(i => Complete(http, task, $"at-once-{i}")));

        Assert.That(answers.Count(a => a.Status == HttpStatusCode.OK), Is.EqualTo(1));
        var late = answers.Where(a => a.Status != HttpStatusCode.OK).ToList();
        Assert.That(late.Select(a => a.Status), Is.All.EqualTo(HttpStatusCode.Conflict).Or.EqualTo(HttpStatusCode.PreconditionFailed));
        Assert.That(late.Select(a => (string?)JsonNode.Parse(a.Text)?["detail"]), Is.All.Not.Empty);
        await Oracle.RecordIsWhole(site);
    }

    [Test]
    public async Task Request_that_is_sent_twice_at_once_is_done_once_and_answered_alike()
    {
        await using var site = await Site.Open(Servers.Embedded());
        using var client = new PersistentClient(site, "setup", new Kills(0, 0));
        var about = await Submit(client, 1);
        var (_, task) = await client.TaskOf([Preparer], "BedomSortering", about);
        using var http = await Program(site, Preparer);

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Complete(http, task, "double-click")));

        // While the first is under way its twins are told so; asked again, the same answer is given.
        Assert.That(answers.Select(a => a.Status), Is.All.EqualTo(HttpStatusCode.OK).Or.EqualTo(HttpStatusCode.Conflict));
        var done = answers.Where(a => a.Status == HttpStatusCode.OK).Select(a => a.Text).Distinct().ToList();
        Assert.That(done, Has.Count.EqualTo(1));
        var again = await Complete(http, task, "double-click");
        Assert.That((again.Status, again.Text), Is.EqualTo((HttpStatusCode.OK, done[0])));
    }

    [Test]
    public async Task Server_that_is_told_to_stop_finishes_what_it_has_begun()
    {
        await using var site = await Site.Open(Servers.Embedded());
        using var client = new PersistentClient(site, "setup", new Kills(0, 0));
        var tasks = new List<JsonNode>();
        for (var i = 1; i <= 20; i++)
            tasks.Add((await client.TaskOf([Preparer], "BedomSortering", await Submit(client, i))).Task);
        using var http = await Program(site, Preparer);

        var answers = tasks.Select((task, i) => Complete(http, task, $"at-stop-{i}")).ToList();
        await Task.WhenAny(answers);
        var stopped = await site.Web.Stop();
        var outcomes = await Task.WhenAll(answers.Select(Outcome));

        Assert.That(stopped, Is.Zero);
        Assert.That(outcomes, Has.None.EqualTo("cut off"), "a request that was taken in is answered; one that came too late is refused at the door");
        await using var db = site.OpenDb();
        var done = await db.Requests.Where(r => r.RequestId.StartsWith("at-stop-")).CountAsync();
        Assert.That(done, Is.EqualTo(outcomes.Count(o => o == "done")).And.GreaterThan(0));
        await TestContext.Out.WriteLineAsync($"{done} of {outcomes.Length} were done, {outcomes.Count(o => o == "not taken")} came too late");
        await Oracle.RecordIsWhole(site);
    }

    private static async Task<string> Outcome(Task<(HttpStatusCode Status, string Text)> answer)
    {
        try
        {
            var (status, text) = await answer;
            return status == HttpStatusCode.OK ? "done" : text;
        }
        catch (HttpRequestException e)
        {
            return e.HttpRequestError == HttpRequestError.ConnectionError ? "not taken" : "cut off";
        }
    }

    private static async Task<HttpClient> Program(Site site, string role)
    {
        var http = new HttpClient { BaseAddress = site.Address };
        http.DefaultRequestHeaders.Authorization = new("Bearer", await site.KeyOf(role));
        return http;
    }

    private static async Task<string> Submit(PersistentClient client, int number) => (string?)(await client.Command("processledare.fyrbodal", "v1/cases", new
    {
        area = "fyrbodal",
        answers = new
        {
            rubrik = $"Rutin {number}",
            fraga = "En gemensam rutin behövs.",
            lansfragaDatum = "2026-11-02",
            lansfragaMotiv = "Frågan återkommer.",
            omfattning = "hela-lanet",
            varforInteDelregionalt = "Rutinen behöver vara densamma.",
            onskatResultat = "dialog",
            nytta = "Samma stöd i hela länet.",
            kontakt = "Processledare i området",
        },
    }))["number"] ?? "";

    private static async Task<(HttpStatusCode Status, string Text)> Complete(HttpClient http, JsonNode task, string requestId)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"v1/tasks/{task["id"]}/completion");
        request.Content = JsonContent.Create(new { answers = new { utfall = "vvg", behandling = "dialog" } });
        request.Headers.Add("Idempotency-Key", requestId);
        request.Headers.TryAddWithoutValidation("If-Match", $"\"{task["version"]}\"");
        using var response = await http.SendAsync(request);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }
}
