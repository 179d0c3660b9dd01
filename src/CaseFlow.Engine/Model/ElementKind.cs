namespace CaseFlow.Engine.Model;

/// <summary>The kinds of flow node that the engine knows (BPMN 2.0.2, chapters 10 and 13).</summary>
public enum ElementKind
{
    Task,
    ManualTask,
    UserTask,
    ServiceTask,
    SendTask,
    ReceiveTask,
    ScriptTask,
    BusinessRuleTask,
    CallActivity,
    SubProcess,
    Transaction,
    AdHocSubProcess,
    EventSubProcess,
    ExclusiveGateway,
    ParallelGateway,
    InclusiveGateway,
    EventBasedGateway,
    ComplexGateway,
    StartEvent,
    IntermediateCatchEvent,
    IntermediateThrowEvent,
    BoundaryEvent,
    EndEvent,
}
