using CaseFlow.Cases.Access;
using CaseFlow.Cases.Storage;
using CaseFlow.Engine.Model;
using CaseFlow.Engine.Reading;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Processes;

/// <summary>
/// Makes a set of models, forms and organisation files the one that new instances start with. Refused whole when
/// anything in it is wrong; what was deployed before then keeps running. Running instances stay with their own bundle.
/// </summary>
public sealed class DeployBundle(
    IDbContextFactory<CaseFlowDb> databases, BundleCatalog catalog, IEnumerable<IBundleCheck> checks, TimeProvider time)
{
    /// <summary>Deploys a folder; nothing happens when it is the bundle that is deployed already.</summary>
    public async Task<DeployReport> FromFolder(string folder, Actor actor, CancellationToken ct) =>
        await Handle(await WorkflowsFolder.Read(folder, ct), actor, ct);

    /// <inheritdoc cref="FromFolder"/>
    public async Task<DeployReport> Handle(IReadOnlyCollection<SourceFile> files, Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var (bundle, findings) = Validate(files);
        if (bundle is null)
        {
            return new(DeployResult.Refused, null, findings);
        }

        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.BeginWrite(ct);
        var current = await db.Deployments.OrderByDescending(d => d.Sequence).Select(d => d.BundleHash).FirstOrDefaultAsync(ct);
        if (current == bundle.Hash)
        {
            return new(DeployResult.AlreadyDeployed, bundle.Hash, findings);
        }

        var now = UtcTime.Truncate(time.GetUtcNow());
        if (!await db.Bundles.AnyAsync(b => b.Hash == bundle.Hash, ct))
        {
            db.Bundles.Add(new() { Hash = bundle.Hash, StoredAt = now });
            db.BundleFiles.AddRange(bundle.Files.Values.Select(f => new BundleFileRow { BundleHash = bundle.Hash, Path = f.Path, Text = f.Text }));
        }

        db.Deployments.Add(new() { BundleHash = bundle.Hash, At = now, By = actor.AccountId });
        await db.SaveChangesAsync(ct);
        await transaction.Commit(ct);
        catalog.Keep(bundle);
        return new(DeployResult.Deployed, bundle.Hash, findings);
    }

    /// <summary>What deploying these files would say, without doing it. The bundle is null when it would be refused.</summary>
    public (ModelBundle? Bundle, IReadOnlyList<Finding> Findings) Validate(IReadOnlyCollection<SourceFile> files)
    {
        var compiled = ModelBundle.Compile(files);
        if (compiled.Bundle is null)
        {
            return (null, compiled.Findings);
        }

        List<Finding> findings = [.. compiled.Findings, .. checks.SelectMany(check => check.Check(compiled.Bundle))];
        var isRefused = findings.Exists(f => f.Severity == FindingSeverity.Error);
        return (isRefused ? null : compiled.Bundle, findings);
    }
}

/// <summary>What became of a deployment.</summary>
public enum DeployResult
{
    Deployed,

    /// <summary>The very same bundle is deployed already; nothing was done.</summary>
    AlreadyDeployed,

    /// <summary>The findings say why; what was deployed before keeps running.</summary>
    Refused,
}

/// <param name="Hash">The bundle's hash; null when refused.</param>
/// <param name="Findings">Errors when refused; warnings otherwise.</param>
public sealed record DeployReport(DeployResult Result, string? Hash, IReadOnlyList<Finding> Findings);
