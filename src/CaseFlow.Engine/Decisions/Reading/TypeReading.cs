using System.Xml.Linq;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Feel.Nodes;
using CaseFlow.Engine.Feel.Syntax;
using CaseFlow.Engine.Feel.Types;

namespace CaseFlow.Engine.Decisions.Reading;

/// <summary>Reads item definitions and references to types.</summary>
internal sealed class TypeReading(DmnDocument document)
{
    private readonly NameSource _source = NameSource.Nothing with { Types = document.FindType, TypeNames = [.. document.TypeNames] };

    /// <summary>Gives every type of the document its content.</summary>
    public void FillAll()
    {
        foreach (var (type, xml) in document.Types)
        {
            type.Inner = Content(xml);
            type.AllowedValues = Tests(xml.FirstNamed("allowedValues"));
            type.Constraint = Tests(xml.FirstNamed("typeConstraint"));
        }

        foreach (var (type, xml) in document.Types)
        {
            if (NamesItself(type))
            {
                type.Inner = AnyType.Instance;
                document.Findings.Error("DMN-CYCLE", xml, $"Typen \"{type.Name}\" är definierad som sig själv.", $"The type \"{type.Name}\" is defined as itself.");
            }
        }
    }

    private static bool NamesItself(ItemType type)
    {
        var seen = new HashSet<FeelType>();
        for (FeelType? at = type; at is not null; at = at is ItemType item ? item.Inner : at is ListType { ElementType: ItemType element } ? element : null)
        {
            if (!seen.Add(at))
            {
                return true;
            }
        }

        return false;
    }

    private FeelType Content(XElement xml)
    {
        FeelType content;
        var components = xml.Named("itemComponent").ToList();
        if (components.Count > 0)
        {
            content = new ContextType([.. components.Select(c => new KeyValuePair<string, FeelType>(c.NameOf(), Component(c)))]);
        }
        else if (xml.FirstNamed("functionItem") is { } function)
        {
            content = new FunctionType(
                [.. function.Named("parameters").Select(p => OfReference(p.Value("typeRef"), p))],
                OfReference(function.Value("outputTypeRef"), function));
        }
        else
        {
            content = OfReference(xml.FirstNamed("typeRef")?.Value ?? xml.Value("typeRef"), xml);
        }

        return xml.Value("isCollection") == "true" ? new ListType(content) : content;
    }

    private ItemType Component(XElement xml) => new(xml.NameOf())
    {
        Inner = Content(xml),
        AllowedValues = Tests(xml.FirstNamed("allowedValues")),
        Constraint = Tests(xml.FirstNamed("typeConstraint")),
    };

    private TestNode? Tests(XElement? xml)
    {
        var text = xml.TextOf();
        if (xml is null || text.Trim().Length == 0)
        {
            return null;
        }

        try
        {
            return FeelExpression.CompileNode(text, FeelSyntax.UnaryTests, _source, null) is UnaryTestsNode tests ? tests.TestNode : null;
        }
        catch (FeelSyntaxException e)
        {
            document.Findings.Broken(xml, e.Error, text);
            return null;
        }
    }

    /// <summary>The type that a <c>typeRef</c> names; any value where there is none.</summary>
    public FeelType OfReference(string? reference, XElement at)
    {
        if (string.IsNullOrWhiteSpace(reference))
        {
            return AnyType.Instance;
        }

        var name = Parser.Spaced(reference);
        if (document.FindType(name) is { } found)
        {
            return found;
        }

        // DMN 1.1 writes types as qualified names, feel:number.
        var colon = name.IndexOf(':', StringComparison.Ordinal);
        if (colon > 0 && document.FindType(name[(colon + 1)..]) is { } unprefixed)
        {
            return unprefixed;
        }

        document.Findings.Broken("DMN-TYPE", at, $"Typen \"{name}\" finns inte.", $"The type \"{name}\" is not known.");
        return AnyType.Instance;
    }

    /// <summary>What the variable of a function must give: the result type when its type is a function's.</summary>
    public FeelType OfFunctionResult(string? reference, XElement at)
    {
        var type = OfReference(reference, at);
        for (var inner = type; inner is not null; inner = inner is ItemType item ? item.Inner : null)
        {
            if (inner is FunctionType function)
            {
                return function.Result;
            }
        }

        return type;
    }
}
