using CaseFlow.Cases.Processes.Scenarios;
using CaseFlow.Cases.Storage;

namespace CaseFlow.Web.Verbs;

/// <summary><c>replay --all</c>: every instance's facts, applied from the start, give its stored state, and the hash chain is whole. Reads only.</summary>
internal static class Replay
{
    public static async Task<int> Run(DatabaseOptions database, TextWriter output, CancellationToken ct)
    {
        await using var services = ScenarioRunner.Services(database, new ScenarioClock());
        var report = await services.GetRequiredService<ReplayAll>().Handle(ct);
        foreach (var finding in report.Findings)
            await output.WriteLineAsync($"{finding.InstanceId:N} {finding.Fault} at fact {finding.Sequence}");
        await output.WriteLineAsync($"{report.Instances} instances, {report.Facts} facts, {report.Findings.Count} differ");
        return report.Findings.Count == 0 ? Verb.Well : Verb.Found;
    }
}
