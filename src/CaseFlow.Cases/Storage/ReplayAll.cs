using CaseFlow.Engine.Execution;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Storage;

/// <summary>How an instance's record is not what it should be.</summary>
public enum ReplayFault
{
    /// <summary>The facts, applied from the start, give another state than the stored one.</summary>
    State,

    /// <summary>A fact's hash does not follow from the one before: it or something before it was changed, removed, inserted or moved.</summary>
    Chain,

    /// <summary>A fact cannot be read or applied.</summary>
    Fact,
}

/// <param name="Sequence">The first fact where it shows; 0 when it concerns the state as a whole.</param>
public sealed record ReplayFinding(Guid InstanceId, long Sequence, ReplayFault Fault);

/// <param name="Instances">How many were replayed.</param>
/// <param name="Findings">Empty when every record gives its state.</param>
public sealed record ReplayReport(long Instances, long Facts, IReadOnlyList<ReplayFinding> Findings);

/// <summary>Proves the record: every instance's stored facts, applied from the start, give its stored state byte for byte, and the hash chain is whole.</summary>
/// <remarks>Reads only; safe beside a running server, since facts are only ever added and an instance's row says how many belong to its state.</remarks>
public sealed class ReplayAll(IDbContextFactory<CaseFlowDb> databases)
{
    public async Task<ReplayReport> Handle(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var ids = await db.Instances.OrderBy(i => i.Id).Select(i => i.Id).ToListAsync(ct);
        var findings = new List<ReplayFinding>();
        var facts = 0L;
        foreach (var id in ids)
        {
            var instance = await db.Instances.AsNoTracking().SingleAsync(i => i.Id == id, ct);
            facts += instance.FactCount;
            if (await Replay(db, instance, ct) is { } finding)
            {
                findings.Add(finding);
            }
        }

        return new(ids.Count, facts, findings);
    }

    /// <summary>The first thing that is wrong with one instance's record, or null.</summary>
    private static async Task<ReplayFinding?> Replay(CaseFlowDb db, InstanceRow instance, CancellationToken ct)
    {
        var state = new InstanceState();
        var hash = FactChain.Start(instance.Id);
        var expected = 0L;
        var facts = db.Facts.AsNoTracking().Where(f => f.InstanceId == instance.Id && f.Sequence <= instance.FactCount).OrderBy(f => f.Sequence);
        await foreach (var fact in facts.AsAsyncEnumerable().WithCancellation(ct))
        {
            expected++;
            hash = FactChain.Next(hash, fact);
            if (fact.Sequence != expected || !hash.AsSpan().SequenceEqual(fact.Hash))
            {
                return new(instance.Id, expected, ReplayFault.Chain);
            }

            if (!TryApply(state, fact))
            {
                return new(instance.Id, fact.Sequence, ReplayFault.Fact);
            }
        }

        // The instance's row holds the last hash, so a record whose tail was cut is found too.
        if (expected != instance.FactCount || !hash.AsSpan().SequenceEqual(instance.ChainHash))
        {
            return new(instance.Id, expected + 1, ReplayFault.Chain);
        }

        return StateJson.Write(state).AsSpan().SequenceEqual(instance.State) ? null : new(instance.Id, 0, ReplayFault.State);
    }

    private static bool TryApply(InstanceState state, FactRow fact)
    {
        try
        {
            state.Apply(FactJson.Read(fact.Name, fact.FactVersion, fact.Json));
            return true;
        }
        catch (Exception unreadable) when (unreadable is InvalidOperationException or FormatException or System.Text.Json.JsonException or NotSupportedException)
        {
            return false;
        }
    }
}
