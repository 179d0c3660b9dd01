using CaseFlow.Cases.Access;
using CaseFlow.Cases.Processes;
using CaseFlow.Cases.Processes.Scenarios;
using CaseFlow.Cases.Storage;
using CaseFlow.Web.Hosting;

namespace CaseFlow.Web.Verbs;

/// <summary><c>scenario load</c>: plays the scenarios that are marked as demonstration into the configured database, in the order of their dates. Only in the demo, and while no server runs on the same SQLite file.</summary>
internal static class LoadScenarios
{
    public static async Task<int> Run(string? fileOrFolder, IConfiguration configuration, DatabaseOptions database, TextWriter output, CancellationToken ct)
    {
        var where = Path.GetFullPath(fileOrFolder ?? configuration["CaseFlow:Workflows"] ?? "workflows");
        if (!Cookies.IsDemo(configuration))
        {
            await output.WriteLineAsync("Scenarios are loaded only in the demo: set CaseFlow:Demo=true.");
            return Verb.NotUnderstood;
        }

        var files = File.Exists(where) || Directory.Exists(where) ? Scenario.FilesIn(where) : [];
        if (files.Count == 0 || RunScenarios.FolderOf(files[0]) is not { } folder)
        {
            await output.WriteLineAsync($"{where} holds no scenario below a folder with an organisation.");
            return Verb.NotUnderstood;
        }

        Directory.CreateDirectory(Store.DataFolder(configuration));
        var clock = new ScenarioClock();
        await using var services = ScenarioRunner.Services(database, clock);
        await services.GetRequiredService<MigrateDatabase>().Run(ct);
        clock.MoveTo(TimeProvider.System.GetUtcNow());
        var deployed = await services.GetRequiredService<DeployBundle>().FromFolder(folder, Actor.System, ct);
        if (deployed.Result == DeployResult.Refused)
        {
            await Validate.Write(output, folder, deployed.Findings);
            return Verb.Found;
        }

        await services.GetRequiredService<DemoAccounts>().Ensure(ct);
        return await Load(files, services.GetRequiredService<ScenarioRunner>(), output, ct);
    }

    private static async Task<int> Load(IReadOnlyList<string> files, ScenarioRunner runner, TextWriter output, CancellationToken ct)
    {
        var scenarios = files.Select(file => Scenario.Read(file, File.ReadAllText(file))).Where(s => s.IsDemo || files.Count == 1).OrderBy(s => s.Start).ToList();
        var stopped = 0;
        foreach (var scenario in scenarios)
        {
            var result = await runner.Run(scenario, ct);
            stopped += result.IsPassed ? 0 : 1;
            await output.WriteLineAsync($"{(result.IsPassed ? "loaded" : "STOPPED")} {scenario.Name}");
            foreach (var failure in result.Failures)
                await output.WriteLineAsync($"    {failure}");
        }

        await output.WriteLineAsync($"{scenarios.Count - stopped} loaded, {stopped} stopped");
        return stopped == 0 ? Verb.Well : Verb.Found;
    }
}
