namespace CaseFlow.Engine.Feel;

/// <summary>
/// What an evaluation gave. FEEL answers null where an operation makes no sense (DMN 1.5, section 10.3.4); then
/// <see cref="Failure"/> says why. A value that is not null has no failure, even when a part of the expression was null.
/// </summary>
/// <param name="Value">The value; null when <paramref name="Failure"/> is set.</param>
/// <param name="Failure">Why the expression could not be evaluated meaningfully, or null. A plain <c>null</c> in the expression is no failure.</param>
public readonly record struct FeelResult(FeelValue Value, FeelError? Failure = null)
{
    /// <summary>The failure in Swedish, or null when the evaluation went well.</summary>
    public string? Error => Failure?.Sv;
}
