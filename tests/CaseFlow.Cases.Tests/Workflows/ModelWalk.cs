using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CaseFlow.Cases.Forms;
using CaseFlow.Cases.Timeline;
using CaseFlow.Engine.Execution;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Model;

namespace CaseFlow.Cases.Tests.Workflows;

/// <summary>
/// One case or meeting carried through its models by the engine alone: forms are checked, topics answer as their contract
/// says, timers fire when they are due. No store, no mandate: a wrong model shows here first.
/// </summary>
internal sealed class ModelWalk(ModelBundle bundle, string id)
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm");
    private static readonly string[] Areas = ["fyrbodal", "skaraborg", "simba", "samla", "sodra-alvsborg", "goteborgsomradet"];

    private readonly InstanceState _state = new();

    public string Id { get; } = id;

    public InstanceState State => _state;

    public List<string> Mails { get; } = [];

    public List<string> Taken { get; } = [];

    public string? Status { get; private set; }

    /// <summary>The recipients of a round of consultation, as the preparation form chose them, without those who have answered.</summary>
    public IReadOnlyList<string> Recipients { get; set; } = [];

    public void Start(string process, string message, FeelContext variables, DateTime now) => Execute(new StartProcess(process, variables, message), now);

    public bool Send(string message, FeelContext payload, DateTime now) => Execute(new CorrelateMessage(message, Id, payload), now);

    /// <summary>Fires what is due up to a moment, in order.</summary>
    public void Advance(DateTime now)
    {
        while (_state.Timers.OrderBy(t => t.DueAt).FirstOrDefault() is { } next && next.DueAt <= Utc(now))
            Execute(new FireTimer(next.Key), TimeZoneInfo.ConvertTime(next.DueAt, Zone).DateTime);
    }

    /// <summary>Completes the one task that the step names.</summary>
    /// <returns>Null, or the code of the refusal.</returns>
    public string? Complete(ScenarioStep step, DateTime now)
    {
        var named = _state.OpenTasks.Where(t => t.Assignment.CommandName == step.Do || t.ElementId == step.Do).ToList();
        if (named.Count == 0)
            return "task.not-found";
        if (named.Find(t => t.Assignment.Candidates.Any(c => Fits(c, step.As ?? ""))) is not { } task)
            return "task.not-candidate";
        var element = new TokenPositions(_state, bundle).Find(task.Key) ?? throw new InvalidOperationException(task.ElementId);
        var form = FormFiles.Find(bundle, element.Process.Id, task.Assignment.FormKey);
        var answers = FormAnswers.FromJson(step.With.ToDictionary(p => p.Key, p => JsonSerializer.SerializeToElement(p.Value), StringComparer.Ordinal));
        var check = FormCheck.Run(form, [], answers, _state.VariablesAt(task.Key), new FeelEnvironment(Utc(now), Zone));
        if (!check.IsAccepted)
            return string.Join(", ", check.Refusals.Select(r => $"{r.Code}:{r.Field}"));
        if (step.With["remissmottagarnaVal"] is JsonArray chosen)
            Recipients = [.. chosen.Select(c => c?.ToString() ?? "")];
        if (step.Do == "AnswerConsultation")
            Recipients = [.. Recipients.Where(r => r != _state.VariablesAt(task.Key)["mottagare"].AsContext()?["id"].AsString())];
        Execute(new CompleteUserTask(task.Key, check.Value.Codes), now);
        return null;
    }

    public static DateTimeOffset Utc(DateTime local) => new DateTimeOffset(local, Zone.GetUtcOffset(local)).ToUniversalTime();

    public static FeelValue Date(DateTime moment) => FeelValue.Of(DateOnly.FromDateTime(moment));

    private bool Execute(Command command, DateTime now)
    {
        var result = ProcessEngine.Execute(bundle, _state, command, new Moment(Utc(now), "test"));
        Taken.AddRange(result.Facts.OfType<ElementEntered>().Select(f => f.ElementId));
        if (result.Rejection is not null)
            return false;
        Assert.That(_state.Incidents.Select(i => $"{i.ElementId} {i.Code} {i.Detail}"), Is.Empty);
        Status = CasePosition.Of(_state, bundle).Status?.Key ?? Status;
        foreach (var job in _state.Jobs)
            Execute(new CompleteJob(job.Key, Answer(job, now)), now);
        SayWhoAndWhat();
        return true;
    }

    // Wherever a case or meeting stands, people are told how it stands, whose it is and what comes next, and something can happen (R12).
    private void SayWhoAndWhat()
    {
        if (_state.IsEnded)
            return;
        var position = CasePosition.Of(_state, bundle);
        Assert.That(position.Status?.Key, Is.Not.Null.And.Not.Empty, () => $"no status after {Taken[^1]}");
        Assert.That(position.OwnerText.Sv, Is.Not.Empty, () => $"nobody has it after {Taken[^1]}");
        Assert.That(position.NextStep.Sv, Is.Not.Empty, () => $"no next step after {Taken[^1]}");
        Assert.That(_state.OpenTasks.Count(t => t.Assignment.Candidates.Count > 0) + _state.MessageWaits.Count + _state.Timers.Count, Is.Positive);
    }

    private FeelContext Answer(OpenJob job, DateTime now)
    {
        switch (job.Topic)
        {
            case "arende.mottag":
                Mails.Add("mottaget");
                return Of(("arendenummer", FeelValue.Of("2026-00001")), ("sidor", Texts("vastkom", "vgr")), ("omraden", Texts(Areas)));
            case "komplettering.begar":
                Mails.Add("komplettering");
                return Of(("kompletteraSenast", job.Input["bedomning"].AsContext()?["kompletteraSenast"] ?? FeelValue.Null));
            case "sortering.faststall":
                var joint = job.Input["bedomning"].AsContext() ?? FeelContext.Empty;
                return FeelContext.Of(new[] { "utfall", "behandling", "part", "aterTill", "vilandeTill" }.Select(n => KeyValuePair.Create(n, joint[n])));
            case "aterkoppling.meddela" or "aterkoppling.skicka":
                Mails.Add(job.Input["skede"].AsString() ?? "?");
                return FeelContext.Empty;
            case "remiss.oppna":
                return Of(("remissmottagare", FeelValue.Of([.. Recipients.Select(Recipient)])), ("remissTill", _state.VariablesAt(job.ElementKey)["remissTill"]), ("svarRacker", FeelValue.Of(Recipients.Count)));
            case "sro.oppna":
                return Of(("egenGranskning", FeelValue.Of(true)), ("sroDatum", FeelValue.Null));
            case "mote.oppna":
                var isOdd = now.Year % 2 == 1;
                return Of(("ordforandesida", FeelValue.Of(isOdd ? "vastkom" : "vgr")), ("motsida", FeelValue.Of(isOdd ? "vgr" : "vastkom")), ("sidor", Texts("vastkom", "vgr")),
                    ("handlingarSenast", Date(now)), ("anteckningSenast", Date(now)),
                    ("dagordningsroller", Texts("administration", "beredningsansvarig")), ("motesroller", Texts("ordforande", "vice-ordforande", "administration")), ("antecknas", FeelValue.Of(true)));
            case "mote.kallelse":
                return Of(("kallelseFryst", FeelValue.Of(true)));
            default:
                return FeelContext.Empty;
        }
    }

    private static bool Fits(TaskCandidate candidate, string actor)
    {
        var parts = actor.Split('@');
        return candidate.Role == parts[0] && new[] { candidate.Side, candidate.Area }.All(narrow => narrow is null || (parts.Length > 1 && parts[1] == narrow));
    }

    private static FeelValue Recipient(string key) => FeelValue.Of(Of(
        ("id", FeelValue.Of(key)), ("omrade", Areas.Contains(key) ? FeelValue.Of(key) : FeelValue.Null), ("sida", Areas.Contains(key) ? FeelValue.Null : FeelValue.Of(key))));

    private static FeelValue Texts(params string[] texts) => FeelValue.Of([.. texts.Select(FeelValue.Of)]);

    public static FeelContext Of(params (string Name, FeelValue Value)[] entries) =>
        FeelContext.Of(entries.Select(e => KeyValuePair.Create(e.Name, e.Value)));

    /// <summary>A value of a scenario's <c>with:</c> as a variable: dates by their form.</summary>
    public static FeelValue Value(JsonNode? node) => node switch
    {
        null => FeelValue.Null,
        JsonArray list => FeelValue.Of([.. list.Select(Value)]),
        JsonValue value when value.TryGetValue(out bool flag) => FeelValue.Of(flag),
        JsonValue value when value.TryGetValue(out decimal number) => FeelValue.Of(number),
        _ when DateOnly.TryParseExact(node.ToString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) => FeelValue.Of(date),
        _ => FeelValue.Of(node.ToString()),
    };
}
