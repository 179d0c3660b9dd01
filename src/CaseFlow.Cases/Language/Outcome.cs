namespace CaseFlow.Cases.Language;

/// <summary>Why something was refused; decides the HTTP status and the page's way of showing it.</summary>
public enum RefusalKind
{
    /// <summary>The input is wrong or incomplete (422, error summary).</summary>
    Invalid,

    /// <summary>The actor may not do this to this object (403); logged as a security event.</summary>
    Forbidden,

    /// <summary>There is no such object, or the actor may not know of it (404).</summary>
    NotFound,

    /// <summary>Somebody else came first: the task's version has moved on (409 or 412). Nothing typed is lost.</summary>
    Stale,

    /// <summary>A clause of the mandate forbids it (422); <see cref="Refusal.Clause"/> names the clause.</summary>
    Rule,

    /// <summary>The object's present state does not allow it (409).</summary>
    Conflict,
}

/// <summary>An expected refusal: a value, not an exception.</summary>
/// <param name="Code">Stable, dotted, English: <c>sorting.same-person-on-both-sides</c>.</param>
/// <param name="Clause">Id of a clause in <c>mandat.yaml</c> when the mandate is what forbids it.</param>
/// <param name="Field">The form field to mend, as the form names it.</param>
public sealed record Refusal(RefusalKind Kind, string Code, BilingualText Text, string? Clause = null, string? Field = null);

/// <summary>A value, or the reasons why there is none.</summary>
public sealed class Outcome<T>
{
    private readonly T? _value;

    private Outcome(T? value, IReadOnlyList<Refusal> refusals)
    {
        _value = value;
        Refusals = refusals;
    }

    public IReadOnlyList<Refusal> Refusals { get; }

    public bool IsAccepted => Refusals.Count == 0;

    /// <summary>The value of an accepted outcome.</summary>
    /// <exception cref="InvalidOperationException">The outcome is a refusal.</exception>
    public T Value => IsAccepted
        ? _value ?? throw new InvalidOperationException("An accepted outcome carries a value.")
        : throw new InvalidOperationException($"Refused: {Refusals[0].Code}");

    public static Outcome<T> Accepted(T value) => new(value, []);

    public static Outcome<T> Refused(params IReadOnlyList<Refusal> refusals) =>
        refusals.Count > 0 ? new(default, refusals) : throw new ArgumentException("A refusal needs a reason.", nameof(refusals));

    public static implicit operator Outcome<T>(Refusal refusal) => Refused(refusal);
}
