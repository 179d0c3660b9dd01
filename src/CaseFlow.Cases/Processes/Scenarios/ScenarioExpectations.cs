using System.Globalization;
using System.Text.Json.Nodes;
using CaseFlow.Cases.Feedback;
using CaseFlow.Cases.Meetings;
using CaseFlow.Engine.Calendar;
using CaseFlow.Engine.Execution;
using CaseFlow.Engine.Feel;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Processes.Scenarios;

/// <summary>Compares what a scenario expects with what is stored.</summary>
internal static class ScenarioExpectations
{
    private const string Nobody = "ingen";

    /// <summary>Keys that are no expectation of their own, or are looked at where the step is taken.</summary>
    private static readonly string[] Elsewhere = ["case", "meeting", "refused", "warned"];

    /// <returns>What does not hold, a sentence each.</returns>
    public static async Task<IReadOnlyList<string>> Check(JsonObject expect, Guid id, ScenarioWorld world, CancellationToken ct)
    {
        var failures = new List<string>();
        await using var db = world.OpenDb();
        var state = await world.StateOf(id, ct);
        foreach (var (key, wanted) in expect.Where(e => !Elsewhere.Contains(e.Key)))
        {
            var found = key switch
            {
                "status" => await Status(db, id, ct),
                "ended" => state.IsEnded ? "true" : "false",
                "tasks" => List(state.OpenTasks.Select(t => t.ElementId).Order(StringComparer.Ordinal)),
                "owner" => List(Owners(state)),
                "due" => Due(state),
                "mails" => List(await Mails(db, id, ct)),
                "variables" => Variables(state, (JsonObject)wanted!), // the format says a mapping
                "taken" => Taken(ScenarioValues.Texts(wanted), await Entered(db, id, ct)),
                "informationShare" => (await Agenda(db, id, ct)).InformationPercent.ToString(CultureInfo.InvariantCulture),
                "agenda" => Slots(await Agenda(db, id, ct)),
                _ => "not looked at",
            };
            var expected = key switch
            {
                "tasks" or "owner" or "mails" => List(ScenarioValues.Texts(wanted)),
                "variables" or "taken" => "",
                "agenda" => string.Join("; ", ((JsonArray)wanted!).Select(i => List(ScenarioValues.Texts(i)))), // a list of items
                "ended" => wanted!.ToString().ToLowerInvariant(), // true or false
                _ => wanted?.ToString() ?? "",
            };
            if (found != expected)
                failures.Add(expected.Length == 0 ? $"{key}: {found}" : $"{key} is '{found}', expected '{expected}'");
        }

        return failures;
    }

    private static async Task<string> Status(Storage.CaseFlowDb db, Guid id, CancellationToken ct) =>
        (await db.Set<Meeting>().AsNoTracking().FirstOrDefaultAsync(m => m.Id == id, ct))?.StatusKey
        ?? (await db.Cases.AsNoTracking().FirstOrDefaultAsync(c => c.Id == id, ct))?.StatusKey
        ?? "";

    private static IEnumerable<string> Owners(InstanceState state) => state.OpenTasks.SelectMany(t => t.Assignment.Candidates)
        .Where(c => c.Side != Nobody && c.Area != Nobody)
        .Select(c => (c.Side ?? c.Area) is { } narrow ? $"{c.Role}@{narrow}" : c.Role)
        .Distinct().Order(StringComparer.Ordinal);

    private static string Due(InstanceState state) => state.Timers.Count == 0
        ? ""
        : TimeZoneInfo.ConvertTime(state.Timers.Min(t => t.DueAt), WorkingDays.Zone).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static async Task<IEnumerable<string>> Mails(Storage.CaseFlowDb db, Guid id, CancellationToken ct) =>
        await db.Set<FeedbackLetter>().AsNoTracking().Where(l => l.CaseId == id && l.ToSubmitter)
            .OrderBy(l => l.SentAt).ThenBy(l => l.Id).Select(l => l.Occasion).ToListAsync(ct);

    private static string Variables(InstanceState state, JsonObject wanted) => string.Join(", ", wanted
        .Where(v => state.Variables[v.Key] != ScenarioValues.Variable(v.Value))
        .Select(v => $"{v.Key} is {FeelJson.WriteText(state.Variables[v.Key])}"));

    private static async Task<IReadOnlyList<string>> Entered(Storage.CaseFlowDb db, Guid id, CancellationToken ct)
    {
        var facts = await db.Facts.AsNoTracking().Where(f => f.InstanceId == id).OrderBy(f => f.Sequence).ToListAsync(ct);
        return [.. facts.Select(f => FactJson.Read(f.Name, f.FactVersion, f.Json)).OfType<ElementEntered>().Select(f => f.ElementId)];
    }

    private static string Taken(IReadOnlyList<string> wanted, IReadOnlyList<string> entered)
    {
        var at = 0;
        foreach (var element in entered)
        {
            if (at < wanted.Count && wanted[at] == element)
                at++;
        }

        return at == wanted.Count ? "" : $"{wanted[at]} was not passed after {(at == 0 ? "the start" : wanted[at - 1])}";
    }

    private static async Task<AgendaTimes> Agenda(Storage.CaseFlowDb db, Guid id, CancellationToken ct)
    {
        var meeting = await db.Set<Meeting>().AsNoTracking().SingleAsync(m => m.Id == id, ct);
        return AgendaTimes.Of(meeting, await db.Set<AgendaItem>().AsNoTracking().Where(i => i.MeetingId == id).ToListAsync(ct));
    }

    // Formalities open and close every meeting; a scenario names what the meeting is for.
    private static string Slots(AgendaTimes agenda) => string.Join("; ", agenda.Slots
        .Where(s => s.From is not null && s.Item.Kind != ItemKinds.Formalities)
        .Select(s => List([s.Item.Title, Clock(s.From), Clock(s.To)])));

    private static string Clock(TimeOnly? time) => time?.ToString("HH:mm", CultureInfo.InvariantCulture) ?? "";

    private static string List(IEnumerable<string> texts) => string.Join(", ", texts);
}
