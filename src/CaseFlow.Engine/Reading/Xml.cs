using System.Xml;
using System.Xml.Linq;

namespace CaseFlow.Engine.Reading;

/// <summary>The names of the XML that the engine reads, and small questions to it.</summary>
internal static class Xml
{
    internal static readonly XNamespace Bpmn = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    internal static readonly XNamespace Di = "http://www.omg.org/spec/BPMN/20100524/DI";
    internal static readonly XNamespace CaseFlow = "https://caseflow.dev/schema/bpmn/v1";
    internal static readonly XNamespace Xsi = "http://www.w3.org/2001/XMLSchema-instance";

    /// <summary>20 million characters: far above any drawn model, and read within a second.</summary>
    private const long LongestText = 20_000_000;

    /// <summary>Deeper than any drawn model is nested.</summary>
    private const int DeepestNesting = 100;

    /// <summary>Null when the text is no acceptable XML; then a finding says why.</summary>
    internal static XDocument? Load(string text, FindingLog findings)
    {
        try
        {
            var settings = new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Prohibit,
                XmlResolver = null,
                MaxCharactersInDocument = LongestText,
            };
            using (var scan = XmlReader.Create(new StringReader(text), settings))
            {
                while (scan.Read())
                {
                    if (scan.Depth <= DeepestNesting)
                        continue;
                    findings.Error(FindingCodes.XmlTooDeep, null, ((IXmlLineInfo)scan).LineNumber, DeepestNesting);
                    return null;
                }
            }

            using var reader = XmlReader.Create(new StringReader(text), settings);
            return XDocument.Load(reader, LoadOptions.SetLineInfo);
        }
        catch (XmlException fault)
        {
            findings.Error(FindingCodes.XmlMalformed, null, fault.LineNumber, fault.LineNumber, fault.LinePosition);
            return null;
        }
    }

    internal static int Line(this XObject node) => ((IXmlLineInfo)node).LineNumber;

    internal static string? Id(this XElement element) => Text(element, "id");

    /// <summary>An attribute without surrounding white space; null when absent or empty.</summary>
    internal static string? Text(this XElement element, string attribute)
    {
        var value = element.Attribute(attribute)?.Value.Trim();
        return string.IsNullOrEmpty(value) ? null : value;
    }

    internal static bool Flag(this XElement element, string attribute, bool otherwise) => element.Text(attribute) switch
    {
        "true" or "1" => true,
        "false" or "0" => false,
        _ => otherwise,
    };

    internal static IEnumerable<XElement> All(this XElement element, string bpmnName) => element.Elements(Bpmn + bpmnName);

    internal static XElement? One(this XElement element, string bpmnName) => element.Element(Bpmn + bpmnName);

    /// <summary>The content of a child, without surrounding white space; null when absent or empty.</summary>
    internal static string? Content(this XElement element, string bpmnName)
    {
        var value = element.One(bpmnName)?.Value.Trim();
        return string.IsNullOrEmpty(value) ? null : value;
    }

    internal static bool IsBpmn(this XElement element) => element.Name.Namespace == Bpmn;

    /// <summary>A QName reference without its prefix.</summary>
    internal static string? Ref(string? qualifiedName) => qualifiedName?[(qualifiedName.LastIndexOf(':') + 1)..];

    /// <summary>The nearest id, the element's own or that of something around it.</summary>
    internal static string? NearestId(this XElement element) => element.AncestorsAndSelf().Select(e => e.Id()).FirstOrDefault(id => id is not null);
}
