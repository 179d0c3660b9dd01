namespace CaseFlow.Engine.Feel;

/// <summary>
/// What an evaluation may know of the world outside its variables. Everything comes from the caller, so that the same
/// expression over the same variables gives the same value on replay.
/// </summary>
/// <param name="Now">What <c>now()</c> and <c>today()</c> answer.</param>
/// <param name="Zone">The zone in which <c>now()</c> and <c>today()</c> are told; null keeps the offset of <paramref name="Now"/>.</param>
/// <param name="StepBudget">
/// How many steps (calls, iterations, elements and characters produced) an evaluation may take before it is stopped
/// with an error. Counted, never timed.
/// </param>
public sealed record FeelEnvironment(DateTimeOffset Now, TimeZoneInfo? Zone = null, int StepBudget = FeelEnvironment.UsualStepBudget)
{
    /// <summary>Far above what any decision needs, and stopped within a second on any machine.</summary>
    public const int UsualStepBudget = 1_000_000;
}
