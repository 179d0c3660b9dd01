namespace CaseFlow.Cases.Language;

/// <summary>What a clause advises against: it was done all the same, and a word of reason can be left beside it.</summary>
/// <param name="Code">Stable, dotted, English.</param>
/// <param name="Clause">Id of the advising clause, when there is one.</param>
public sealed record Warning(string Code, BilingualText Text, string? Clause);

/// <summary>The answer of a use case that may warn while it accepts.</summary>
public interface IWarned
{
    IReadOnlyList<Warning> Warnings { get; }
}
