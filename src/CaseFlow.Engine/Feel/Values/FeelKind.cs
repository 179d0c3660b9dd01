namespace CaseFlow.Engine.Feel;

/// <summary>The kinds of value that FEEL knows (DMN 1.5, section 10.3.2).</summary>
public enum FeelKind : byte
{
    Null,
    Boolean,
    Number,
    String,
    Date,
    Time,
    DateTime,
    DaysTimeDuration,
    YearsMonthsDuration,
    List,
    Context,
    Range,
    Function,
}
