using System.Xml;
using System.Xml.Linq;

namespace CaseFlow.Engine.Decisions.Reading;

/// <summary>Loads the XML of a DMN file: no DTD, no outside references, bounded in size and depth.</summary>
internal static class DmnXml
{
    private const int LargestFile = 10_000_000;
    private const int DeepestElement = 100;

    /// <summary>The root <c>definitions</c>, or null with a finding.</summary>
    public static XElement? Load(string xml, DmnFindings findings)
    {
        if (xml.Length > LargestFile)
        {
            findings.At(0, "DMN-XML", "Filen är för stor.", "The file is too large.");
            return null;
        }

        try
        {
            using (var reader = Reader(xml))
            {
                while (reader.Read())
                {
                    if (reader.Depth > DeepestElement)
                    {
                        findings.At(LineOf(reader), "DMN-XML", "Elementen är för djupt nästlade.", "The elements are nested too deeply.");
                        return null;
                    }
                }
            }

            using var again = Reader(xml);
            var root = XDocument.Load(again, LoadOptions.SetLineInfo).Root;
            if (root is { Name.LocalName: "definitions" } && root.Name.NamespaceName.Contains("omg.org/spec/DMN/", StringComparison.Ordinal))
            {
                return root;
            }

            findings.Error("DMN-ROOT", root, "Filen är inte en DMN-modell.", "The file is not a DMN model.");
        }
        catch (XmlException e)
        {
            findings.At(e.LineNumber, "DMN-XML", "Filen är inte välformad XML, eller har en DTD.", $"The file is not well-formed XML, or has a DTD: {e.Message}");
        }

        return null;
    }

    private static XmlReader Reader(string xml) => XmlReader.Create(new StringReader(xml), new XmlReaderSettings
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = LargestFile,
        MaxCharactersFromEntities = 1024,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    });

    private static int LineOf(XmlReader reader) => reader is IXmlLineInfo info ? info.LineNumber : 0;
}

/// <summary>Reads DMN elements by their local names, whatever version of the namespace they are in.</summary>
internal static class DmnElements
{
    public static IEnumerable<XElement> Named(this XElement element, string name) =>
        element.Elements().Where(e => e.Name.LocalName == name && e.Name.Namespace == element.Name.Namespace);

    public static XElement? FirstNamed(this XElement element, string name) => element.Named(name).FirstOrDefault();

    public static string? Value(this XElement element, string attribute) => element.Attribute(attribute)?.Value;

    /// <summary>The content of the child <c>text</c>, empty when there is none.</summary>
    public static string TextOf(this XElement? element) => element?.FirstNamed("text")?.Value ?? "";

    /// <summary>The name as FEEL knows it, white space put in order.</summary>
    public static string NameOf(this XElement element) => Feel.Syntax.Parser.Spaced(element.Value("name") ?? "");

    private static readonly HashSet<string> Expressions = new(StringComparer.Ordinal)
    {
        "literalExpression", "decisionTable", "context", "list", "relation", "invocation", "functionDefinition",
        "conditional", "filter", "for", "some", "every",
    };

    /// <summary>The expression that an element holds, or null.</summary>
    public static XElement? Expression(this XElement? element) =>
        element?.Elements().FirstOrDefault(e => e.Name.Namespace == element.Name.Namespace && IsExpression(e));

    public static bool IsExpression(XElement element) => Expressions.Contains(element.Name.LocalName);
}
