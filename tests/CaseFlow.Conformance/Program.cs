using System.Text.Json;
using CaseFlow.Conformance;

// Usage: <suite> <folder> [--json FILE] [--only ID]. Exit code 0 when the suite could be run, whatever passed.
// Or: --check <folder with one folder for each suite>. Exit code 1 when a figure is below the recorded one.
if (args is ["--check", var root])
{
    return RecordedFigures.Check(root);
}

if (args.Length < 2 || !Suites.All.TryGetValue(args[0], out var suite))
{
    Console.Error.WriteLine($"usage: <{string.Join('|', Suites.All.Keys)}> <folder> [--json FILE] [--only ID]");
    return 2;
}

if (!Directory.Exists(args[1]))
{
    Console.Error.WriteLine($"no folder {args[1]}");
    return 2;
}

var report = suite(args[1], Option("--only"));
foreach (var failed in report.Cases.Where(c => !c.Passed))
{
    Console.WriteLine($"FAIL {failed.Id}: {failed.Reason}");
}

if (Option("--json") is { } file)
{
    File.WriteAllText(file, JsonSerializer.Serialize(report, JsonSerializerOptions.Web));
}

Console.WriteLine(report.Summary);
return 0;

string? Option(string name) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;
