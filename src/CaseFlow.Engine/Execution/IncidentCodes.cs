namespace CaseFlow.Engine.Execution;

/// <summary>Why an element stands still. The codes are stable: they are stored in facts.</summary>
public static class IncidentCodes
{
    /// <summary>A FEEL expression failed, or gave a value of the wrong kind.</summary>
    public const string ExpressionFailed = "expression.failed";

    /// <summary>No condition of a gateway or activity is true and there is no default flow.</summary>
    public const string NoFlow = "flow.none-chosen";

    /// <summary>A decision could not be made.</summary>
    public const string DecisionFailed = "decision.failed";

    /// <summary>The handler of a service task gave up.</summary>
    public const string JobFailed = "job.failed";

    /// <summary>A handler answered with a BPMN error that nothing catches.</summary>
    public const string ErrorNotCaught = "error.not-caught";

    /// <summary>A timer's value is no date, duration or cycle.</summary>
    public const string TimerInvalid = "timer.invalid";

    /// <summary>A multi-instance activity has no usable collection or number.</summary>
    public const string ItemsInvalid = "multi-instance.items-invalid";

    /// <summary>The process that a call activity calls is missing, or calls are nested without end.</summary>
    public const string CallInvalid = "call.invalid";

    /// <summary>One command entered too many elements: a loop that never waits.</summary>
    public const string BudgetSpent = "budget.spent";
}
