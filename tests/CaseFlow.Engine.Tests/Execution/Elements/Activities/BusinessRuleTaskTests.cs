using CaseFlow.Engine.Execution;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Tests.Execution.Elements.Activities;

internal sealed class BusinessRuleTaskTests
{
    private const string Dmn =
        """
        <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="https://caseflow.dev/test">
          <inputData id="i" name="antal"><variable name="antal" typeRef="number"/></inputData>
          <decision id="nivå" name="nivå"><informationRequirement><requiredInput href="#i"/></informationRequirement>
            <decisionTable hitPolicy="FIRST">
              <input id="in"><inputExpression typeRef="number"><text>antal</text></inputExpression></input>
              <output id="out" typeRef="string"/>
              <rule id="r1"><inputEntry><text>&gt; 10</text></inputEntry><outputEntry><text>"hög"</text></outputEntry></rule>
              <rule id="r2"><inputEntry><text>-</text></inputEntry><outputEntry><text>"låg"</text></outputEntry></rule>
            </decisionTable>
          </decision>
        </definitions>
        """;

    [Test]
    public void The_decision_is_made_and_what_it_was_based_on_is_recorded()
    {
        var xml = TestModel.Xml("<startEvent id=\"s\"/><businessRuleTask id=\"avgör\"><extensionElements><caseflow:decision ref=\"nivå\" result=\"nivå\"/></extensionElements></businessRuleTask>\ns -> avgör");
        var instance = TestInstance.Started(TestModel.Compile(new SourceFile("p.bpmn", xml), new SourceFile("nivå.dmn", Dmn)), ("antal", FeelValue.Of(7)));
        Assert.That(instance.State.Variables["nivå"], Is.EqualTo(FeelValue.Of("låg")));
        var fact = instance.Facts.OfType<DecisionEvaluated>().Single();
        Assert.That(fact.MatchedRules, Is.EqualTo(new[] { 2 }));
        Assert.That(fact.Inputs["antal"], Is.EqualTo(FeelValue.Of(7)));
    }
}
