using CaseFlow.Engine.Feel;

namespace CaseFlow.Engine.Execution.Elements.Containers;

/// <summary>The instances inside the body of a multi-instance or looping activity.</summary>
internal static class LoopItems
{
    /// <summary>Enters the next instance.</summary>
    internal static void EnterNext(ProcessRun run, ElementInstance body)
    {
        var element = run.ElementOf(body);
        var loop = body.Loop!; // opened before anything is entered
        var item = run.EmitEntered(element, body);
        run.Stage = LifecycleStage.Arrive;
        var own = FeelContext.Of(KeyValuePair.Create("loopCounter", FeelValue.Of(loop.Entered)));
        if (element.MultiInstance?.ElementVariable is { } variable && loop.Items.AsList() is { } items)
            own = own.With(variable, items[loop.Entered - 1]);
        run.Emit(new VariablesSet(item.Key, own));
        if (run.SpendStep())
            Lifecycle.Arrive(run, item);
        else
            run.RaiseIncident(item, IncidentCodes.BudgetSpent, element.Id);
    }

    /// <summary>One instance has done its work.</summary>
    internal static void Done(ProcessRun run, ElementInstance item)
    {
        if (run.ElementOf(item).MultiInstance is null)
            StandardLoopBehavior.ItemDone(run, item);
        else
            MultiInstanceBehavior.ItemDone(run, item);
    }
}
