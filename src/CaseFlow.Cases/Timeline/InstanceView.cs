using CaseFlow.Cases.Processes;
using CaseFlow.Cases.Storage;
using CaseFlow.Engine.Execution;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Model;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Timeline;

/// <summary>Where one instance stands, for its page and diagram. A snapshot: changing the state changes nothing.</summary>
/// <param name="Tokens">One for each active element, outermost first; several may stand at one element.</param>
public sealed record InstanceView(
    Guid Id, string SubjectKind, string? Number, long Version, ModelBundle Bundle, string ProcessId, InstanceState State,
    CasePosition Position, IReadOnlyList<TokenPosition> Tokens)
{
    /// <summary>The root variables.</summary>
    public FeelContext Variables => State.Variables;
}

/// <param name="ProcessId">The process that declares the element: the instance's own, or one that it calls.</param>
/// <param name="HasIncident">It stands still until somebody mends it.</param>
public sealed record TokenPosition(string ProcessId, string ElementId, long Key, bool HasIncident);

/// <summary>How many running instances stand at an element, for the open process page.</summary>
public sealed record TokenCount(string ProcessId, string ElementId, int Instances);

/// <summary>Reads where instances stand.</summary>
public sealed class InstancePositions(IDbContextFactory<CaseFlowDb> databases, BundleCatalog bundles)
{
    /// <summary>One instance; null when there is none with this id.</summary>
    public async Task<InstanceView?> Read(Guid instanceId, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var row = await db.Instances.AsNoTracking().FirstOrDefaultAsync(i => i.Id == instanceId, ct);
        if (row is null)
        {
            return null;
        }

        var bundle = await bundles.Get(db, row.BundleHash, ct);
        var state = StateJson.Read(row.State);
        return new(row.Id, row.SubjectKind, row.Number, row.Version, bundle, row.ProcessId, state, CasePosition.Of(state, bundle), Tokens(state, bundle));
    }

    /// <summary>How many running instances of one subject kind stand at each element.</summary>
    public async Task<IReadOnlyList<TokenCount>> Count(string subjectKind, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var counts = new Dictionary<(string Process, string Element), int>();
        var running = db.Instances.AsNoTracking().Where(i => i.SubjectKind == subjectKind && i.EndedAt == null).Select(i => new { i.BundleHash, i.State });
        await foreach (var row in running.AsAsyncEnumerable().WithCancellation(ct))
        {
            var tokens = Tokens(StateJson.Read(row.State), await bundles.Get(row.BundleHash, ct));
            foreach (var place in tokens.Select(t => (t.ProcessId, t.ElementId)).Distinct())
            {
                counts[place] = counts.GetValueOrDefault(place) + 1;
            }
        }

        return [.. counts.Select(c => new TokenCount(c.Key.Process, c.Key.Element, c.Value)).OrderBy(c => c.ProcessId, StringComparer.Ordinal).ThenBy(c => c.ElementId, StringComparer.Ordinal)];
    }

    private static List<TokenPosition> Tokens(InstanceState state, ModelBundle bundle)
    {
        var positions = new TokenPositions(state, bundle);
        var standing = state.Incidents.Select(i => i.ElementKey).ToHashSet();
        return
        [
            .. from active in positions.Active
               let element = positions.Find(active.Key)
               where element is not null
               select new TokenPosition(element.Process.Id, element.Id, active.Key, standing.Contains(active.Key)),
        ];
    }
}
