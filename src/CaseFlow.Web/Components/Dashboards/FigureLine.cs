namespace CaseFlow.Web.Components.Dashboards;

/// <summary>One line of a table of figures.</summary>
/// <param name="Href">The cases behind the number; no link when null.</param>
public sealed record FigureLine(string Name, int Cases, string? Href = null);
