using CaseFlow.Cases.Organisation;
using CaseFlow.Cases.Processes;
using CaseFlow.Cases.Storage;
using CaseFlow.Engine.Model;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Web.Verbs;

/// <summary><c>deploy</c>: makes a folder the one that new cases start with, whole or not at all, also beside a running server. Running cases keep what they started with.</summary>
internal static class Deploy
{
    private const string DryRun = "--dry-run";

    public static async Task<int> Run(string[] arguments, IConfiguration configuration, DatabaseOptions database, TextWriter output, CancellationToken ct)
    {
        var isDry = arguments.Contains(DryRun, StringComparer.Ordinal);
        if (arguments.Where(a => a != DryRun).ToList() is not [var folder] || !Directory.Exists(folder))
        {
            await output.WriteLineAsync($"Name one folder that is there: deploy <folder> [{DryRun}]");
            return Verb.NotUnderstood;
        }

        await using var services = VerbServices.On(database);
        IReadOnlyCollection<SourceFile> files;
        try
        {
            files = await WorkflowsFolder.Read(folder, ct);
        }
        catch (InvalidDataException e)
        {
            await output.WriteLineAsync(e.Message);
            return Verb.Found;
        }

        var (bundle, findings) = services.GetRequiredService<DeployBundle>().Validate(files);
        await Validate.Write(output, folder, findings);
        if (bundle is null)
        {
            await output.WriteLineAsync("Refused: nothing was deployed, and what was deployed before keeps running.");
            return Verb.Found;
        }

        if (!isDry && !await VerbServices.IsReady(services, configuration, output, ct))
            return Verb.Found;
        await WriteChanges(output, await Current(services, ct), bundle);
        if (isDry)
        {
            await output.WriteLineAsync($"It can be deployed: {What(bundle)}. Nothing was done.");
            return Verb.Well;
        }

        return await Now(services, files, bundle, output, ct);
    }

    private static async Task<int> Now(ServiceProvider services, IReadOnlyCollection<SourceFile> files, ModelBundle bundle, TextWriter output, CancellationToken ct)
    {
        var report = await services.GetRequiredService<DeployBundle>().Handle(files, Operator.Now, ct);
        var seats = await services.GetRequiredService<ImportSeats>().Run(ct);
        await output.WriteLineAsync(report.Result == DeployResult.AlreadyDeployed
            ? $"It is deployed already: {What(bundle)}."
            : $"Deployed: {What(bundle)}. New cases start with it; running ones keep their own.");
        if (seats > 0)
            await output.WriteLineAsync($"{seats} seats were taken in from the organisation.");
        return Verb.Well;
    }

    private static async Task<ModelBundle?> Current(ServiceProvider services, CancellationToken ct)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<CaseFlowDb>>().CreateDbContextAsync(ct);
        return await VerbServices.Exists(db, ct) ? await services.GetRequiredService<BundleCatalog>().Current(ct) : null;
    }

    private static async Task WriteChanges(TextWriter output, ModelBundle? current, ModelBundle bundle)
    {
        await output.WriteLineAsync(current is null ? "Nothing is deployed yet." : $"Deployed now: {What(current)}.");
        foreach (var file in BundleComparison.Of(current, bundle))
            await output.WriteLineAsync($"{file.Change.ToString().ToLowerInvariant(),-8} {file.Path}");
    }

    private static string What(ModelBundle bundle) => $"{bundle.Processes.Count} processes in {bundle.Files.Count} files, bundle {bundle.Hash[..12]}";
}
