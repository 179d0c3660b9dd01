namespace CaseFlow.Cases.Access;

/// <summary>Something the security log keeps: a refused act, a failed sign-in, a right given or taken. Never part of a case's record.</summary>
public sealed class SecurityEvent
{
    public Guid Id { get; set; }

    public DateTimeOffset At { get; set; }

    /// <summary>Account id, <c>system</c>, or <c>anonymous</c>.</summary>
    public required string AccountId { get; set; }

    /// <summary>The use case that was tried, as its class is named.</summary>
    public required string UseCase { get; set; }

    /// <summary>Code of the refusal or of the event.</summary>
    public required string Code { get; set; }

    /// <summary>What it was tried on: an id, never text that somebody wrote.</summary>
    public string? Target { get; set; }

    /// <summary>Clause of the mandate that forbade it, if one did.</summary>
    public string? Clause { get; set; }

    /// <summary>Network address as the server saw it.</summary>
    public string? RemoteAddress { get; set; }
}
