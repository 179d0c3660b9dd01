using System.Globalization;
using System.Text;
using System.Text.Json;

namespace CaseFlow.Benchmarks;

/// <summary>One thing that was measured, in milliseconds.</summary>
/// <param name="Target">What half of the times must not exceed; null when nothing is promised.</param>
/// <param name="Cpu">Processor time of one round, asking side included: what remains of it when others keep the machine busy.</param>
/// <param name="Bytes">Size of the answer.</param>
internal sealed record Measured(string Name, double P50, double P95, double Cpu, double? Target, long Bytes)
{
    public bool IsWithinTarget => Target is null || P50 <= Target;

    /// <param name="times">At least one.</param>
    public static Measured Of(string name, IReadOnlyCollection<double> times, double cpu, double? target, long bytes)
    {
        var sorted = times.Order().ToList();
        return new(name, At(0.5), At(0.95), cpu, target, bytes);

        double At(double part) => sorted[Math.Clamp((int)Math.Ceiling(part * sorted.Count) - 1, 0, sorted.Count - 1)];
    }
}

/// <summary>What a benchmark gave.</summary>
/// <param name="Facts">What a reader must know to judge the figures: how much there was, on what, under which load.</param>
internal sealed record BenchmarkReport(string Benchmark, IReadOnlyDictionary<string, string> Facts, IReadOnlyList<Measured> Figures)
{
    private static readonly JsonSerializerOptions Indented = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public bool IsWithinTargets => Figures.All(f => f.IsWithinTarget);

    /// <summary>How busy the machine was in the last minute, and how many cores it has.</summary>
    public static string MachineLoad() =>
        (File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown") + " on " + Environment.ProcessorCount.ToString(CultureInfo.InvariantCulture) + " cores";

    public string ToJson() => JsonSerializer.Serialize(this, Indented);

    public string ToText()
    {
        var text = new StringBuilder();
        foreach (var (name, value) in Facts)
            text.Append(CultureInfo.InvariantCulture, $"{name}: {value}\n");
        text.Append(CultureInfo.InvariantCulture, $"\n{"ms p50",8} {"p95",8} {"cpu",8} {"target",8} {"kB",8}\n");
        foreach (var one in Figures)
            text.Append(CultureInfo.InvariantCulture, $"{one.P50,8:0.0} {one.P95,8:0.0} {one.Cpu,8:0.0} {one.Target,8:0} {one.Bytes / 1024.0,8:0.0}  {(one.IsWithinTarget ? "" : "TOO SLOW ")}{one.Name}\n");
        return text.ToString();
    }
}
