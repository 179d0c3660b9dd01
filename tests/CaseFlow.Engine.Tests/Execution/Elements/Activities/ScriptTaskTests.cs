using CaseFlow.Engine.Execution;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Engine.Tests.Execution.Elements.Activities;

internal sealed class ScriptTaskTests
{
    [Test]
    public void The_value_goes_to_the_result_variable()
    {
        var instance = TestInstance.Started(TestModel.Of(Script("1 + 2", "summa")));
        Assert.That(instance.State.Variables["summa"], Is.EqualTo(FeelValue.Of(3)));
    }

    [Test]
    public void Without_a_result_variable_the_entries_of_a_context_become_variables()
    {
        var instance = TestInstance.Started(TestModel.Of(Script("{a: 1, b: \"två\"}", null)));
        Assert.That(instance.State.Variables, Is.EqualTo(TestInstance.Context(("a", FeelValue.Of(1)), ("b", FeelValue.Of("två")))));
    }

    [Test]
    public void A_script_that_fails_leaves_an_incident_that_can_be_mended()
    {
        var instance = TestInstance.Started(TestModel.Of(Script("antal + 1", "summa")), ("antal", FeelValue.Of("tre")));
        var incident = instance.State.Incidents.Single();
        Assert.That((incident.Code, incident.Stage), Is.EqualTo((IncidentCodes.ExpressionFailed, LifecycleStage.Run)));
        Assert.That(incident.Detail, Does.StartWith("antal + 1"));
        instance.Do(new RetryIncident(incident.Key, TestInstance.Context(("antal", FeelValue.Of(3)))));
        Assert.That(instance.State.Variables["summa"], Is.EqualTo(FeelValue.Of(4)));
        Assert.That(instance.State.Outcome, Is.EqualTo("completed"));
    }

    private static string Script(string text, string? result) =>
        $"<startEvent id=\"s\"/><scriptTask id=\"räkna\" scriptFormat=\"feel\"><extensionElements>{(result is null ? "" : $"<caseflow:script result=\"{result}\"/>")}</extensionElements><script>{text}</script></scriptTask>\ns -> räkna";
}
