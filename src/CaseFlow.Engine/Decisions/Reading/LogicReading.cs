using System.Xml.Linq;
using CaseFlow.Engine.Decisions.Logic;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Feel.Evaluation;
using CaseFlow.Engine.Feel.Nodes;
using CaseFlow.Engine.Feel.Syntax;
using CaseFlow.Engine.Feel.Types;

namespace CaseFlow.Engine.Decisions.Reading;

/// <summary>Makes nodes of the boxed expressions of one element.</summary>
internal sealed partial class LogicReading(DmnDocument document, TypeReading types, NameSource names)
{
    private const int DeepestBoxes = 50;

    private int _nesting;

    /// <summary>The node of the expression that an element holds.</summary>
    public Node OfHolder(XElement? holder, XElement owner, NameScope? scope)
    {
        if (holder.Expression() is { } expression)
        {
            return Of(expression, scope);
        }

        document.Findings.Broken("DMN-EXPRESSION", holder ?? owner, "Ett uttryck saknas.", "An expression is missing.");
        return new ConstantNode(0, FeelValue.Null);
    }

    /// <summary>The node of an expression, of the type that it declares.</summary>
    public Node Of(XElement xml, NameScope? scope)
    {
        if (++_nesting > DeepestBoxes)
        {
            document.Findings.Error("DMN-EXPRESSION", xml, "Uttrycken är för djupt nästlade.", "The expressions are nested too deeply.");
            _nesting--;
            return new ConstantNode(0, FeelValue.Null);
        }

        var node = xml.Name.LocalName switch
        {
            "literalExpression" => Literal(xml, scope),
            "decisionTable" => Table(xml, scope),
            "context" => Context(xml, scope),
            "list" => new ListNode(0, [.. xml.Elements().Where(DmnElements.IsExpression).Select(e => Of(e, scope))]),
            "relation" => Relation(xml, scope),
            "invocation" => Invocation(xml, scope),
            "functionDefinition" => Function(xml, scope),
            "conditional" => new ConditionalNode(OfHolder(xml.FirstNamed("if"), xml, scope), OfHolder(xml.FirstNamed("then"), xml, scope), OfHolder(xml.FirstNamed("else"), xml, scope)),
            "filter" => new BoxedFilterNode(
                OfHolder(xml.FirstNamed("in"), xml, scope), OfHolder(xml.FirstNamed("match"), xml, new NameScope(scope, "item", isElement: true))),
            "for" => Iteration(xml, scope),
            _ => Quantified(xml, scope),
        };
        _nesting--;
        var type = xml.Name.LocalName == "functionDefinition" ? AnyType.Instance : types.OfReference(xml.Value("typeRef"), xml);
        return type is AnyType ? node : new TypedNode(node, type);
    }

    private Node Literal(XElement xml, NameScope? scope)
    {
        var language = xml.Value("expressionLanguage") ?? document.Root.Value("expressionLanguage");
        if (!string.IsNullOrEmpty(language) && !language.Contains("FEEL", StringComparison.OrdinalIgnoreCase))
        {
            document.Findings.Broken("DMN-UNSUPPORTED", xml, $"Uttrycksspråket {language} stöds inte.", $"The expression language {language} is not supported.");
            return new FailingNode(0, Complaint.ExternalFunction);
        }

        return Text(xml, FeelSyntax.Expression, scope);
    }

    /// <summary>The text of an element, compiled; a node that fails when it is not FEEL.</summary>
    private Node Text(XElement xml, FeelSyntax syntax, NameScope? scope)
    {
        var text = xml.TextOf();
        if (syntax == FeelSyntax.Expression && text.Trim() is "" or "-")
        {
            return new ConstantNode(0, FeelValue.Null);
        }

        try
        {
            var reported = new HashSet<string>(StringComparer.Ordinal);
            return FeelExpression.CompileNode(text, syntax, names with { Unknown = name => ReportUnknown(xml, name, reported) }, scope);
        }
        catch (FeelSyntaxException e)
        {
            document.Findings.Broken(xml, e.Error, text);
            return new FailingNode(e.Error.Position, Complaint.Broken, e.Error.En);
        }
    }

    // A model that declares no inputs sees whatever is handed in, so there a name may well be known.
    private void ReportUnknown(XElement xml, string name, HashSet<string> reported)
    {
        if (document.DeclaresInputs && reported.Add(name))
        {
            document.Findings.Warning("DMN-NAME", xml, $"Namnet \"{name}\" hör inte till det som krävs.", $"The name \"{name}\" is not among what is required.");
        }
    }

    private Node Context(XElement xml, NameScope? scope)
    {
        var entryNames = new List<string>();
        var entries = new List<Node>();
        Node? result = null;
        foreach (var entry in xml.Named("contextEntry"))
        {
            var variable = entry.FirstNamed("variable");
            var node = OfHolder(entry, xml, scope);
            if (variable is null)
            {
                result = node;
                continue;
            }

            var type = types.OfReference(variable.Value("typeRef"), variable);
            var name = variable.NameOf();
            if (entryNames.Contains(name, StringComparer.Ordinal))
            {
                document.Findings.Broken("DMN-DUPLICATE", entry, $"Namnet \"{name}\" finns två gånger i kontexten.", $"The name \"{name}\" is twice in the context.");
                return new FailingNode(0, Complaint.DuplicateKey, name);
            }

            entryNames.Add(name);
            entries.Add(type is AnyType || entry.Expression()?.Name.LocalName == "functionDefinition" ? node : new TypedNode(node, type));
            scope = new NameScope(scope, name);
        }

        return result is null ? new ContextNode(0, [.. entryNames], [.. entries]) : new ContextResultNode([.. entries], result);
    }

    private ListNode Relation(XElement xml, NameScope? scope)
    {
        var columns = xml.Named("column").Select(c => c.NameOf()).ToArray();
        var rows = xml.Named("row").Select(row => (Node)new RowNode(
            columns,
            [.. row.Elements().Where(DmnElements.IsExpression).Select(e => Of(e, scope))]));
        return new ListNode(0, [.. rows]);
    }

    private CallNode Invocation(XElement xml, NameScope? scope)
    {
        var callee = OfHolder(xml, xml, scope);
        var bindings = xml.Named("binding").ToList();
        var arguments = bindings.Select(b => b.Expression() is { } expression ? Of(expression, scope) : new ConstantNode(0, FeelValue.Null));
        return new CallNode(
            0, callee, [.. arguments], [.. bindings.Select(b => b.FirstNamed("parameter")?.NameOf() ?? "")], xml.Expression().TextOf().Trim());
    }

    private Node Function(XElement xml, NameScope? scope)
    {
        if (xml.Value("kind") is { } kind && kind != "FEEL")
        {
            document.Findings.Broken("DMN-UNSUPPORTED", xml, $"Funktioner av slaget {kind} stöds inte.", $"Functions of the kind {kind} are not supported.");
            return new FailingNode(0, Complaint.ExternalFunction);
        }

        var (parameters, inner) = Parameters(xml, scope);
        return new FunctionNode(0, parameters, OfHolder(xml, xml, inner));
    }

    /// <summary>The formal parameters, and the scope in which the body sees them.</summary>
    public (FunctionParameter[] Parameters, NameScope? Scope) Parameters(XElement xml, NameScope? scope)
    {
        var parameters = new List<FunctionParameter>();
        foreach (var parameter in xml.Named("formalParameter"))
        {
            parameters.Add(new FunctionParameter(parameter.NameOf(), types.OfReference(parameter.Value("typeRef"), parameter)));
            scope = new NameScope(scope, parameter.NameOf());
        }

        return ([.. parameters], scope);
    }

    private ForNode Iteration(XElement xml, NameScope? scope)
    {
        var domain = new IterationDomain(OfHolder(xml.FirstNamed("in"), xml, scope), null);
        var inner = new NameScope(new NameScope(scope, Parser.Spaced(xml.Value("iteratorVariable") ?? "")), "partial");
        return new ForNode(0, [domain], OfHolder(xml.FirstNamed("return"), xml, inner));
    }

    private QuantifiedNode Quantified(XElement xml, NameScope? scope)
    {
        var domain = new IterationDomain(OfHolder(xml.FirstNamed("in"), xml, scope), null);
        var inner = new NameScope(scope, Parser.Spaced(xml.Value("iteratorVariable") ?? ""));
        return new QuantifiedNode(0, xml.Name.LocalName == "every", [domain], OfHolder(xml.FirstNamed("satisfies"), xml, inner), strict: true);
    }
}
