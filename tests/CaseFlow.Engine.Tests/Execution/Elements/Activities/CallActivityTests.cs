using CaseFlow.Engine.Execution;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Engine.Tests.Execution.Elements.Activities;

internal sealed class CallActivityTests
{
    private const string Called =
        """
        <error id="fel" errorCode="AVBRUTET"/>
        <escalation id="esk" escalationCode="SENT"/>
        <process id="sro" isExecutable="true">
        <startEvent id="börja"/><userTask id="svara"/><exclusiveGateway id="val"/><endEvent id="slut"/>
        <endEvent id="avbrutet"><errorEventDefinition errorRef="fel"/></endEvent>
        börja -> svara -> val
        val -> avbrutet [avbryt = true]
        val -> slut [default]
        </process>
        """;

    private const string Plain = "<startEvent id=\"start\"/><callActivity id=\"hosSro\" calledElement=\"sro\"/><userTask id=\"efter\"/>\nstart -> hosSro -> efter";

    private const string Mapped =
        """
        <startEvent id="start"/>
        <callActivity id="hosSro" calledElement="sro"><extensionElements><caseflow:in source="=arende" target="nummer"/><caseflow:out source="=svar" target="sroSvar"/></extensionElements></callActivity>
        <boundaryEvent id="fångat" attachedToRef="hosSro"><errorEventDefinition errorRef="fel"/></boundaryEvent>
        <userTask id="efter"/><userTask id="vidFel"/>
        start -> hosSro -> efter
        fångat -> vidFel
        """;

    [Test]
    public void Without_mappings_everything_goes_in_and_comes_out()
    {
        var instance = TestInstance.Started(TestModel.Of(Plain, Called), ("arende", FeelValue.Of("17")));
        Assert.That(instance.Tasks, Is.EqualTo("svara"));
        Assert.That(instance.State.VariablesAt(instance.State.OpenTasks[0].Key)["arende"], Is.EqualTo(FeelValue.Of("17")));
        instance.Complete("svara", ("svar", FeelValue.Of("ja")));
        Assert.That(instance.State.Variables["svar"], Is.EqualTo(FeelValue.Of("ja")));
        Assert.That(instance.Tasks, Is.EqualTo("efter"));
    }

    [Test]
    public void With_mappings_only_what_they_name_passes()
    {
        var instance = TestInstance.Started(TestModel.Of(Mapped, Called), ("arende", FeelValue.Of("17")));
        Assert.That(instance.State.VariablesAt(instance.State.OpenTasks[0].Key), Is.EqualTo(TestInstance.Context(("nummer", FeelValue.Of("17")))));
        instance.Complete("svara", ("svar", FeelValue.Of("ja")), ("internt", FeelValue.Of(1)));
        Assert.That(instance.State.Variables, Is.EqualTo(TestInstance.Context(("arende", FeelValue.Of("17")), ("sroSvar", FeelValue.Of("ja")))));
    }

    [Test]
    public void An_error_of_the_called_process_reaches_the_boundary_of_the_call()
    {
        var instance = TestInstance.Started(TestModel.Of(Mapped, Called), ("arende", FeelValue.Of("17")));
        instance.Complete("svara", ("avbryt", FeelValue.Of(true)));
        Assert.That(instance.Active, Is.EqualTo("vidFel"));
    }

    [Test]
    public void An_error_that_nobody_catches_ends_the_instance_with_its_code()
    {
        var instance = TestInstance.Started(TestModel.Of(Plain, Called));
        instance.Complete("svara", ("avbryt", FeelValue.Of(true)));
        Assert.That(instance.State.Outcome, Is.EqualTo("error:AVBRUTET"));
        Assert.That(instance.State.ActiveElements, Is.Empty);
    }

    [Test]
    public void A_process_that_calls_itself_without_end_is_stopped()
    {
        var instance = TestInstance.Started(TestModel.Of("<startEvent id=\"start\"/><callActivity id=\"igen\" calledElement=\"p\"/>\nstart -> igen"));
        Assert.That(instance.State.Incidents.Single().Code, Is.EqualTo(IncidentCodes.CallInvalid));
    }
}
