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
    IDbContextFactory<CaseFlowDb> databases, BundleCatalog catalog, IEnumerable<IBundleCheck> checks, Ids ids, TimeProvider time)
{
    /// <summary>Deploys a folder; nothing happens when it is the bundle that is deployed already.</summary>
    public async Task<DeployReport> FromFolder(string folder, Actor actor, CancellationToken ct) =>
        await Handle(await WorkflowsFolder.Read(folder, ct), actor, ct);

    /// <inheritdoc cref="FromFolder"/>
    public Task<DeployReport> Handle(IReadOnlyCollection<SourceFile> files, Actor actor, CancellationToken ct) =>
        Handle(files, actor, isAsSeen: _ => true, ct);

    /// <param name="isAsSeen">Given the hash that is deployed now (null: nothing); false gives up with <see cref="DeployResult.Overtaken"/>.</param>
    internal async Task<DeployReport> Handle(IReadOnlyCollection<SourceFile> files, Actor actor, Func<string?, bool> isAsSeen, CancellationToken ct)
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

        if (!isAsSeen(current))
        {
            return new(DeployResult.Overtaken, null, findings);
        }

        var now = UtcTime.Truncate(time.GetUtcNow());
        await Store(db, bundle, now, ct);
        db.Deployments.Add(new() { BundleHash = bundle.Hash, At = now, By = actor.AccountId });
        db.Add(new SecurityEvent
        {
            Id = ids.Next(),
            At = now,
            AccountId = actor.AccountId,
            UseCase = nameof(DeployBundle),
            Code = "deployment.made",
            Target = bundle.Hash,
        });
        await db.SaveChangesAsync(ct);
        await transaction.Commit(ct);
        catalog.Keep(bundle);
        return new(DeployResult.Deployed, bundle.Hash, findings);
    }

    /// <summary>Keeps the files until somebody says yes to deploying them; what nobody says yes to is swept away after a day. Nothing is kept of what would be refused.</summary>
    internal async Task<DeployReport> Keep(IReadOnlyCollection<SourceFile> files, CancellationToken ct)
    {
        var (bundle, findings) = Validate(files);
        if (bundle is null)
        {
            return new(DeployResult.Refused, null, findings);
        }

        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.BeginWrite(ct);
        await Store(db, bundle, UtcTime.Truncate(time.GetUtcNow()), ct);
        await db.SaveChangesAsync(ct);
        await transaction.Commit(ct);
        return new(DeployResult.Kept, bundle.Hash, findings);
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

    private static async Task Store(CaseFlowDb db, ModelBundle bundle, DateTimeOffset now, CancellationToken ct)
    {
        if (await db.Bundles.FirstOrDefaultAsync(b => b.Hash == bundle.Hash, ct) is { } kept)
        {
            kept.StoredAt = now; // one that is looked at again is not swept away meanwhile
            return;
        }

        db.Bundles.Add(new() { Hash = bundle.Hash, StoredAt = now });
        db.BundleFiles.AddRange(bundle.Files.Values.Select(f => new BundleFileRow { BundleHash = bundle.Hash, Path = f.Path, Text = f.Text }));
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

    /// <summary>Something else was deployed since the person looked; nothing was done.</summary>
    Overtaken,

    /// <summary>It may be deployed, and waits for somebody to say so.</summary>
    Kept,
}

/// <param name="Hash">The bundle's hash; null when refused.</param>
/// <param name="Findings">Errors when refused; warnings otherwise.</param>
public sealed record DeployReport(DeployResult Result, string? Hash, IReadOnlyList<Finding> Findings);
