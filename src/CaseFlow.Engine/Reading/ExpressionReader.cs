using System.Xml.Linq;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Reading;

/// <summary>Compiles the texts of a model that give values; what does not compile is a finding at its line.</summary>
internal static class ExpressionReader
{
    /// <summary>An attribute of an extension: a leading <c>=</c> makes it FEEL, otherwise the text is the value.</summary>
    internal static ModelExpression? Value(string text, XElement at, FindingLog findings) =>
        text.StartsWith('=') ? Feel(text, at, findings) : ModelExpression.OfText(text);

    /// <summary>A text that is always FEEL, with or without a leading <c>=</c>. Null when it does not compile.</summary>
    internal static ModelExpression? Feel(string text, XElement at, FindingLog findings)
    {
        var compiled = FeelExpression.Compile(text);
        if (compiled.Expression is { } expression)
            return ModelExpression.OfFeel(expression);
        var error = compiled.Errors.Count > 0 ? compiled.Errors[0] : new FeelError("", "", 0);
        // The text begins on the element's line or below; its own line breaks are counted too.
        var line = at.Line() + text.AsSpan(0, Math.Clamp(error.Position, 0, text.Length)).Count('\n');
        findings.CannotRun(FindingCodes.Feel, at.NearestId(), line, text.Trim(), new InBothLanguages(error.Sv, error.En));
        return null;
    }

    /// <summary>The content of a BPMN expression element, always FEEL.</summary>
    internal static ModelExpression? Content(XElement expression, FindingLog findings)
    {
        if (!SpeaksFeel(expression.Text("language")))
        {
            findings.CannotRun(FindingCodes.Language, expression, expression.Text("language"));
            return null;
        }

        if (string.IsNullOrWhiteSpace(expression.Value))
        {
            findings.CannotRun(FindingCodes.RefMissing, expression, expression.Name.LocalName, "FEEL");
            return null;
        }

        return Feel(expression.Value.Trim(), expression, findings);
    }

    /// <summary>True for the names under which tools write FEEL, and where none is given.</summary>
    internal static bool SpeaksFeel(string? language) =>
        language is null || language.Contains("feel", StringComparison.OrdinalIgnoreCase);
}
