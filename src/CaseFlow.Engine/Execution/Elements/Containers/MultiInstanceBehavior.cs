using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Execution.Elements.Containers;

/// <summary>
/// The body of an activity that runs once for each item, in parallel or one after the other, until all are done or the
/// completion condition is true (BPMN 2.0.2, sections 10.3.8 and 13.3.7).
/// </summary>
internal sealed class MultiInstanceBehavior : ElementBehavior
{
    internal const int MostItems = 10_000;

    internal override void Run(ProcessRun run, ElementInstance body)
    {
        // The reader gives every body its settings.
        var settings = run.ElementOf(body).MultiInstance!;
        if (!TryItems(run, body, settings, out var count, out var items))
            return;
        run.Emit(new MultiInstanceOpened(body.Key, body.ElementId, count, items));
        if (count == 0)
        {
            End(run, body);
            return;
        }

        for (var i = 0; i < (settings.IsSequential ? 1 : count); i++)
            run.Agenda.Add(null, null, body);
    }

    /// <summary>One instance has its results among its own variables.</summary>
    internal static void ItemDone(ProcessRun run, ElementInstance item)
    {
        var body = item.Scope!; // an item stands in its body
        var loop = body.Loop!; // opened before anything is entered
        var settings = run.ElementOf(body).MultiInstance!; // as above
        if (settings.OutputElement is { } output && settings.OutputCollection is not null)
        {
            if (!run.TryEvaluate(item, output, out var value))
                return;
            run.Emit(new MultiInstanceOutput(body.Key, body.ElementId, IndexOf(item), value));
        }

        var isEnough = false;
        if (settings.CompletionCondition is { } condition)
        {
            var variables = VariableScopes.Visible(item).With(Counters(body, settings));
            if (!run.TryEvaluate(item, condition, variables, out var value))
                return;
            isEnough = value.TryGetBoolean(out var isTrue) && isTrue;
        }

        Lifecycle.Finish(run, item);
        if (isEnough || loop.Completed == loop.Count)
            End(run, body);
        else if (settings.IsSequential)
            run.Agenda.Add(null, null, body);
    }

    private static void End(ProcessRun run, ElementInstance body)
    {
        var settings = run.ElementOf(body).MultiInstance!; // as above
        Lifecycle.Clear(run, body);
        if (settings.OutputCollection is { } variable)
        {
            IReadOnlyList<FeelValue> outputs = body.Loop?.Outputs ?? [];
            var results = FeelContext.Of(KeyValuePair.Create(variable, FeelValue.Of(outputs)));
            VariableScopes.Propagate(run, body.Scope!, results); // a body stands in a scope
        }

        Lifecycle.Leave(run, body);
    }

    private static bool TryItems(ProcessRun run, ElementInstance body, MultiInstanceSettings settings, out int count, out FeelValue items)
    {
        (count, items) = (0, FeelValue.Null);
        var expression = settings.Collection ?? settings.Cardinality ?? throw new InvalidOperationException($"{body.ElementId} has no items.");
        if (!run.TryEvaluate(body, expression, out var value))
            return false;
        if (settings.Collection is not null && value.AsList() is { } list)
            (count, items) = (list.Count, value);
        else if (settings.Collection is null && TryCount(value, out var number))
            count = number;
        else
            count = -1;
        if (count is >= 0 and <= MostItems)
            return true;
        run.RaiseIncident(body, IncidentCodes.ItemsInvalid, expression.Text);
        return false;
    }

    private static bool TryCount(FeelValue value, out int count)
    {
        count = -1;
        if (value.AsString() is { } text)
            return int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out count);
        if (!value.TryGetDecimal(out var number) || number != decimal.Floor(number) || number is < 0 or > MostItems)
            return false;
        count = (int)number;
        return true;
    }

    private static int IndexOf(ElementInstance item) =>
        item.Locals is { } own && own["loopCounter"].TryGetDecimal(out var index) ? (int)index : 1;

    // The names of BPMN 2.0.2, table 10.31, and those that other engines use for the same.
    private static FeelContext Counters(ElementInstance body, MultiInstanceSettings settings)
    {
        var loop = body.Loop!; // opened before anything is entered
        var completed = FeelValue.Of(loop.Completed + 1);
        var active = FeelValue.Of(loop.Entered - loop.Completed - 1);
        var all = FeelValue.Of(loop.Count);
        var counters = FeelContext.Of(
            new("numberOfInstances", all),
            new("numberOfActiveInstances", active),
            new("numberOfCompletedInstances", completed),
            new("nrOfInstances", all),
            new("nrOfActiveInstances", active),
            new("nrOfCompletedInstances", completed));
        if (settings.OutputCollection is not { } variable)
            return counters;
        // In item order, null where no result is in yet.
        IReadOnlyList<FeelValue> results = loop.Outputs ?? new FeelValue[loop.Count];
        return counters.With(variable, FeelValue.Of(results));
    }
}
