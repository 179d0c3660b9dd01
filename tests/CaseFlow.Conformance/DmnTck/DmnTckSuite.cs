using System.Globalization;
using System.Text.Json;
using CaseFlow.Engine.Decisions;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Conformance.DmnTck;

/// <summary>
/// The DMN Technology Compatibility Kit, by the <c>index.json</c> of its folder. Two figures: the mean over groups, and
/// the share of cases that expect a value, since an engine that answers null to everything passes many others.
/// </summary>
internal static class DmnTckSuite
{
    // Functions written in Java: the kit itself leaves them out of the figures of engines for other platforms.
    private const string JavaGroup = "0076-feel-external-java";

    private static readonly FeelEnvironment Environment = new(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));

    public static SuiteReport Run(string folder, string? only)
    {
        using var index = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "index.json")));
        var models = new Dictionary<string, DmnReadResult>(StringComparer.Ordinal);
        var outcomes = new List<CaseOutcome>();
        var (valueBearing, valueBearingPassed) = (0, 0);
        foreach (var testCase in index.RootElement.GetProperty("cases").EnumerateArray())
        {
            var id = testCase.GetProperty("id").GetString() ?? "";
            var group = testCase.GetProperty("group").GetString() ?? "";
            if (group == JavaGroup || (only is not null && !id.Contains(only, StringComparison.Ordinal)))
            {
                continue;
            }

            var reason = Try(folder, testCase, models);
            outcomes.Add(new CaseOutcome(id, group, reason.Length == 0, reason));
            if (testCase.GetProperty("results").EnumerateArray().Any(r => !TckValues.IsNil(r.GetProperty("expected"))))
            {
                valueBearing++;
                valueBearingPassed += reason.Length == 0 ? 1 : 0;
            }
        }

        var groups = outcomes.GroupBy(o => o.Group, StringComparer.Ordinal).Select(g => (double)g.Count(o => o.Passed) / g.Count()).ToList();
        var mean = groups.Count == 0 ? 0 : 100 * groups.Average();
        var share = valueBearing == 0 ? 0 : 100.0 * valueBearingPassed / valueBearing;
        var summary = string.Create(
            CultureInfo.InvariantCulture,
            $"dmn-tck: mean over groups {mean:0.00} %, value-bearing {share:0.00} % ({valueBearingPassed}/{valueBearing}), cases {outcomes.Count(o => o.Passed)}/{outcomes.Count}, groups {groups.Count(g => g >= 1)}/{groups.Count}");
        return new SuiteReport(
            summary,
            new Dictionary<string, double>(StringComparer.Ordinal) { ["meanOverGroups"] = mean, ["valueBearing"] = share },
            outcomes);
    }

    /// <summary>Empty when the case passes, otherwise why not.</summary>
    private static string Try(string folder, JsonElement testCase, Dictionary<string, DmnReadResult> models)
    {
        try
        {
            var read = Model(folder, testCase.GetProperty("model").GetString() ?? "", models);
            if (read.Model is not { } model)
            {
                return "the model is refused: " + string.Join("; ", read.Findings.Select(f => $"line {f.Line}: {f.En}").Take(3));
            }

            var inputs = FeelContext.Of(testCase.GetProperty("inputs").EnumerateObject()
                .Select(p => new KeyValuePair<string, FeelValue>(p.Name, TckValues.Read(p.Value))));
            return string.Join("; ", testCase.GetProperty("results").EnumerateArray()
                .Select(r => Compare(testCase, r, model, inputs))
                .Where(r => r.Length > 0));
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return $"threw {e.GetType().Name}: {e.Message}";
        }
    }

    private static DmnReadResult Model(string folder, string path, Dictionary<string, DmnReadResult> models)
    {
        if (!models.TryGetValue(path, out var result))
        {
            // The other models beside it may be imported.
            var file = Path.Combine(folder, path);
            var files = Directory.GetFiles(Path.GetDirectoryName(file) ?? folder, "*.dmn").Where(f => Path.GetFileName(f) != Path.GetFileName(file)).Prepend(file);
            result = DmnReader.ReadAll([.. files.Select(f => new KeyValuePair<string, string>(Path.GetFileName(f), File.ReadAllText(f)))], tolerant: true)[0];
            models[path] = result;
        }

        return result;
    }

    private static string Compare(JsonElement testCase, JsonElement expected, DecisionModel model, FeelContext inputs)
    {
        var name = expected.GetProperty("name").GetString() ?? "";
        var type = testCase.GetProperty("type").GetString();
        var invocable = testCase.GetProperty("invocable").GetString();
        var result = type == "decision" || invocable is null
            ? model.Evaluate(name, inputs, Environment)
            : model.Call(invocable, inputs, Environment);

        // A service with several outputs gives a context of them.
        var actual = type == "decisionService" && result.Value.AsContext() is { } outputs && outputs.Contains(name) ? outputs[name] : result.Value;
        var wanted = TckValues.Read(expected.GetProperty("expected"));
        return TckValues.Same(wanted, actual)
            ? ""
            : $"{name}: expected {FeelJson.WriteText(wanted)}, got {FeelJson.WriteText(actual)}{(result.Failure is { } failure ? $" ({failure.En})" : "")}";
    }
}
