namespace CaseFlow.Engine.Model;

/// <summary>One file of a bundle as it was deployed.</summary>
/// <param name="Path">The path inside the bundle, with forward slashes: <c>lansarende/process.bpmn</c>.</param>
/// <param name="Text">The whole text.</param>
public sealed record SourceFile(string Path, string Text);
