using System.Text.Json.Nodes;
using CaseFlow.Cases.Forms;
using CaseFlow.Engine.Execution;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Model;
using static CaseFlow.Cases.Tests.Workflows.WorkflowFolder;

namespace CaseFlow.Cases.Tests.Workflows;

/// <summary>Every scenario can be walked in the models by the engine alone. What the mandate and the store add is tested where they are.</summary>
internal sealed class ModelWalkTests
{
    private static readonly ModelBundle Bundle = ModelBundle.Compile(Files).Bundle ?? throw new InvalidOperationException("workflows/ does not compile.");
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm");

    private readonly Dictionary<string, ModelWalk> _walks = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _agendas = new(StringComparer.Ordinal);
    private DateTime _now;
    private string _case = "";
    private string _meeting = "";

    private static IEnumerable<string> Scenarios() => Files.Where(f => f.Path.Contains("/scenarios/", StringComparison.Ordinal)).Select(f => f.Path);

    [SetUp]
    public void Begin()
    {
        _walks.Clear();
        _agendas.Clear();
    }

    [TestCaseSource(nameof(Scenarios))]
    [Property("Requirement", "R12")]
    public void A_scenario_can_be_walked(string path)
    {
        var scenario = ScenarioFile.Read(path);
        _now = scenario.Start;
        foreach (var (step, number) in scenario.Steps.Select((s, i) => (s, i + 1)))
        {
            if (step.On is { } on)
            {
                Assert.That(on, Is.GreaterThanOrEqualTo(_now), $"step {number} goes back in time");
                _now = on;
                foreach (var walk in _walks.Values)
                    walk.Advance(_now);
            }

            Take(step, $"step {number} {step.Do}");
        }

        Check(scenario.Expect, "end", meeting: scenario.Expect["meeting"] is not null);
    }

    private void Take(ScenarioStep step, string where)
    {
        _case = step.Case ?? _case;
        _meeting = step.Meeting ?? _meeting;
        var refused = step.Expect["refused"]?.ToString();
        var isCommand = Bundle.Processes.SelectMany(p => p.Elements).Any(e => e.UserTask?.CommandName == step.Do || (e.UserTask is not null && e.Id == step.Do));
        if (isCommand && refused is null or "task.not-candidate")
        {
            Assert.That(_walks[step.Meeting ?? _case].Complete(step, _now), Is.EqualTo(refused), where);
            if (step.Do == "ConfirmSpread" && refused is null)
                SpreadTheRest(step, _walks[_case]);
        }
        else if (isCommand && refused!.StartsWith("form.", StringComparison.Ordinal)) // isCommand without refusal is taken above
        {
            Assert.That(_walks[step.Meeting ?? _case].Complete(step, _now), Does.StartWith(refused), where);
        }
        else if (refused is null)
        {
            Use(step);
        }

        if (refused is null)
            Check(step.Expect, where, step.Meeting is not null && step.Expect["case"] is null);
    }

    // The use case answers for the area on every case that the same meeting sent out.
    private void SpreadTheRest(ScenarioStep step, ModelWalk answered)
    {
        var meeting = answered.State.Variables["mote"];
        foreach (var other in _walks.Values.Where(w => w != answered && !meeting.IsNull && w.State.Variables["mote"].Equals(meeting) && w.State.OpenTasks.Any(t => t.ElementId == "SpridOchForankra")))
            other.Complete(step, _now);
    }

    private void Use(ScenarioStep step)
    {
        switch (step.Do)
        {
            case "SubmitCase":
                Submit(step);
                break;
            case "ReopenCase":
                Open(_case, "lansarende", "arende.inlamnat", Origin(step.As ?? ""));
                break;
            case "GiveCommission":
                Open(_case, "lansarende", "uppdrag.givet", Origin("beredningsansvarig")
                    .With("ursprung", FeelValue.Of("uppdrag")).With("uppdragsgivare", FeelValue.Of("sro")).With("uppdragsversion", FeelValue.Of(1))
                    .With("rapportSenast", ModelWalk.Value(step.With["rapportSenast"])).With("leveransSenast", ModelWalk.Value(step.With["leveransSenast"])));
                break;
            case "PlanMeeting":
                Open(_meeting, "mote", "mote.planeras", ModelWalk.Of(("mote", FeelValue.Of(_meeting)), ("organ", ModelWalk.Value(step.With["organ"])),
                    ("motesslag", ModelWalk.Value(step.With["slag"])), ("motesdatum", ModelWalk.Value(step.With["datum"]))));
                _agendas[_meeting] = [];
                break;
            case "PutOnAgenda":
                _agendas[_meeting].Add(step.With["case"]?.ToString() ?? "");
                Tell(_agendas[_meeting][^1], _walks[_meeting].State.Variables["motesdatum"]);
                break;
            case "MoveMeeting":
                Send(_meeting, "mote.flyttas", ModelWalk.Of(("motesdatum", ModelWalk.Value(step.With["datum"]))));
                _agendas[_meeting].ForEach(c => Tell(c, ModelWalk.Value(step.With["datum"])));
                break;
            case "CancelMeeting":
                Send(_meeting, "mote.stalls-in", FeelContext.Empty);
                _agendas[_meeting].ForEach(c => Tell(c, FeelValue.Null));
                break;
            case "RecordClause" when step.With["case"]?.ToString() is { } decided:
                Send(decided, "arende.moteslutsats", Conclusion(step.With));
                _case = decided;
                break;
            case "WithdrawCase":
                Send(_case, "arende.aterta", FeelContext.Empty);
                break;
            case "RequestNewSorting":
                Send(_case, "sortering.omprova", ModelWalk.Of(("omprovad", FeelValue.Of(true))));
                break;
            case "WakeCase":
                Send(_case, "arende.vackt", FeelContext.Empty);
                break;
            case "AmendConsultation":
                Send(_case, "remiss.andras", ModelWalk.Of(("remissTill", ModelWalk.Value(step.With["till"]))));
                break;
            case "AmendCommission":
                Send(_case, "uppdrag.kompletterat", ModelWalk.Of(("uppdragsversion", FeelValue.Of(2)), ("rapportSenast", ModelWalk.Value(step.With["rapportSenast"]))));
                break;
            default:
                break; // what a meeting or the organisation notes without moving a token
        }
    }

    private void Submit(ScenarioStep step)
    {
        var form = FormReader.Read("lamna-in", Get("lansarende/forms/lamna-in.form").Text).Form;
        var answers = FormAnswers.FromJson(step.With.ToDictionary(p => p.Key, p => System.Text.Json.JsonSerializer.SerializeToElement(p.Value), StringComparer.Ordinal));
        var origin = Origin(step.As ?? "");
        var check = FormCheck.Run(form, [], answers, origin, new FeelEnvironment(ModelWalk.Utc(_now), Zone));
        Assert.That(check.IsAccepted ? "" : string.Join(", ", check.Refusals.Select(r => $"{r.Code}:{r.Field}")), Is.Empty);
        Open(_case, "lansarende", "arende.inlamnat", check.Value.Codes.With(origin));
    }

    private static FeelContext Origin(string actor)
    {
        var parts = actor.Split('@');
        var isArea = parts[0] == "processledare";
        var where = parts.Length > 1 ? FeelValue.Of(parts[1]) : FeelValue.Null;
        return ModelWalk.Of(("ursprung", FeelValue.Of(isArea ? "delregional" : "huvudman")), ("ursprungsomrade", isArea ? where : FeelValue.Null),
            ("inlamnarsida", isArea ? FeelValue.Null : where), ("inlamnarroll", FeelValue.Of(parts[0])));
    }

    private void Open(string name, string process, string message, FeelContext variables)
    {
        var walk = new ModelWalk(Bundle, name);
        _walks[name] = walk;
        walk.Start(process, message, variables.With("arende", FeelValue.Of(name)), _now);
    }

    private void Tell(string name, FeelValue date) =>
        Send(name, "arende.motesdatum", ModelWalk.Of(("mote", date.IsNull ? FeelValue.Null : FeelValue.Of(_meeting)), ("motesdatum", date)));

    private void Send(string name, string message, FeelContext payload) =>
        Assert.That(_walks[name].Send(message, payload, _now), Is.True, $"{name} does not wait for {message}");

    private FeelContext Conclusion(JsonObject with)
    {
        var clauses = ((JsonArray?)with["satser"] ?? []).Select(c => c?.ToString()).ToList();
        var conclusion = clauses.Contains("tillbaka") ? "tillbaka" : clauses.Contains("skjuts-upp") ? "skjuts-upp" : "tagen";
        return ModelWalk.Of(("mote", FeelValue.Of(_meeting)), ("slutsats", FeelValue.Of(conclusion)), ("satser", ModelWalk.Value(with["satser"])),
            ("effekt", ModelWalk.Value(with["effekt"])), ("konsensus", ModelWalk.Value(with["konsensus"])), ("spridas", ModelWalk.Value(with["spridas"])),
            ("ejForedragen", ModelWalk.Value(with["ejForedragen"])));
    }

    private void Check(JsonObject expect, string where, bool meeting)
    {
        if (expect.Count == 0 || _walks.Count == 0)
            return;
        var name = (expect["case"] ?? expect["meeting"])?.ToString() ?? (meeting ? _meeting : _case);
        if (!_walks.TryGetValue(name, out var walk))
            return;
        foreach (var (key, wanted) in expect.Where(e => e.Value is not null))
        {
            var reason = $"{where}: {key} of {name}";
            switch (key)
            {
                case "status": Assert.That(walk.Status, Is.EqualTo(wanted!.ToString()), reason); break; // not null by the filter
                case "ended": Assert.That(walk.State.IsEnded, Is.EqualTo((bool)wanted!), reason); break; // as above
                case "tasks": Assert.That(walk.State.OpenTasks.Select(t => t.ElementId).Order(StringComparer.Ordinal), Is.EqualTo(Texts(wanted)), reason); break;
                case "owner": Assert.That(Owners(walk.State), Is.EqualTo(Texts(wanted)), reason); break;
                case "mails": Assert.That(walk.Mails, Is.EqualTo(Texts(wanted)), reason); break;
                case "due": Assert.That(Due(walk), Is.EqualTo(wanted!.ToString()), reason); break; // as above
                case "taken": Assert.That(IsWithin(Texts(wanted), walk.Taken), Is.True, $"{reason}: {string.Join(' ', walk.Taken)}"); break;
                case "variables": Assert.That(((JsonObject)wanted!).Where(v => walk.State.Variables[v.Key] != ModelWalk.Value(v.Value)).Select(v => $"{v.Key} is {FeelJson.WriteText(walk.State.Variables[v.Key])}"), Is.Empty, reason); break; // as above
                default: break; // of the mandate or of a meeting's agenda
            }
        }
    }

    private static List<string> Texts(JsonNode? list) => [.. ((JsonArray?)list ?? []).Select(t => t?.ToString() ?? "")];

    private static IEnumerable<string> Owners(InstanceState state) => state.OpenTasks.SelectMany(t => t.Assignment.Candidates)
        .Where(c => c.Side != "ingen" && c.Area != "ingen")
        .Select(c => (c.Side ?? c.Area) is { } narrow ? $"{c.Role}@{narrow}" : c.Role)
        .Distinct().Order(StringComparer.Ordinal);

    private static string? Due(ModelWalk walk) =>
        walk.State.Timers.Count == 0 ? null : TimeZoneInfo.ConvertTime(walk.State.Timers.Min(t => t.DueAt), Zone).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static bool IsWithin(List<string> wanted, List<string> taken)
    {
        var at = 0;
        foreach (var element in taken)
        {
            if (at < wanted.Count && wanted[at] == element)
                at++;
        }

        return at == wanted.Count;
    }
}
