using CaseFlow.Benchmarks;
using CaseFlow.Benchmarks.Pages;

// Usage: pages [--cases N] [--seed N] [--rounds N] [--only PART] [--database FILE] [--json]
// Exit code 1 when something took longer than its target, 2 when the line was not understood.
var benchmarks = new Dictionary<string, Func<BenchmarkOptions, Task<BenchmarkReport>>>(StringComparer.Ordinal)
{
    ["pages"] = PageBenchmark.Run,
};

if (args is not [var name, ..] || !benchmarks.TryGetValue(name, out var run))
{
    await Console.Error.WriteLineAsync($"usage: <{string.Join('|', benchmarks.Keys)}> {BenchmarkOptions.Usage}");
    return 2;
}

var options = BenchmarkOptions.Read(args);
var report = await run(options);
await Console.Out.WriteLineAsync(options.AsJson ? report.ToJson() : report.ToText());
return report.IsWithinTargets ? 0 : 1;
