namespace CaseFlow.Engine.Execution.Elements.Activities;

/// <summary>Throws its message and goes on; with a topic it is carried out by the handler, as a service task.</summary>
internal sealed class SendTaskBehavior : ElementBehavior
{
    private readonly ServiceTaskBehavior _byHandler = new();

    internal override void Run(ProcessRun run, ElementInstance instance)
    {
        var element = run.ElementOf(instance);
        if (element.Topic is not null)
        {
            _byHandler.Run(run, instance);
            return;
        }

        foreach (var definition in element.EventDefinitions)
        {
            if (!ElementBehaviors.Of(definition.Trigger).TryThrow(run, instance, definition))
                return;
        }

        Lifecycle.Complete(run, instance);
    }
}
