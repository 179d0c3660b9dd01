namespace CaseFlow.Engine.Feel;

/// <summary>How a range was written: as an interval, or as a comparison with one value.</summary>
public enum FeelRangeForm : byte
{
    Interval,
    LessThan,
    AtMost,
    GreaterThan,
    AtLeast,
    Equal,
    NotEqual,
}

/// <summary>A FEEL range (DMN 1.5, section 10.3.2.7): <c>[1..10)</c> or <c>(&lt; 10)</c>.</summary>
/// <param name="Start">The lower endpoint; null where there is none.</param>
/// <param name="StartIncluded">Whether the lower endpoint belongs to the range.</param>
/// <param name="End">The upper endpoint; null where there is none.</param>
/// <param name="EndIncluded">Whether the upper endpoint belongs to the range.</param>
/// <param name="Form">How it was written. A range written in another form is not equal.</param>
public sealed record FeelRange(FeelValue Start, bool StartIncluded, FeelValue End, bool EndIncluded, FeelRangeForm Form = FeelRangeForm.Interval);
