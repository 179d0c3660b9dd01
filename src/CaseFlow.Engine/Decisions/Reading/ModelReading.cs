using System.Xml.Linq;
using CaseFlow.Engine.Decisions.Logic;
using CaseFlow.Engine.Feel.Syntax;

namespace CaseFlow.Engine.Decisions.Reading;

/// <summary>Fills the elements of one document: first what they require, then their logic.</summary>
internal sealed class ModelReading(DmnDocument document)
{
    private static readonly string[] RequirementKinds = ["informationRequirement", "knowledgeRequirement"];
    private static readonly string[] ReferenceKinds = ["requiredInput", "requiredDecision", "requiredKnowledge"];

    private readonly TypeReading _types = new(document);
    private readonly IReadOnlyCollection<string> _members = [.. CompoundNames(document)];

    /// <summary>The types, and for every element its own type and what it requires.</summary>
    public void ReadTypesAndRequirements()
    {
        _types.FillAll();
        foreach (var (element, xml) in document.Elements)
        {
            if (element is not FunctionElement)
            {
                var variable = xml.FirstNamed("variable") ?? xml;
                element.Type = _types.OfReference(variable.Value("typeRef"), variable);
            }

            element.Requirements = [.. RequirementKinds.SelectMany(kind => xml.Named(kind)).Select(Required).OfType<Requirement>().Distinct()];
        }
    }

    private Requirement? Required(XElement requirement)
    {
        var reference = requirement.Elements().FirstOrDefault(e => ReferenceKinds.Contains(e.Name.LocalName));
        return Referred(reference ?? requirement);
    }

    private Requirement? Referred(XElement reference)
    {
        var href = reference.Value("href");
        if (document.Find(href) is { } found)
        {
            return found;
        }

        document.Findings.Broken("DMN-REFERENCE", reference, $"Hänvisningen {href} leder ingenstans.", $"The reference {href} leads nowhere.");
        return null;
    }

    /// <summary>Refuses an element that requires itself, however far around.</summary>
    public void RefuseCycles()
    {
        var done = new HashSet<DrgElement>();
        foreach (var (element, xml) in document.Elements)
        {
            if (HasCycle(element, done, []))
            {
                document.Findings.Error("DMN-CYCLE", xml, $"\"{element.Name}\" kräver sig självt.", $"\"{element.Name}\" requires itself.");
                return;
            }
        }
    }

    private static bool HasCycle(DrgElement element, HashSet<DrgElement> done, HashSet<DrgElement> above)
    {
        // Knowledge may call itself; the depth of calls bounds it when it is evaluated.
        if (element is FunctionElement || !done.Add(element))
        {
            return above.Contains(element);
        }

        above.Add(element);
        var cycle = element.Requirements.Any(r => HasCycle(r.Element, done, above));
        above.Remove(element);
        return cycle;
    }

    /// <summary>The logic of every decision, business knowledge and service.</summary>
    public void ReadLogic()
    {
        foreach (var (element, xml) in document.Elements)
        {
            switch (element)
            {
                case DecisionElement decision when xml.Expression() is { } expression:
                    ReadDecision(decision, expression);
                    break;
                case FunctionElement function when xml.Name.LocalName == "decisionService":
                    function.Function = Service(function, xml);
                    break;
                case FunctionElement function:
                    function.Function = Knowledge(function, xml);
                    break;
            }
        }
    }

    private void ReadDecision(DecisionElement decision, XElement expression)
    {
        decision.Logic = new LogicReading(document, _types, Names(decision.Requirements)).Of(expression, null);
        decision.Table = decision.Logic as DecisionTable;
        decision.View = expression.Name.LocalName == "decisionTable" ? LogicReading.View(expression) : null;
    }

    private KnowledgeFunction? Knowledge(FunctionElement element, XElement xml)
    {
        if (xml.FirstNamed("encapsulatedLogic") is not { } logic)
        {
            document.Findings.Broken("DMN-EXPRESSION", xml, "Affärskunskapen har ingen logik.", "The business knowledge has no logic.");
            return null;
        }

        if (logic.Value("kind") is { } kind && kind != "FEEL")
        {
            document.Findings.Broken("DMN-UNSUPPORTED", logic, $"Funktioner av slaget {kind} stöds inte.", $"Functions of the kind {kind} are not supported.");
            return null;
        }

        var reading = new LogicReading(document, _types, Names([.. element.Requirements, new Requirement(null, element)]));
        var (parameters, scope) = reading.Parameters(logic, null);
        var variable = xml.FirstNamed("variable") ?? xml;
        return new KnowledgeFunction(element, parameters, _types.OfFunctionResult(variable.Value("typeRef"), variable), reading.OfHolder(logic, xml, scope));
    }

    private ServiceFunction Service(FunctionElement element, XElement xml)
    {
        var given = xml.Named("inputData").Concat(xml.Named("inputDecision")).Select(Referred).OfType<Requirement>().Select(r => r.Element);
        var outputs = xml.Named("outputDecision").Select(Referred).OfType<Requirement>().Select(r => r.Element).OfType<DecisionElement>();
        var variable = xml.FirstNamed("variable") ?? xml;
        return new ServiceFunction([.. given], [.. outputs], _types.OfFunctionResult(variable.Value("typeRef"), variable), element.Name);
    }

    private NameSource Names(IEnumerable<Requirement> requirements) => new(
        requirements.Select(r => r.Import ?? r.Element.Name).ToHashSet(StringComparer.Ordinal),
        _members,
        document.FindType,
        [.. document.TypeNames]);

    /// <summary>All names in the document and its imports that are more than one word: paths may use them.</summary>
    private static IEnumerable<string> CompoundNames(DmnDocument document) =>
        document.Root.DescendantsAndSelf()
            .Concat(document.Imports.Values.SelectMany(i => i.Root.DescendantsAndSelf()))
            .Where(e => e.Attribute("name") is not null)
            .Select(e => e.NameOf())
            .Where(n => n.Length > 0 && !n.All(Lexer.IsNamePart))
            .Distinct(StringComparer.Ordinal);
}
