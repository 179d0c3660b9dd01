namespace CaseFlow.Engine.Feel;

/// <summary>Why an expression could not be compiled or evaluated, in both languages.</summary>
/// <param name="Sv">The text in Swedish.</param>
/// <param name="En">The text in English.</param>
/// <param name="Position">0-based offset of the character in the expression's text where the trouble is.</param>
public sealed record FeelError(string Sv, string En, int Position);
