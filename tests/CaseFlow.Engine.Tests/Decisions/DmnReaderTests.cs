using CaseFlow.Engine.Decisions;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Reading;
using CaseFlow.Engine.Tests.Feel;

namespace CaseFlow.Engine.Tests.Decisions;

public sealed class DmnReaderTests
{
    [TestCase("<decision id=\"d\" name=\"D\"><literalExpression><text>1 +</text></literalExpression></decision>", "DMN-EXPRESSION", "d", 2)]
    [TestCase("<decision id=\"d\" name=\"D\"><variable name=\"D\" typeRef=\"okänd\"/></decision>", "DMN-TYPE", "d", 2)]
    [TestCase("<decision id=\"d\" name=\"D\"><informationRequirement><requiredInput href=\"#borta\"/></informationRequirement></decision>", "DMN-REFERENCE", "d", 2)]
    [TestCase("<decision id=\"d\" name=\"D\"><decisionTable hitPolicy=\"BEST\"><output/></decisionTable></decision>", "DMN-HITPOLICY", "d", 2)]
    [TestCase("<decision id=\"d\" name=\"D\"><decisionTable><output/><rule id=\"r\"/></decisionTable></decision>", "DMN-TABLE", "r", 2)]
    [TestCase("<decision id=\"d\" name=\"D\"><informationRequirement><requiredDecision href=\"#d\"/></informationRequirement></decision>", "DMN-CYCLE", "d", 2)]
    [TestCase("<inputData id=\"d\" name=\"D\"/><inputData id=\"d\" name=\"E\"/>", "DMN-DUPLICATE", "d", 2)]
    [TestCase("<mystery id=\"m\"/>", "DMN-UNSUPPORTED", "m", 2)]
    [TestCase("<import namespace=\"urn:borta\" name=\"b\" importType=\"x\"/>", "DMN-IMPORT", "modell", 2)]
    public void What_is_wrong_is_found_with_its_element_and_line(string body, string code, string element, int line)
    {
        var result = DmnReader.Read("fel.dmn", Dmn.Definitions(body));
        Assert.Multiple(() =>
        {
            Assert.That(result.Model, Is.Null);
            Assert.That(result.Findings.Select(f => (f.Code, f.ElementId, f.Line, f.File)), Does.Contain((code, element, line, "fel.dmn")));
        });
    }

    [TestCase("", TestName = "Empty text is no model")]
    [TestCase("<a/>", TestName = "Other XML is no model")]
    [TestCase("<definitions", TestName = "Broken XML is no model")]
    [TestCase("<!DOCTYPE a [<!ENTITY b \"c\">]><definitions>&b;</definitions>", TestName = "A DTD is refused")]
    public void What_is_no_model_is_a_finding(string xml)
    {
        var result = DmnReader.Read("fel.dmn", xml);
        Assert.Multiple(() =>
        {
            Assert.That(result.Model, Is.Null);
            Assert.That(result.Findings, Has.Count.EqualTo(1));
        });
    }

    [Test]
    public void A_name_that_is_not_required_is_a_warning_where_the_model_declares_its_inputs()
    {
        var result = DmnReader.Read("m.dmn", Dmn.Definitions("<inputData id=\"i\" name=\"x\"/><decision id=\"d\" name=\"D\"><literalExpression id=\"l\"><text>x + sum(y)</text></literalExpression></decision>"));
        Assert.Multiple(() =>
        {
            Assert.That(result.Model, Is.Not.Null);
            Assert.That(result.Findings.Select(f => (f.Code, f.ElementId, f.Severity)), Is.All.EqualTo(("DMN-NAME", "l", FindingSeverity.Warning)).And.Exactly(2).Items);
        });
    }

    [Test]
    public void Deeply_nested_elements_are_refused()
    {
        var deep = string.Concat(Enumerable.Repeat("<list>", 10_000)) + string.Concat(Enumerable.Repeat("</list>", 10_000));
        var result = DmnReader.Read("fel.dmn", Dmn.Definitions($"<decision id=\"d\" name=\"D\">{deep}</decision>"));
        Assert.That(result.Findings.Select(f => f.Code), Is.EqualTo(new[] { "DMN-XML" }));
    }

    [Test]
    public void A_tolerant_reading_lets_a_broken_expression_become_null()
    {
        const string Body = "<decision id=\"d\" name=\"D\"><literalExpression><text>1 +</text></literalExpression></decision>";
        var result = DmnReader.ReadAll([new("a.dmn", Dmn.Definitions(Body))], tolerant: true)[0];
        var decided = result.Model?.Evaluate("d", FeelContext.Empty, FeelAssert.Environment);
        Assert.That(decided?.Error, Is.EqualTo("Uttrycket är inte giltig FEEL: The expression ends unexpectedly."));
    }
}
