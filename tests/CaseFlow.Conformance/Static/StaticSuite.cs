using System.Globalization;
using System.Text.Json;
using CaseFlow.Engine.Model;
using CaseFlow.Engine.Reading;

namespace CaseFlow.Conformance.Static;

/// <summary>Models to accept or to refuse at deployment, each deployed alone. A model is accepted when it has no error; warnings are let through.</summary>
internal static class StaticSuite
{
    internal static SuiteReport Run(string folder, string? only)
    {
        using var index = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "index.json")));
        var results = new List<CaseOutcome>();
        var (valid, accepted, invalid, refused, rewritten) = (0, 0, 0, 0, 0);
        foreach (var item in index.RootElement.GetProperty("cases").EnumerateArray())
        {
            var id = item.GetProperty("id").GetString() ?? "";
            if (only is not null && !id.Contains(only, StringComparison.Ordinal))
                continue;
            var file = item.GetProperty("file").GetString() ?? "";
            // The name of a language that does not exist stands for the engine's own.
            var text = File.ReadAllText(Path.Combine(folder, file));
            var ours = text.Replace("scriptFormat=\"dummyFormat\"", "scriptFormat=\"feel\"", StringComparison.Ordinal);
            rewritten += ours == text ? 0 : 1;
            var findings = ModelBundle.Compile([new SourceFile(file, ours)]).Findings;
            var error = findings.FirstOrDefault(f => f.Severity == FindingSeverity.Error);
            if (item.GetProperty("label").GetString() == "valid")
            {
                valid++;
                accepted += error is null ? 1 : 0;
                results.Add(Outcome(item, error is null, $"valid, but refused: {error?.Code} {error?.ElementId} line {error?.Line}: {error?.En}"));
            }
            else
            {
                invalid++;
                refused += error is null ? 0 : 1;
                results.Add(Outcome(item, error is not null, $"invalid ({item.GetProperty("constraint").GetString()}), but accepted"));
            }
        }

        var balanced = (Share(accepted, valid) + Share(refused, invalid)) / 2;
        var summary = string.Create(CultureInfo.InvariantCulture, $"script language rewritten in {rewritten}\nstatic: balanced accuracy {balanced:0.000}, valid {accepted}/{valid}, invalid {refused}/{invalid}");
        return new SuiteReport(summary, new Dictionary<string, double> { ["balancedAccuracy"] = balanced, ["validAccepted"] = accepted, ["invalidRefused"] = refused }, results);
    }

    private static CaseOutcome Outcome(JsonElement item, bool passed, string reason) =>
        new(item.GetProperty("id").GetString() ?? "", item.GetProperty("constraint").GetString() ?? "", passed, passed ? "" : reason);

    private static double Share(int part, int whole) => whole == 0 ? 1 : part / (double)whole;
}
