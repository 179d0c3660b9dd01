using System.Globalization;
using System.Text.Json;
using CaseFlow.Conformance.World;
using CaseFlow.Engine.Execution;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Model;
using CaseFlow.Engine.Reading;

namespace CaseFlow.Conformance.Betsy;

/// <summary>One BPMN feature a process; a case passes when the multiset of trace words is exactly the expected one.</summary>
internal static class BetsySuite
{
    private static readonly string[] SetApart = ["contested", "defective"];

    internal static SuiteReport Run(string folder, string? only)
    {
        using var index = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "index.json")));
        var apart = index.RootElement.GetProperty("processes").EnumerateArray()
            .Where(p => p.GetProperty("flags").EnumerateArray().Any(f => SetApart.Contains(f.GetString())))
            .Select(p => p.GetProperty("process").GetString())
            .ToHashSet();
        var results = new List<(bool IsApart, CaseOutcome Case)>();
        foreach (var item in index.RootElement.GetProperty("cases").EnumerateArray())
        {
            var id = Text(item, "id");
            if (only is not null && !id.Contains(only, StringComparison.Ordinal))
                continue;
            var process = Text(item, "feature");
            var fault = Fault(folder, item);
            results.Add((apart.Contains(process), new CaseOutcome(id, process, fault is null, fault ?? "")));
        }

        var clean = results.Where(r => !r.IsApart).ToList();
        var processes = clean.GroupBy(r => r.Case.Group).ToList();
        var processesPassed = processes.Count(g => g.All(r => r.Case.Passed));
        var casesPassed = clean.Count(r => r.Case.Passed);
        var others = results.Where(r => r.IsApart).ToList();
        var summary = string.Create(CultureInfo.InvariantCulture, $"betsy: {processesPassed}/{processes.Count} processes, {casesPassed}/{clean.Count} cases");
        if (others.Count > 0)
            summary = string.Create(CultureInfo.InvariantCulture, $"defective or contested, apart: {others.Count(r => r.Case.Passed)}/{others.Count} cases\n{summary}");
        var figures = new Dictionary<string, double>
        {
            ["processesPassed"] = processesPassed,
            ["processes"] = processes.Count,
            ["casesPassed"] = casesPassed,
            ["cases"] = clean.Count,
        };
        return new SuiteReport(summary, figures, [.. results.Select(r => r.Case)]);
    }

    private static string? Fault(string folder, JsonElement item)
    {
        var expected = item.GetProperty("expectedTrace").EnumerateArray().Select(t => t.GetString() ?? "").Order(StringComparer.Ordinal).ToList();
        try
        {
            var trace = new BetsyRun(File.ReadAllText(Path.Combine(folder, Text(item, "file"))), item).Trace().Order(StringComparer.Ordinal).ToList();
            return trace.SequenceEqual(expected) ? null : $"expected [{string.Join(' ', expected)}] but was [{string.Join(' ', trace)}]";
        }
        catch (DeploymentRefusedException refused)
        {
            // The suite calls for an error before anything is logged: a refusal is one.
            return expected is ["ERROR"] ? null : refused.Message;
        }
        catch (Exception fault) when (fault is InvalidOperationException or FormatException)
        {
            return fault.Message;
        }
    }

    private static string Text(JsonElement item, string name) => item.GetProperty(name).GetString() ?? "";
}

/// <summary>The model was refused at deployment.</summary>
internal sealed class DeploymentRefusedException(string message) : Exception(message);

/// <summary>One case of the suite, run on a clock of its own.</summary>
internal sealed class BetsyRun(string xml, JsonElement item)
{
    private static readonly TimeSpan JobTime = TimeSpan.FromSeconds(10);

    private readonly BetsyScripts _scripts = BetsyScripts.Rewrite(xml);
    private readonly List<string> _trace = [];
    private readonly List<(WorldInstance Instance, long Key, string Token, DateTimeOffset Due)> _jobs = [];
    private readonly HashSet<(WorldInstance Instance, long Key)> _bodies = [];
    private VirtualWorld? _world;
    private bool _isMarked;

    internal IReadOnlyList<string> Trace()
    {
        var bundle = ModelBundle.Compile([new SourceFile("model.bpmn", _scripts.Xml.ToString())]);
        if (bundle.Bundle is null)
            throw new DeploymentRefusedException("refused: " + string.Join("; ", bundle.Findings.Where(f => f.Severity == FindingSeverity.Error).Select(f => f.En)));
        _world = new VirtualWorld(bundle.Bundle) { Observer = Observe };
        if (item.GetProperty("startParallelProcessFirst").GetString() is { } parallel)
            _world.Start(new StartProcess(parallel, Variables()));
        var main = _world.Start(new StartProcess(item.GetProperty("processId").GetString() ?? "", Variables()));

        // At least two seconds: the suite's own wait of nothing would not show a branch that wrongly survives.
        var end = _world.Now + TimeSpan.FromMilliseconds(Math.Max(2000, item.GetProperty("waitMs").GetInt32()));
        RunJobs(end);
        _world.AdvanceTo(end);
        AddSigns(main.State);
        return _trace;
    }

    private void RunJobs(DateTimeOffset end)
    {
        // Set when the first command ran; a run without world has nothing to run.
        var world = _world ?? throw new InvalidOperationException("Not started.");
        while (_jobs.Count > 0 && _jobs.Min(j => j.Due) <= end)
        {
            if (_jobs.Count(j => j.Token.StartsWith("CREATE_TIMESTAMP", StringComparison.Ordinal)) == 2)
                _trace.Add("EXECUTION_parallel");
            var next = _jobs.MinBy(j => j.Due);
            _jobs.Remove(next);
            world.AdvanceTo(next.Due);
            if (next.Instance.State.Jobs.All(j => j.Key != next.Key))
                continue;
            world.Do(next.Instance, next.Token == "THROW_ERROR" ? new ThrowJobError(next.Key, "ERR_CODE", FeelContext.Empty) : new CompleteJob(next.Key, FeelContext.Empty));
        }
    }

    private void Observe(WorldInstance instance, Fact fact)
    {
        var world = _world ?? throw new InvalidOperationException("Not started.");
        if (fact is JobOpened job)
            _jobs.Add((instance, job.Key, job.Topic, job.Topic == "THROW_ERROR" ? world.Now : world.Now + JobTime));
        // The body of a multiplied task completes too, but is not a running of the task.
        if (fact is MultiInstanceOpened body)
            _bodies.Add((instance, body.Key));
        if (fact is not ElementCompleted completed || _bodies.Contains((instance, completed.Key)) || _scripts.TokenOf(completed.ElementId) is not { } token)
            return;
        if (token.StartsWith("SCRIPT_", StringComparison.Ordinal))
            _trace.Add(token);
        else if (token == "INCREMENT_INTEGER_VARIABLE_AND_LOG")
            _trace.Add("INCREMENT_correct");
        else if (token == "LOG_DATA" && instance.State.Variables["data"].AsString() == "String")
            _trace.Add("DATA_correct");
        else if (token == "CREATE_MARKER_FILE")
            _isMarked = true;
    }

    private void AddSigns(InstanceState state)
    {
        if (_isMarked)
            _trace.Add("MARKER_exists");
        if (state.Outcome?.StartsWith("error:", StringComparison.Ordinal) == true)
            _trace.Add("ERROR_thrownErrorEvent");
        else if (state.Incidents.Count > 0)
            _trace.Add(_trace.Count == 0 && state.Incidents.Any(i => i.Code == IncidentCodes.ItemsInvalid) ? "ERROR" : "ERROR_runtime");
    }

    private FeelContext Variables() => FeelContext.Of(item.GetProperty("variables").EnumerateObject().Select(v => KeyValuePair.Create(v.Name, FeelJson.Read(v.Value))));
}
