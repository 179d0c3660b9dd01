using CaseFlow.Benchmarks;
using CaseFlow.Benchmarks.Pages;
using CaseFlow.Benchmarks.Speed;

// Usage: pages [--cases N] [--seed N] [--rounds N] [--only PART] [--database FILE] [--json]
//        engine|feel|dmn [--repeats N] [--json]
// Exit code 1 when something took longer than its target, 2 when the line was not understood.
var speeds = new Dictionary<string, Func<int, SpeedReport>>(StringComparer.Ordinal)
{
    ["engine"] = EngineSpeed.Run,
    ["feel"] = ExpressionSpeed.Feel,
    ["dmn"] = ExpressionSpeed.Dmn,
};

var options = BenchmarkOptions.Read(args);
if (args is ["pages", ..])
{
    var pages = await PageBenchmark.Run(options);
    await Console.Out.WriteLineAsync(options.AsJson ? pages.ToJson() : pages.ToText());
    return pages.IsWithinTargets ? 0 : 1;
}

if (args is not [var name, ..] || !speeds.TryGetValue(name, out var run))
{
    await Console.Error.WriteLineAsync($"usage: <pages|{string.Join('|', speeds.Keys)}> {BenchmarkOptions.Usage}");
    return 2;
}

var report = run(Math.Max(5, options.Repeats));
await Console.Out.WriteLineAsync(report.ToText());
if (options.AsJson)
    await Console.Out.WriteLineAsync(report.ToJson());
return report.Figures.All(f => f.IsWithinTarget) ? 0 : 1;
