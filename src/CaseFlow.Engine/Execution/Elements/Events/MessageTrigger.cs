using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Execution.Elements.Events;

/// <summary>A message, found by name and correlation key. Who delivers a thrown one is the store's business.</summary>
internal sealed class MessageTrigger : TriggerBehavior
{
    internal override bool Listen(ProcessRun run, ElementInstance owner, ElementModel catcher, EventDefinition definition)
    {
        if (!TryKey(run, owner, definition, out var key))
            return false;
        run.Emit(new MessageAwaited(run.NextKey, catcher.Id, definition.Name ?? "", key, owner.Key));
        return true;
    }

    internal override bool Owns(Wait wait) => wait is MessageWait;

    internal override void ListenAgain(ProcessRun run, Wait met, EventDefinition definition)
    {
        if (met is MessageWait wait)
            run.Emit(new MessageAwaited(run.NextKey, wait.ElementId, wait.MessageName, wait.CorrelationKey, wait.ElementKey));
    }

    internal override bool TryThrow(ProcessRun run, ElementInstance instance, EventDefinition definition)
    {
        if (!TryKey(run, instance, definition, out var key) || !run.TryMap(instance, definition.Payload, null, out var payload))
            return false;
        run.Emit(new MessageThrown(instance.ElementId, definition.Name ?? "", key, payload));
        return true;
    }

    private static bool TryKey(ProcessRun run, ElementInstance instance, EventDefinition definition, out string key)
    {
        key = "";
        if (definition.CorrelationKey is not { } expression)
            return true;
        if (!run.TryEvaluate(instance, expression, out var value))
            return false;
        if (CorrelationKeys.TryText(value, out key))
            return true;
        run.RaiseIncident(instance, IncidentCodes.ExpressionFailed, expression.Text);
        return false;
    }
}

/// <summary>How a value becomes the text by which messages are matched.</summary>
internal static class CorrelationKeys
{
    internal static bool TryText(FeelValue value, out string key)
    {
        key = value.AsString() ?? "";
        if (value.Kind == FeelKind.String)
            return true;
        if (!value.TryGetDecimal(out var number))
            return false;
        // 17 and 17.0 are the same number and must find each other.
        key = number.ToString("0.############################", System.Globalization.CultureInfo.InvariantCulture);
        return true;
    }
}
