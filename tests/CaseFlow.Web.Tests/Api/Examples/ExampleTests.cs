using System.Text.Json.Nodes;
using NUnit.Framework;

namespace CaseFlow.Web.Tests.Api.Examples;

/// <summary>
/// One story through the whole API against the shipped processes. What it sends and gets are the examples that the OpenAPI document
/// shows: with CASEFLOW_WRITE_EXAMPLES=true the committed files are written, otherwise they are compared.
/// </summary>
public sealed class ExampleTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "src", "CaseFlow.Web", "Api");

    [Test]
    [CancelAfter(300_000)]
    public async Task The_examples_are_what_the_service_answers()
    {
        using var app = WebApp.AsShipped();
        app.Clock = new ShiftedClock(new DateTimeOffset(2027, 1, 14, 8, 0, 0, TimeSpan.Zero));
        using var api = new RecordingClient(app);
        await Tell(api);

        if (Environment.GetEnvironmentVariable("CASEFLOW_WRITE_EXAMPLES") == "true")
            Write(api.Examples);
        Assert.Multiple(async () =>
        {
            foreach (var (file, text) in api.Examples)
                Assert.That(File.Exists(Path.Combine(Folder, file)) ? await File.ReadAllTextAsync(Path.Combine(Folder, file)) : "", Is.EqualTo(text), file);
            Assert.That(Committed(), Is.EquivalentTo(api.Examples.Keys), "examples that nothing answers");
            Assert.That(await Silent(app, api), Is.Empty, "operations that the story never comes to");
        });
    }

    private static async Task Tell(RecordingClient api)
    {
        var cases = new CaseStory(api);
        var meetings = new MeetingStory(api, cases);
        var organisation = new OrganisationStory(api);
        await organisation.Service();
        var number = await cases.Submitted();
        await cases.Documents(number);
        await cases.Sorted(number);
        await cases.Detours();
        await meetings.Prepared(number);
        var meeting = await meetings.Planned(number);
        await meetings.Held(meeting, number);
        await meetings.Answered(number);
        await organisation.Seats();
        await organisation.NoticesAndFigures();
        await organisation.Keys();
        await new MinutesStory(api).Published(meeting);
    }

    private static void Write(IReadOnlyDictionary<string, string> examples)
    {
        foreach (var old in Committed())
            File.Delete(Path.Combine(Folder, old));
        foreach (var (file, text) in examples)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(Folder, file))!);
            File.WriteAllText(Path.Combine(Folder, file), text);
        }
    }

    private static IEnumerable<string> Committed() =>
        Directory.GetFiles(Folder, "*.json", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(Folder, f).Replace('\\', '/'));

    private static async Task<IReadOnlyList<string>> Silent(WebApp app, RecordingClient api)
    {
        using var client = app.CreateClient();
        var paths = JsonNode.Parse(await client.GetStringAsync("/v1/openapi.json"))!["paths"]!.AsObject();
        var told = api.Operations.Select(o => o.Replace(":guid", "", StringComparison.Ordinal)).ToHashSet(StringComparer.Ordinal);
        return [.. paths.SelectMany(p => p.Value!.AsObject().Select(o => $"{o.Key} {p.Key}")).Where(o => !told.Contains(o))];
    }
}
