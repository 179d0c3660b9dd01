using CaseFlow.Engine.Execution.Elements.Activities;
using CaseFlow.Engine.Execution.Elements.Containers;
using CaseFlow.Engine.Execution.Elements.Events;
using CaseFlow.Engine.Execution.Elements.Gateways;
using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Execution.Elements;

/// <summary>The table of contents of the engine: each kind of element and each trigger, and what carries it out.</summary>
internal static class ElementBehaviors
{
    private static readonly PassThroughBehavior PassThrough = new();

    private static readonly ElementBehavior[] ByKind = [.. Enum.GetValues<ElementKind>().Select(Register)];

    private static readonly TriggerBehavior[] ByTrigger = [.. Enum.GetValues<EventTrigger>().Select(Register)];

    internal static ElementBehavior MultiInstance { get; } = new MultiInstanceBehavior();

    internal static ElementBehavior StandardLoop { get; } = new StandardLoopBehavior();

    internal static ElementBehavior Of(ElementKind kind) => ByKind[(int)kind];

    internal static TriggerBehavior Of(EventTrigger trigger) => ByTrigger[(int)trigger];

    private static ElementBehavior Register(ElementKind kind) => kind switch
    {
        ElementKind.Task => PassThrough,
        ElementKind.ManualTask => PassThrough,
        ElementKind.UserTask => new UserTaskBehavior(),
        ElementKind.ServiceTask => new ServiceTaskBehavior(),
        ElementKind.SendTask => new SendTaskBehavior(),
        ElementKind.ReceiveTask => new ReceiveTaskBehavior(),
        ElementKind.ScriptTask => new ScriptTaskBehavior(),
        ElementKind.BusinessRuleTask => new BusinessRuleTaskBehavior(),
        ElementKind.CallActivity => new CallActivityBehavior(),
        ElementKind.SubProcess => new SubProcessBehavior(),
        ElementKind.Transaction => new SubProcessBehavior(),
        ElementKind.AdHocSubProcess => new AdHocSubProcessBehavior(),
        ElementKind.EventSubProcess => new EventSubProcessBehavior(),
        ElementKind.ExclusiveGateway => PassThrough,
        ElementKind.ParallelGateway => PassThrough,
        ElementKind.InclusiveGateway => PassThrough,
        ElementKind.ComplexGateway => PassThrough,
        ElementKind.EventBasedGateway => new EventBasedGatewayBehavior(),
        ElementKind.StartEvent => PassThrough,
        ElementKind.IntermediateCatchEvent => new CatchEventBehavior(),
        ElementKind.IntermediateThrowEvent => new ThrowEventBehavior(),
        ElementKind.BoundaryEvent => PassThrough,
        ElementKind.EndEvent => new EndEventBehavior(),
    };

    private static TriggerBehavior Register(EventTrigger trigger) => trigger switch
    {
        EventTrigger.None => new NoneTrigger(),
        EventTrigger.Message => new MessageTrigger(),
        EventTrigger.Timer => new TimerTrigger(),
        EventTrigger.Error => new ErrorTrigger(),
        EventTrigger.Escalation => new EscalationTrigger(),
        EventTrigger.Signal => new SignalTrigger(),
        EventTrigger.Terminate => new TerminateTrigger(),
        EventTrigger.Conditional => new ConditionalTrigger(),
        EventTrigger.Link => new LinkTrigger(),
        EventTrigger.Compensation => new CompensationTrigger(),
        EventTrigger.Cancel => new CancelTrigger(),
    };
}
