using System.Collections.Concurrent;
using CaseFlow.Cases.Storage;
using CaseFlow.Engine.Model;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Processes;

/// <summary>Compiled bundles by hash, each read and compiled once in a process, and which of them is deployed.</summary>
public sealed class BundleCatalog(IDbContextFactory<CaseFlowDb> databases)
{
    private readonly ConcurrentDictionary<string, ModelBundle> _compiled = new(StringComparer.Ordinal);

    /// <summary>The bundle with this hash.</summary>
    /// <exception cref="InvalidOperationException">It was never deployed here, or this release no longer understands it.</exception>
    public async Task<ModelBundle> Get(string hash, CancellationToken ct)
    {
        if (_compiled.TryGetValue(hash, out var known))
        {
            return known;
        }

        await using var db = await databases.CreateDbContextAsync(ct);
        return await Get(db, hash, ct);
    }

    /// <summary>The bundle that new instances start with; null before the first deployment.</summary>
    public async Task<ModelBundle?> Current(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await Current(db, ct);
    }

    /// <summary>True when a bundle with this hash was ever deployed.</summary>
    public async Task<bool> Exists(string hash, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Deployments.AnyAsync(d => d.BundleHash == hash, ct);
    }

    internal async Task<ModelBundle> Get(CaseFlowDb db, string hash, CancellationToken ct)
    {
        if (_compiled.TryGetValue(hash, out var known))
        {
            return known;
        }

        var files = await db.BundleFiles.AsNoTracking().Where(f => f.BundleHash == hash)
            .Select(f => new SourceFile(f.Path, f.Text)).ToListAsync(ct);
        var result = ModelBundle.Compile(files);
        if (result.Bundle is null || result.Bundle.Hash != hash)
        {
            var why = files.Count == 0 ? "it was never deployed here" : string.Join("; ", result.Findings.Take(3).Select(f => f.En));
            throw new InvalidOperationException($"The bundle {hash} cannot be used: {why}.");
        }

        return _compiled.GetOrAdd(hash, result.Bundle);
    }

    // Asked of the database each time: another node may have deployed.
    internal async Task<ModelBundle?> Current(CaseFlowDb db, CancellationToken ct)
    {
        var hash = await db.Deployments.OrderByDescending(d => d.Sequence).Select(d => d.BundleHash).FirstOrDefaultAsync(ct);
        return hash is null ? null : await Get(db, hash, ct);
    }

    internal void Keep(ModelBundle bundle) => _compiled.TryAdd(bundle.Hash, bundle);
}
