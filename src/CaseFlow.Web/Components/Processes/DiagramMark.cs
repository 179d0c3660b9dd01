namespace CaseFlow.Web.Components.Processes;

/// <summary>Something that stands on an element of a diagram: a token, or how many.</summary>
/// <param name="ElementId">The element in the model.</param>
/// <param name="Name">The element's name, for the list that says the same as the diagram.</param>
/// <param name="Text">What stands there, in words: "3 ärenden", "hos beredningsansvariga sedan tor 26 nov".</param>
/// <param name="Count">The number in the badge; null draws a mark without a number.</param>
/// <param name="Tone">active (here now), done (has passed) or stop (incident).</param>
/// <param name="Href">Where the list leads; no link when null.</param>
public sealed record DiagramMark(string ElementId, string Name, string Text, int? Count = null, string Tone = "active", string? Href = null);
