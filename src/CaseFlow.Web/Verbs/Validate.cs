using CaseFlow.Cases.Processes;
using CaseFlow.Cases.Processes.Scenarios;
using CaseFlow.Cases.Storage;
using CaseFlow.Engine.Reading;

namespace CaseFlow.Web.Verbs;

/// <summary><c>validate</c>: every fault of a workflows folder, as deploying it would name them. Reads files only.</summary>
internal static class Validate
{
    public static async Task<int> Run(string folder, TextWriter output, CancellationToken ct)
    {
        if (!Directory.Exists(folder))
        {
            await output.WriteLineAsync($"{folder} is no folder.");
            return Verb.NotUnderstood;
        }

        // Nothing is asked of a database: this one is never opened.
        await using var services = ScenarioRunner.Services(new DatabaseOptions(DatabaseProvider.Sqlite, "Data Source=:memory:"), new ScenarioClock());
        var (bundle, findings) = services.GetRequiredService<DeployBundle>().Validate(await WorkflowsFolder.Read(folder, ct));
        var broken = ScenarioFaults(folder).ToList();
        await Write(output, folder, findings);
        foreach (var fault in broken)
            await output.WriteLineAsync($"error {fault}");
        if (bundle is null || broken.Count > 0)
            return Verb.Found;
        await output.WriteLineAsync($"{bundle.Processes.Count} processes in {bundle.Files.Count} files; {findings.Count} warnings; bundle {bundle.Hash[..12]}.");
        return Verb.Well;
    }

    public static async Task Write(TextWriter output, string folder, IEnumerable<Finding> findings)
    {
        foreach (var finding in findings.OrderBy(f => f.File, StringComparer.Ordinal).ThenBy(f => f.Line))
        {
            var severity = finding.Severity == FindingSeverity.Error ? "error" : "warning";
            await output.WriteLineAsync($"{Path.Combine(folder, finding.File)}:{finding.Line} {severity} {finding.Code} {finding.ElementId}");
            await output.WriteLineAsync($"    sv: {finding.Sv}");
            await output.WriteLineAsync($"    en: {finding.En}");
        }
    }

    private static IEnumerable<string> ScenarioFaults(string folder)
    {
        foreach (var path in Scenario.FilesIn(folder))
        {
            string? fault = null;
            try
            {
                _ = Scenario.Read(path, File.ReadAllText(path));
            }
            catch (FormatException e)
            {
                fault = e.Message;
            }

            if (fault is not null)
                yield return fault;
        }
    }
}
