namespace CaseFlow.Engine.Model;

/// <summary>What an event waits for or causes (BPMN 2.0.2, section 10.5.5).</summary>
public enum EventTrigger
{
    None,
    Message,
    Timer,
    Error,
    Escalation,
    Signal,
    Terminate,
    Conditional,
    Link,
    Compensation,
    Cancel,
}
