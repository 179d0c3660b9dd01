namespace CaseFlow.Cases.Access;

/// <summary>The one-time token that makes the first administrator. There is at most one row, ever: once used it stays used, also when the administrators have gone.</summary>
public sealed class SetupToken
{
    /// <summary>The only key a row may have; the primary key makes a second token impossible.</summary>
    public const int OnlyId = 1;

    public int Id { get; set; } = OnlyId;

    /// <summary>SHA-256 of the token, in hexadecimal. The token itself is shown once and never stored.</summary>
    public required string TokenHash { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When it made the first administrator. Set by one conditional update, so that of two who race only one wins.</summary>
    public DateTimeOffset? UsedAt { get; set; }
}
