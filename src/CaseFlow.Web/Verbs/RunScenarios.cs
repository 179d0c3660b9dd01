using CaseFlow.Cases.Access;
using CaseFlow.Cases.Processes;
using CaseFlow.Cases.Processes.Scenarios;
using CaseFlow.Cases.Storage;
using Microsoft.Data.Sqlite;

namespace CaseFlow.Web.Verbs;

/// <summary><c>scenario run</c>: plays each scenario on an empty database of its own, with the models of the folder it lies in, and says which hold.</summary>
internal static class RunScenarios
{
    public static async Task<int> Run(string fileOrFolder, TextWriter output, CancellationToken ct)
    {
        if (!File.Exists(fileOrFolder) && !Directory.Exists(fileOrFolder))
        {
            await output.WriteLineAsync($"{fileOrFolder} is neither a file nor a folder.");
            return Verb.NotUnderstood;
        }

        var files = Scenario.FilesIn(Path.GetFullPath(fileOrFolder));
        if (files.Count == 0 || FolderOf(files[0]) is not { } folder)
        {
            await output.WriteLineAsync($"{fileOrFolder} holds no scenario below a folder with an organisation.");
            return Verb.NotUnderstood;
        }

        var temporary = Directory.CreateTempSubdirectory("caseflow-scenario-").FullName;
        try
        {
            return await Run(files, folder, temporary, output, ct);
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(temporary, recursive: true);
        }
    }

    /// <summary>The workflows folder above a scenario: the one with the organisation.</summary>
    public static string? FolderOf(string file)
    {
        for (var folder = Directory.GetParent(file); folder is not null; folder = folder.Parent)
        {
            if (Directory.Exists(Path.Combine(folder.FullName, "organisation")))
                return folder.FullName;
        }

        return null;
    }

    private static async Task<int> Run(IReadOnlyList<string> files, string folder, string temporary, TextWriter output, CancellationToken ct)
    {
        var template = Path.Combine(temporary, "empty.db");
        await using (var services = ScenarioRunner.Services(At(template), new ScenarioClock()))
        {
            await services.GetRequiredService<MigrateDatabase>().Run(ct);
            var deployed = await services.GetRequiredService<DeployBundle>().FromFolder(folder, Actor.System, ct);
            if (deployed.Result == DeployResult.Refused)
            {
                await Validate.Write(output, folder, deployed.Findings);
                return Verb.Found;
            }
        }

        SqliteConnection.ClearAllPools();
        var failed = 0;
        for (var i = 0; i < files.Count; i++)
        {
            var path = Path.Combine(temporary, $"{i}.db");
            File.Copy(template, path);
            var name = Path.GetRelativePath(folder, files[i]);
            var failures = await Play(files[i], path, ct);
            failed += failures.Count > 0 ? 1 : 0;
            await output.WriteLineAsync($"{(failures.Count == 0 ? "passed" : "FAILED")} {name}");
            foreach (var failure in failures)
                await output.WriteLineAsync($"    {failure}");
        }

        await output.WriteLineAsync($"{files.Count - failed} passed, {failed} failed");
        return failed == 0 ? Verb.Well : Verb.Found;
    }

    private static async Task<IReadOnlyList<string>> Play(string file, string database, CancellationToken ct)
    {
        var clock = new ScenarioClock();
        await using var services = ScenarioRunner.Services(At(database), clock);
        try
        {
            var result = await services.GetRequiredService<ScenarioRunner>().Run(Scenario.Read(file, await File.ReadAllTextAsync(file, ct)), ct);
            var replay = await services.GetRequiredService<ReplayAll>().Handle(ct);
            return [.. result.Failures, .. replay.Findings.Select(f => $"replay: {f.Fault} at fact {f.Sequence} of {f.InstanceId:N}")];
        }
        catch (FormatException e)
        {
            return [e.Message];
        }
    }

    private static DatabaseOptions At(string path) => new(DatabaseProvider.Sqlite, $"Data Source={path}");
}
