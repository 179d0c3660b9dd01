using System.Xml.Linq;

namespace CaseFlow.Web.Components.Processes;

/// <summary>A model as it is drawn for those who read in English: every name that the model also says in English is put in its place.</summary>
internal static class EnglishDiagram
{
    private static readonly XNamespace Extension = "https://caseflow.dev/schema/bpmn/v1";

    public static string Of(string bpmn)
    {
        var drawn = XDocument.Parse(bpmn, LoadOptions.PreserveWhitespace);
        foreach (var english in drawn.Descendants(Extension + "name"))
        {
            // The extension lies in its element's extensionElements.
            if (english.Attribute("en")?.Value is { Length: > 0 } name && english.Parent?.Parent?.Attribute("name") is { } shown)
                shown.Value = name;
        }

        return drawn.ToString(SaveOptions.DisableFormatting);
    }
}
