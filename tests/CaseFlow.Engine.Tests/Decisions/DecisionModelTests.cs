using CaseFlow.Engine.Decisions;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Tests.Feel;

namespace CaseFlow.Engine.Tests.Decisions;

public sealed class DecisionModelTests
{
    internal const string Graph =
        """
        <itemDefinition name="tPerson">
          <itemComponent name="Hela namnet"><typeRef>string</typeRef></itemComponent>
          <itemComponent name="ålder"><typeRef>number</typeRef></itemComponent>
        </itemDefinition>
        <inputData id="p" name="Person"><variable name="Person" typeRef="tPerson"/></inputData>
        <businessKnowledgeModel id="b" name="fördubblad">
          <variable name="fördubblad" typeRef="number"/>
          <encapsulatedLogic><formalParameter name="tal" typeRef="number"/><literalExpression><text>tal * 2</text></literalExpression></encapsulatedLogic>
        </businessKnowledgeModel>
        <decision id="d1" name="Dubbel ålder">
          <variable name="Dubbel ålder" typeRef="number"/>
          <informationRequirement><requiredInput href="#p"/></informationRequirement>
          <knowledgeRequirement><requiredKnowledge href="#b"/></knowledgeRequirement>
          <invocation>
            <literalExpression><text>fördubblad</text></literalExpression>
            <binding><parameter name="tal"/><literalExpression><text>Person.ålder</text></literalExpression></binding>
          </invocation>
        </decision>
        <decision id="d2" name="Text">
          <informationRequirement><requiredInput href="#p"/></informationRequirement>
          <informationRequirement><requiredDecision href="#d1"/></informationRequirement>
          <context>
            <contextEntry><variable name="namn"/><literalExpression><text>Person.Hela namnet</text></literalExpression></contextEntry>
            <contextEntry><literalExpression><text>namn + " " + string(Dubbel ålder)</text></literalExpression></contextEntry>
          </context>
        </decision>
        <decisionService id="s" name="tjänst">
          <variable name="tjänst"/>
          <outputDecision href="#d2"/>
          <encapsulatedDecision href="#d1"/>
          <inputData href="#p"/>
        </decisionService>
        <decision id="d3" name="Via tjänst">
          <knowledgeRequirement><requiredKnowledge href="#s"/></knowledgeRequirement>
          <literalExpression><text>tjänst(Person: {Hela namnet: "Bo", ålder: 4})</text></literalExpression>
        </decision>
        """;

    private static readonly FeelContext Person = FeelAssert.Context(
        ("Person", FeelValue.Of(FeelAssert.Context(("Hela namnet", FeelValue.Of("Ada")), ("ålder", FeelValue.Of(21))))));

    [TestCase("d1", "42")]
    [TestCase("Dubbel ålder", "42")]
    [TestCase("d2", "Ada 42")]
    [TestCase("d3", "Bo 8")]
    public void A_decision_is_made_with_all_that_it_requires(string decision, string expected)
    {
        var result = Dmn.Read(Graph).Evaluate(decision, Person, FeelAssert.Environment);
        Assert.Multiple(() =>
        {
            Assert.That(result.Error, Is.Null);
            Assert.That(result.Value.ToString(), Is.EqualTo(expected));
        });
    }

    [Test]
    public void A_service_and_business_knowledge_can_be_called_by_name()
    {
        var model = Dmn.Read(Graph);
        Assert.Multiple(() =>
        {
            Assert.That(model.Call("tjänst", Person, FeelAssert.Environment).Value.ToString(), Is.EqualTo("Ada 42"));
            Assert.That(model.Call("b", FeelAssert.Context(("tal", FeelValue.Of(3))), FeelAssert.Environment).Value.ToString(), Is.EqualTo("6"));
        });
    }

    [Test]
    public void A_model_that_declares_no_inputs_sees_all_that_is_handed_in()
    {
        var model = Dmn.Read("<decision id=\"d\" name=\"D\"><literalExpression><text>summa + 1</text></literalExpression></decision>");
        Assert.That(model.Evaluate("d", FeelAssert.Context(("summa", FeelValue.Of(1))), FeelAssert.Environment).Value, Is.EqualTo(FeelValue.Of(2)));
    }

    [Test]
    public void A_decision_does_not_see_an_input_that_it_does_not_require()
    {
        const string Body = "<inputData id=\"i\" name=\"summa\"/><decision id=\"d\" name=\"D\"><literalExpression><text>summa + 1</text></literalExpression></decision>";
        var model = DmnReader.Read("m.dmn", Dmn.Definitions(Body)).Model;
        Assert.That(model?.Evaluate("d", FeelAssert.Context(("summa", FeelValue.Of(1))), FeelAssert.Environment).Error, Is.EqualTo("Namnet \"summa\" finns inte."));
    }

    [Test]
    public void An_unknown_decision_is_a_failure_not_an_exception() =>
        Assert.That(Dmn.Read(Graph).Evaluate("borta", Person, FeelAssert.Environment).Error, Is.EqualTo("Beslutet \"borta\" finns inte i modellen."));

    [Test]
    public void An_input_lacking_what_its_type_demands_is_a_failure()
    {
        var result = Dmn.Read(Graph).Evaluate("d1", FeelAssert.Context(("Person", FeelValue.Of(FeelContext.Empty))), FeelAssert.Environment);
        Assert.That(result.Error, Is.EqualTo("Värdet context är inte av typen tPerson."));
    }

    [Test]
    public void An_imported_model_is_reached_by_the_name_of_its_import()
    {
        const string Imported = "<definitions xmlns=\"https://www.omg.org/spec/DMN/20230324/MODEL/\" name=\"A\" namespace=\"urn:a\"><inputData id=\"i\" name=\"x\"/>"
            + "<decision id=\"d\" name=\"Ett steg\"><informationRequirement><requiredInput href=\"#i\"/></informationRequirement><literalExpression><text>x + 1</text></literalExpression></decision></definitions>";
        var importing = Dmn.Definitions(
            "<import namespace=\"urn:a\" name=\"a\" importType=\"https://www.omg.org/spec/DMN/20230324/MODEL/\"/>"
            + "<decision id=\"d\" name=\"Två steg\"><informationRequirement><requiredDecision href=\"urn:a#d\"/></informationRequirement><literalExpression><text>a.Ett steg + 1</text></literalExpression></decision>");
        var results = DmnReader.ReadAll([new("b.dmn", importing), new("a.dmn", Imported)]);
        var value = results[0].Model?.Evaluate("Två steg", FeelAssert.Context(("x", FeelValue.Of(1))), FeelAssert.Environment).Value;
        Assert.That(value, Is.EqualTo(FeelValue.Of(3)));
    }

    [Test]
    public void Business_knowledge_without_end_is_stopped()
    {
        var model = Dmn.Read(
            """
            <businessKnowledgeModel id="b" name="f"><variable name="f"/>
              <encapsulatedLogic><formalParameter name="n"/><literalExpression><text>f(n + 1)</text></literalExpression></encapsulatedLogic>
            </businessKnowledgeModel>
            """);
        Assert.That(model.Call("f", FeelAssert.Context(("n", FeelValue.Of(0))), FeelAssert.Environment).Error, Is.EqualTo("Anropen är för djupt nästlade."));
    }
}
