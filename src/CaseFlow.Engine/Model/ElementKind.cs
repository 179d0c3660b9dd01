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
    EventSubProcess,
    ExclusiveGateway,
    ParallelGateway,
    InclusiveGateway,
    EventBasedGateway,
    StartEvent,
    IntermediateCatchEvent,
    IntermediateThrowEvent,
    BoundaryEvent,
    EndEvent,
}
