using System.Xml.Linq;
using CaseFlow.Engine.Decisions.Logic;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Feel.Nodes;
using CaseFlow.Engine.Feel.Syntax;
using CaseFlow.Engine.Feel.Types;

namespace CaseFlow.Engine.Decisions.Reading;

/// <summary>Decision tables.</summary>
internal sealed partial class LogicReading
{
    private Node Table(XElement xml, NameScope? scope)
    {
        var inputs = xml.Named("input").ToList();
        var outputs = xml.Named("output").ToList();
        var aggregation = xml.Value("aggregation");
        if (HitPolicies.Parse(xml.Value("hitPolicy"), aggregation) is not { } policy)
        {
            document.Findings.Error(
                "DMN-HITPOLICY", xml, $"Träffpolicyn {xml.Value("hitPolicy")} {aggregation} finns inte.", $"The hit policy {xml.Value("hitPolicy")} {aggregation} does not exist.");
            return new ConstantNode(0, FeelValue.Null);
        }

        if (outputs.Count == 0)
        {
            document.Findings.Error("DMN-TABLE", xml, "Tabellen har ingen utkolumn.", "The table has no output column.");
        }

        if (outputs.Count > 1 && policy is HitPolicy.CollectSum or HitPolicy.CollectMin or HitPolicy.CollectMax)
        {
            document.Findings.Broken("DMN-HITPOLICY", xml, "Flera utkolumner kan inte räknas samman.", "Several output columns cannot be aggregated.");
        }

        return new DecisionTable(
            TableName(xml),
            policy,
            [.. inputs.Select(i => Input(i, scope))],
            [.. outputs.Select((o, i) => Output(o, i, outputs.Count, scope))],
            [.. xml.Named("rule").Select(r => Rule(r, inputs.Count, outputs.Count, scope))]);
    }

    private static string TableName(XElement xml) =>
        xml.Ancestors().Select(a => a.NameOf()).FirstOrDefault(n => n.Length > 0) ?? xml.Value("id") ?? "";

    private TableInput Input(XElement xml, NameScope? scope)
    {
        var expression = xml.FirstNamed("inputExpression") ?? xml;
        var node = Text(expression, FeelSyntax.Expression, scope);
        var type = types.OfReference(expression.Value("typeRef"), expression);
        var label = xml.Value("label");
        return new TableInput(
            string.IsNullOrWhiteSpace(label) ? expression.TextOf().Trim() : label,
            type is AnyType ? node : new TypedNode(node, type),
            xml.FirstNamed("inputValues") is { } values && values.TextOf().Trim().Length > 0 ? Test(values, scope) : null);
    }

    private TestNode Test(XElement? cell, NameScope? scope)
    {
        if (cell is null)
        {
            return new AnyTest();
        }

        return Text(cell, FeelSyntax.UnaryTests, scope) is UnaryTestsNode tests ? tests.TestNode : new EqualTest(0, negated: false, new ConstantNode(0, FeelValue.Null));
    }

    private TableOutput Output(XElement xml, int index, int count, NameScope? scope)
    {
        var name = xml.NameOf();
        if (name.Length == 0 && count > 1)
        {
            document.Findings.Broken("DMN-TABLE", xml, $"Utkolumn {index + 1} saknar namn.", $"Output column {index + 1} has no name.");
        }

        var type = types.OfReference(xml.Value("typeRef"), xml);
        var values = xml.FirstNamed("outputValues").TextOf().Trim();
        return new TableOutput(
            name,
            type,
            Priorities(values.Length > 0 ? values : AllowedText(xml, count), scope),
            xml.FirstNamed("defaultOutputEntry") is { } entry ? Text(entry, FeelSyntax.Expression, scope) : null);
    }

    /// <summary>The allowed values of the output's type serve as its order when it declares none itself.</summary>
    private string AllowedText(XElement output, int count)
    {
        var reference = output.Value("typeRef");
        if (reference is null && count == 1)
        {
            reference = output.Parent?.Parent?.FirstNamed("variable")?.Value("typeRef");
        }

        var type = document.Types.FirstOrDefault(t => t.Type.Name == reference).Xml;
        return type?.FirstNamed("allowedValues").TextOf().Trim() ?? "";
    }

    private Node? Priorities(string values, NameScope? scope)
    {
        if (values.Length == 0)
        {
            return null;
        }

        try
        {
            return FeelExpression.CompileNode($"[{values}]", FeelSyntax.Expression, names, scope);
        }
        catch (FeelSyntaxException)
        {
            // Values that are tests rather than a list, such as "> 0", give no order.
            return null;
        }
    }

    private TableRule Rule(XElement xml, int inputs, int outputs, NameScope? scope)
    {
        var tests = xml.Named("inputEntry").ToList();
        var entries = xml.Named("outputEntry").ToList();
        if (tests.Count != inputs || entries.Count != outputs)
        {
            document.Findings.Error(
                "DMN-TABLE",
                xml,
                $"Regeln har {tests.Count} villkor och {entries.Count} utfall, tabellen {inputs} och {outputs} kolumner.",
                $"The rule has {tests.Count} conditions and {entries.Count} outcomes, the table {inputs} and {outputs} columns.");
        }

        return new TableRule(
            [.. Enumerable.Range(0, inputs).Select(i => Test(tests.ElementAtOrDefault(i), scope))],
            [.. Enumerable.Range(0, outputs).Select(i => entries.ElementAtOrDefault(i) is { } entry ? Text(entry, FeelSyntax.Expression, scope) : new ConstantNode(0, FeelValue.Null))]);
    }

    /// <summary>The table's texts, for people to read.</summary>
    public static DecisionTableView View(XElement xml) => new(
        (xml.Value("hitPolicy") ?? "UNIQUE") + (xml.Value("aggregation") is { } aggregation ? " " + aggregation : ""),
        [.. xml.Named("input").Select(i => Shown(i.Value("label"), i.FirstNamed("inputExpression").TextOf()))],
        [.. xml.Named("output").Select(o => Shown(o.Value("label"), o.NameOf()))],
        [.. xml.Named("annotation").Select(a => a.NameOf())],
        [.. xml.Named("rule").Select((r, i) => new DecisionRuleView(
            i + 1,
            r.Value("id"),
            [.. r.Named("inputEntry").Select(e => e.TextOf().Trim())],
            [.. r.Named("outputEntry").Select(e => e.TextOf().Trim())],
            [.. r.Named("annotationEntry").Select(e => e.TextOf().Trim())],
            r.FirstNamed("description")?.Value.Trim()))]);

    private static string Shown(string? label, string otherwise) => string.IsNullOrWhiteSpace(label) ? otherwise.Trim() : label;
}
