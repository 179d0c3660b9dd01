using System.Text.Json;

namespace CaseFlow.Contracts.Intake;

/// <summary>Hands in a case, as the form does.</summary>
/// <param name="Area">Key of the area that submits; exactly one of area and side is given.</param>
/// <param name="Side">Key of the side that submits.</param>
/// <param name="Answers">The submission form's fields by key.</param>
public sealed record SubmitCase(
    string RequestId, string AccountId, string? Area, string? Side, IReadOnlyDictionary<string, JsonElement> Answers) : ICommand;
