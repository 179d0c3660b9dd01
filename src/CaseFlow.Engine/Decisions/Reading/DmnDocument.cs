using System.Xml.Linq;
using CaseFlow.Engine.Feel.Types;

namespace CaseFlow.Engine.Decisions.Reading;

/// <summary>One file while it is being read: its elements and types by name, and the files that it imports.</summary>
internal sealed class DmnDocument
{
    private readonly Dictionary<string, (DrgElement Element, XElement Xml)> _elements = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (ItemType Type, XElement Xml)> _types = new(StringComparer.Ordinal);

    public DmnDocument(XElement root, DmnFindings findings)
    {
        Root = root;
        Findings = findings;
        Namespace = root.Value("namespace") ?? "";
        foreach (var child in root.Elements().Where(e => e.Name.Namespace == root.Name.Namespace))
        {
            Collect(child);
        }
    }

    public XElement Root { get; }

    public DmnFindings Findings { get; }

    public string Namespace { get; }

    /// <summary>Imported documents by the name that this document gives them.</summary>
    public Dictionary<string, DmnDocument> Imports { get; } = new(StringComparer.Ordinal);

    public IEnumerable<(DrgElement Element, XElement Xml)> Elements => _elements.Values;

    public bool DeclaresInputs => _elements.Values.Any(e => e.Element is InputElement);

    public IEnumerable<(ItemType Type, XElement Xml)> Types => _types.Values;

    private void Collect(XElement child)
    {
        switch (child.Name.LocalName)
        {
            case "itemDefinition":
                var typeName = child.NameOf();
                if (!_types.TryAdd(typeName, (new ItemType(typeName), child)))
                {
                    Findings.Error("DMN-DUPLICATE", child, $"Typen \"{typeName}\" finns två gånger.", $"The type \"{typeName}\" is there twice.");
                }

                break;
            case "inputData" or "decision" or "businessKnowledgeModel" or "decisionService":
                Add(child);
                break;
            case "import" or "description" or "extensionElements" or "DMNDI" or "knowledgeSource" or "association" or "textAnnotation"
                or "group" or "elementCollection" or "performanceIndicator" or "organizationUnit" or "artifact":
                break;
            default:
                Findings.Broken("DMN-UNSUPPORTED", child, $"Elementet {child.Name.LocalName} stöds inte.", $"The element {child.Name.LocalName} is not supported.");
                break;
        }
    }

    private void Add(XElement child)
    {
        var elementName = child.NameOf();
        var variable = child.FirstNamed("variable")?.NameOf();
        var name = string.IsNullOrEmpty(variable) ? elementName : variable;
        var id = child.Value("id") ?? name;
        DrgElement element = child.Name.LocalName switch
        {
            "inputData" => new InputElement(id, elementName, name, Namespace),
            "decision" => new DecisionElement(id, elementName, name, Namespace),
            _ => new FunctionElement(id, elementName, name, Namespace),
        };
        if (name.Length == 0)
        {
            Findings.Error("DMN-NAME", child, "Elementet saknar namn.", "The element has no name.");
        }

        if (!_elements.TryAdd(id, (element, child)))
        {
            Findings.Error("DMN-DUPLICATE", child, $"Id \"{id}\" finns två gånger.", $"The id \"{id}\" is there twice.");
        }
    }

    /// <summary>The element that a reference such as <c>#id</c> or <c>namespace#id</c> points at, with the import's name.</summary>
    public Requirement? Find(string? href)
    {
        var hash = href?.LastIndexOf('#') ?? -1;
        if (href is null || hash < 0)
        {
            return null;
        }

        var ns = href[..hash];
        var id = href[(hash + 1)..];
        if ((ns.Length == 0 || ns == Namespace) && _elements.TryGetValue(id, out var own))
        {
            return new Requirement(null, own.Element);
        }

        foreach (var (name, import) in Imports)
        {
            if (import.Namespace == ns && import._elements.TryGetValue(id, out var imported))
            {
                return new Requirement(name.Length == 0 ? null : name, imported.Element);
            }
        }

        return null;
    }

    /// <summary>The type of that name, in this document or as <c>import.type</c>; null when there is none.</summary>
    public FeelType? FindType(string name)
    {
        if (_types.TryGetValue(name, out var own))
        {
            return own.Type;
        }

        foreach (var (import, document) in Imports)
        {
            if (import.Length == 0 && document.FindType(name) is { } unnamed)
            {
                return unnamed;
            }

            if (import.Length > 0 && name.StartsWith(import + ".", StringComparison.Ordinal))
            {
                return document.FindType(name[(import.Length + 1)..]);
            }
        }

        return KindType.Find(name);
    }

    public IEnumerable<string> TypeNames =>
        _types.Keys.Concat(Imports.SelectMany(i => i.Value._types.Keys.Select(t => i.Key.Length == 0 ? t : $"{i.Key}.{t}")));
}
