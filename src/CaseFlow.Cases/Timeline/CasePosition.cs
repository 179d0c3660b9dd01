using CaseFlow.Cases.Language;
using CaseFlow.Cases.Processes;
using CaseFlow.Engine.Execution;
using CaseFlow.Engine.Model;

namespace CaseFlow.Cases.Timeline;

/// <summary>What people are told about an instance, derived from where its tokens stand. Pure; there is no other state machine.</summary>
/// <param name="Status">Of the innermost active element that declares one, the latest entered first; once ended, of the end event. Null where none does.</param>
/// <param name="OwnerText">The lanes of the open tasks, or of what it waits for when there is no task; empty when it ended.</param>
/// <param name="OwnerRole">The role that all candidates of the open tasks have in common, else null. So with side and area.</param>
/// <param name="NextStep">The names of the open tasks, or of what it waits for.</param>
/// <param name="DueAt">When the open tasks are due; else the nearest timer of all.</param>
public sealed record CasePosition(
    PublicStatus? Status, BilingualText OwnerText, string? OwnerRole, string? OwnerSide, string? OwnerArea, BilingualText NextStep, DateTimeOffset? DueAt)
{
    public static CasePosition Of(InstanceState state, ModelBundle bundle)
    {
        ArgumentNullException.ThrowIfNull(state);
        var positions = new TokenPositions(state, bundle);
        var tasks = state.OpenTasks;
        var candidates = tasks.SelectMany(t => t.Assignment.Candidates).ToList();
        var waitingAt = tasks.Count > 0
            ? [.. tasks.Select(t => positions.Find(t.Key))]
            : Waiting(state, positions);
        return new(
            state.IsEnded ? StatusOfEnd(state, bundle) : StatusOf(positions),
            ModelNames.Together(waitingAt.Select(e => e?.Lane())),
            Common(candidates.Select(c => c.Role)),
            Common(candidates.Select(c => c.Side)),
            Common(candidates.Select(c => c.Area)),
            ModelNames.Together(waitingAt.Select(e => e?.Called())),
            DueOf(state, positions));
    }

    /// <summary>
    /// When a task is due: when the nearest timer that ends it, or what contains it, fires. Where all of them only remind, the last of
    /// them: what reminds before a day is not the day.
    /// </summary>
    public static DateTimeOffset? DueOf(InstanceState state, TokenPositions positions, long taskKey)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(positions);
        var scopes = positions.WithScopes(taskKey).ToHashSet();
        var timers = state.Timers.Where(t => scopes.Contains(t.ElementKey)).ToLookup(t => Ends(t, positions));
        return Earliest(timers[true]) ?? timers[false].Select(t => (DateTimeOffset?)t.DueAt).Max();
    }

    private static bool Ends(OpenTimer timer, TokenPositions positions) =>
        positions.Find(timer.ElementKey)?.BoundaryEvents.FirstOrDefault(b => b.Id == timer.ElementId)?.IsInterrupting != false;

    private static PublicStatus? StatusOfEnd(InstanceState state, ModelBundle bundle) =>
        state.EndElementId is { } end ? bundle.FindProcess(state.ProcessId ?? "")?.FindElement(end)?.Status : null;

    private static PublicStatus? StatusOf(TokenPositions positions)
    {
        foreach (var leaf in Leaves(positions).OrderByDescending(a => a.Key))
        {
            var status = positions.WithScopes(leaf.Key).Select(key => positions.Find(key)?.Status).FirstOrDefault(s => s is not null);
            if (status is not null)
            {
                return status;
            }
        }

        return null;
    }

    private static IEnumerable<ActiveElement> Leaves(TokenPositions positions)
    {
        var scopes = positions.Active.Select(a => a.ScopeKey).ToHashSet();
        return positions.Active.Where(a => !scopes.Contains(a.Key));
    }

    private static List<ElementModel?> Waiting(InstanceState state, TokenPositions positions)
    {
        var hosts = state.MessageWaits.Select(w => w.ElementKey)
            .Concat(state.Timers.Select(w => w.ElementKey))
            .Concat(state.Jobs.Select(j => j.ElementKey))
            .ToHashSet();
        return [.. Leaves(positions).Where(a => hosts.Contains(a.Key)).Select(a => positions.Find(a.Key))];
    }

    private static DateTimeOffset? DueOf(InstanceState state, TokenPositions positions)
    {
        var ofTasks = state.OpenTasks.Select(t => DueOf(state, positions, t.Key)).Where(due => due is not null).ToList();
        return ofTasks.Count > 0 ? ofTasks.Min() : Earliest(state.Timers);
    }

    private static DateTimeOffset? Earliest(IEnumerable<OpenTimer> timers) => timers.Select(t => (DateTimeOffset?)t.DueAt).Min();

    private static string? Common(IEnumerable<string?> values)
    {
        var distinct = values.Distinct().Take(2).ToList();
        return distinct.Count == 1 ? distinct[0] : null;
    }
}
