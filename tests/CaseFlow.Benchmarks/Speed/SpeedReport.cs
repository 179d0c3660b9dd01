using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace CaseFlow.Benchmarks.Speed;

/// <summary>One figure: the median of the repeats.</summary>
/// <param name="Key">Its name in the JSON object.</param>
/// <param name="Target">Null when nothing is promised.</param>
/// <param name="IsAtLeast">True when more is better.</param>
internal sealed record Figure(string Key, double Value, string Unit, double? Target = null, bool IsAtLeast = false)
{
    public bool IsWithinTarget => Target is not { } target || (IsAtLeast ? Value >= target : Value <= target);
}

/// <summary>What a benchmark of speed gave; its last line is one JSON object when that is asked for.</summary>
internal sealed record SpeedReport(string Benchmark, int Repeats, IReadOnlyList<Figure> Figures)
{
    /// <summary>The middle one, so that a disturbance of the machine does not count.</summary>
    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }

    public string ToText()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{Benchmark}: medians of {Repeats} repeats, load {BenchmarkReport.MachineLoad()}\n");
        foreach (var one in Figures)
        {
            var target = one.Target is { } t ? string.Create(CultureInfo.InvariantCulture, $" (target {(one.IsAtLeast ? "at least" : "at most")} {t:N0}{(one.IsWithinTarget ? "" : ", NOT REACHED")})") : "";
            text.Append(CultureInfo.InvariantCulture, $"{one.Key,32} {one.Value,14:N1} {one.Unit}{target}\n");
        }

        return text.ToString().TrimEnd();
    }

    public string ToJson()
    {
        var json = new JsonObject { ["benchmark"] = Benchmark, ["repeats"] = Repeats, ["load"] = BenchmarkReport.MachineLoad() };
        foreach (var one in Figures)
            json[one.Key] = Math.Round(one.Value, 2);
        return json.ToJsonString();
    }
}
