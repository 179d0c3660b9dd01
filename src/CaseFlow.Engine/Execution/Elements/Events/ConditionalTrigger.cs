using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Execution.Elements.Events;

/// <summary>
/// A condition over the variables, looked at whenever they have changed and when it begins to listen. One that goes
/// on listening must become false before it triggers again (BPMN 2.0.2, section 10.5.5).
/// </summary>
internal sealed class ConditionalTrigger : TriggerBehavior
{
    internal override bool Listen(ProcessRun run, ElementInstance owner, ElementModel catcher, EventDefinition definition)
    {
        run.Emit(new ConditionAwaited(run.NextKey, catcher.Id, owner.Key, Holds: false));
        return true;
    }

    internal override bool Owns(Wait wait) => wait is ConditionWait;

    internal override void ListenAgain(ProcessRun run, Wait met, EventDefinition definition) =>
        run.Emit(new ConditionAwaited(run.NextKey, met.ElementId, met.ElementKey, Holds: true));

    /// <summary>Looks at all conditions when a variable has changed or one has begun to listen; triggers those that have become true.</summary>
    internal static void TriggerMet(ProcessRun run)
    {
        while (run.ConditionsAreStale)
        {
            run.ConditionsAreStale = false;
            if (!run.State.HasConditions)
                return;
            foreach (var wait in run.State.ConditionWaits)
            {
                // An earlier one may have ended this one's owner.
                if (run.State.FindWait(wait.Key) is not null && run.State.FindInstance(wait.ElementKey) is { } owner)
                    Look(run, wait, owner);
            }
        }
    }

    private static void Look(ProcessRun run, ConditionWait wait, ElementInstance owner)
    {
        var catcher = run.CatcherOf(wait);
        var condition = Array.Find(catcher.EventDefinitions, d => d.Trigger == EventTrigger.Conditional)?.Condition;
        // A condition over variables that are not there yet is not an error but not true.
        var holds = condition?.Feel is { } feel
            && feel.Evaluate(VariableScopes.Visible(owner), run.Environment).Value.TryGetBoolean(out var isTrue)
            && isTrue;
        if (holds == wait.Holds)
            return;
        if (!holds)
        {
            run.Emit(new ConditionNoLongerAwaited(wait.Key, wait.ElementId));
            run.Emit(new ConditionAwaited(run.NextKey, wait.ElementId, wait.ElementKey, Holds: false));
            return;
        }

        run.Emit(new ConditionMet(wait.Key, wait.ElementId));
        Triggering.Met(run, wait, FeelContext.Empty);
    }
}
