namespace CaseFlow.Engine.Reading;

/// <summary>How much a finding weighs: an error refuses the whole deployment, a warning is shown and lets it through.</summary>
public enum FindingSeverity
{
    Error,
    Warning,
}

/// <summary>One thing that is wrong or doubtful in a model, said so that a person can find it and mend it.</summary>
/// <param name="Severity">Error refuses the deployment.</param>
/// <param name="Code">Stable short code, for instance <c>DMN-EXPRESSION</c>.</param>
/// <param name="File">The file as it was named by the caller.</param>
/// <param name="ElementId">The id of the nearest element that has one.</param>
/// <param name="Line">1-based line in the file; 0 when it concerns the whole file.</param>
/// <param name="Sv">The text in Swedish.</param>
/// <param name="En">The text in English.</param>
public sealed record Finding(FindingSeverity Severity, string Code, string File, string? ElementId, int Line, string Sv, string En);
