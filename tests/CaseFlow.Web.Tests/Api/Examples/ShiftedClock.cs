namespace CaseFlow.Web.Tests.Api.Examples;

/// <summary>A clock that goes as the machine's but began at a moment of its own, so that a story always happens on the same day.</summary>
internal sealed class ShiftedClock(DateTimeOffset start) : TimeProvider
{
    private readonly TimeSpan _shift = start - System.GetUtcNow();

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + _shift;
}
