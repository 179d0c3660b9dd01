namespace CaseFlow.Engine.Execution.Elements.Activities;

/// <summary>Opens a job for the handler of its topic and waits for the answer.</summary>
internal sealed class ServiceTaskBehavior : ElementBehavior
{
    internal override void Run(ProcessRun run, ElementInstance instance)
    {
        var element = run.ElementOf(instance);
        var topic = element.Topic ?? throw new InvalidOperationException($"{element} has no topic.");
        // Without inputs the handler sees what the task sees; with them only those.
        run.Emit(new JobOpened(
            run.NextKey, instance.ElementId, topic.Name, topic.Inline, instance.Locals ?? VariableScopes.Visible(instance), instance.Key));
    }
}
