using CaseFlow.Cases.Access;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Storage;
using CaseFlow.Engine.Model;
using CaseFlow.Engine.Reading;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Processes;

/// <param name="By">As stored: account id, <c>system</c> or who ran the command line.</param>
/// <param name="ByName">Title or name of the account, where it was one.</param>
/// <param name="Running">Instances that were started with it and have not ended.</param>
public sealed record ListedDeployment(long Sequence, string Hash, DateTimeOffset At, string By, string? ByName, int Running);

/// <summary>Definitions as they would be deployed, beside what is deployed now.</summary>
/// <param name="Current">Hash of what is deployed now; null for nothing.</param>
/// <param name="Findings">Warnings; with an error it cannot be deployed.</param>
public sealed record DeploymentReview(string Hash, string? Current, int Processes, int Files, IReadOnlyList<ChangedFile> Changes, IReadOnlyList<Finding> Findings)
{
    public bool IsDeployed => Hash == Current;

    public bool IsRefused => Findings.Any(f => f.Severity == FindingSeverity.Error);
}

/// <summary>What is and was deployed, since when and by whom, and what deploying something else would change.</summary>
public sealed class DeploymentHistory(IDbContextFactory<CaseFlowDb> databases, BundleCatalog catalog, DeployBundle deploy)
{
    /// <summary>True for who may look and deploy.</summary>
    public static bool IsFor(Actor actor) => ProcessRefusals.MayDeploy(actor) is null;

    /// <summary>The newest first: the first one holds. Empty when nothing was ever deployed.</summary>
    public async Task<Outcome<IReadOnlyList<ListedDeployment>>> List(Actor actor, int limit, CancellationToken ct)
    {
        if (ProcessRefusals.MayDeploy(actor) is { } refusal)
            return refusal;
        await using var db = await databases.CreateDbContextAsync(ct);
        var rows = await db.Deployments.AsNoTracking().OrderByDescending(d => d.Sequence).Take(limit).ToListAsync(ct);
        var people = rows.Select(r => r.By).Distinct().ToList();
        var names = await db.Users.Where(a => people.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Title.Length > 0 ? a.Title : a.DisplayName, ct);
        var running = await db.Instances.Where(i => i.EndedAt == null).GroupBy(i => i.BundleHash)
            .Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        return Outcome<IReadOnlyList<ListedDeployment>>.Accepted(
        [
            .. rows.Select(r => new ListedDeployment(r.Sequence, r.BundleHash, r.At, r.By, names.GetValueOrDefault(r.By), running.GetValueOrDefault(r.BundleHash))),
        ]);
    }

    /// <summary>What deploying kept or earlier definitions would change and warn of.</summary>
    public async Task<Outcome<DeploymentReview>> Review(Actor actor, string hash, CancellationToken ct)
    {
        if (ProcessRefusals.MayDeploy(actor) is { } refusal)
            return refusal;
        await using var db = await databases.CreateDbContextAsync(ct);
        var files = await db.BundleFiles.AsNoTracking().Where(f => f.BundleHash == hash).Select(f => new SourceFile(f.Path, f.Text)).ToListAsync(ct);
        if (files.Count == 0)
            return ProcessRefusals.NotKept();
        var current = await catalog.Current(db, ct);
        var (bundle, findings) = deploy.Validate(files);
        return Outcome<DeploymentReview>.Accepted(new(
            hash, current?.Hash, bundle?.Processes.Count ?? 0, files.Count, bundle is null ? [] : BundleComparison.Of(current, bundle), findings));
    }
}
