namespace CaseFlow.Web.Components.Shared.Forms;

/// <summary>One answer to choose: what is posted and what people read, with a line of explanation where it helps.</summary>
public sealed record Choice(string Value, string Text, string? Hint = null);
