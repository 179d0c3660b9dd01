using CaseFlow.Engine.Execution;

namespace CaseFlow.Engine.Tests.Execution.Elements.Events;

internal sealed class ErrorTriggerTests
{
    private const string Roots = "<error id=\"fel\" errorCode=\"FEL\"/><error id=\"annat\" errorCode=\"ANNAT\"/>";

    [Test]
    public void An_error_ends_the_whole_sub_process_and_goes_on_at_its_boundary()
    {
        var instance = TestInstance.Started(TestModel.Of(
            """
            <startEvent id="s"/>
            <subProcess id="del"><startEvent id="i"/><parallelGateway id="dela"/><userTask id="u"/><userTask id="kvar"/><endEvent id="e"><errorEventDefinition errorRef="fel"/></endEvent>
            i -> dela -> u -> e
            dela -> kvar -> e
            </subProcess>
            <boundaryEvent id="fel1" attachedToRef="del"><errorEventDefinition errorRef="annat"/></boundaryEvent>
            <boundaryEvent id="alla" attachedToRef="del"><errorEventDefinition/></boundaryEvent>
            <boundaryEvent id="just" attachedToRef="del"><errorEventDefinition errorRef="fel"/></boundaryEvent>
            <userTask id="vidAnnat"/><userTask id="vidAlla"/><userTask id="vidFel"/>
            s -> del
            fel1 -> vidAnnat
            alla -> vidAlla
            just -> vidFel
            """, Roots));
        instance.Complete("u");
        Assert.That(instance.Active, Is.EqualTo("vidFel"));
        Assert.That(instance.LastFacts.OfType<UserTaskWithdrawn>().Single().ElementId, Is.EqualTo("kvar"));
    }

    [Test]
    public void An_error_event_sub_process_takes_the_scope_over()
    {
        var instance = TestInstance.Started(TestModel.Of(
            """
            <startEvent id="s"/><userTask id="a"/><endEvent id="e"><errorEventDefinition errorRef="fel"/></endEvent>
            <subProcess id="vidFel" triggeredByEvent="true"><startEvent id="fångat"><errorEventDefinition errorRef="fel"/></startEvent><userTask id="rätta"/>
            fångat -> rätta
            </subProcess>
            s -> a -> e
            """, Roots));
        instance.Complete("a");
        Assert.That(instance.Active, Is.EqualTo("vidFel rätta"));
        instance.Complete("rätta");
        Assert.That(instance.State.Outcome, Is.EqualTo("completed"));
    }

    [Test]
    public void An_error_thrown_in_an_event_sub_process_is_not_caught_beside_it()
    {
        var instance = TestInstance.Started(TestModel.Of(
            """
            <startEvent id="s"/><endEvent id="e"><errorEventDefinition errorRef="fel"/></endEvent>
            <subProcess id="vidFel" triggeredByEvent="true"><startEvent id="fångat"><errorEventDefinition errorRef="fel"/></startEvent><endEvent id="igen"><errorEventDefinition errorRef="fel"/></endEvent>
            fångat -> igen
            </subProcess>
            s -> e
            """, Roots));
        Assert.That(instance.State.Outcome, Is.EqualTo("error:FEL"));
    }
}

internal sealed class EscalationTriggerTests
{
    private const string Roots = "<escalation id=\"esk\" escalationCode=\"SENT\"/>";

    [TestCase("false", "u kvar efter")]
    [TestCase("true", "efter")]
    public void An_escalation_interrupts_only_where_the_catching_event_says_so(string interrupting, string tasks)
    {
        var instance = TestInstance.Started(TestModel.Of(
            $"""
            <startEvent id="s"/>
            <subProcess id="del"><startEvent id="i"/><intermediateThrowEvent id="t"><escalationEventDefinition escalationRef="esk"/></intermediateThrowEvent><userTask id="u"/><userTask id="kvar"/>
            i -> t -> u
            t -> kvar
            </subProcess>
            <boundaryEvent id="b" attachedToRef="del" cancelActivity="{interrupting}"><escalationEventDefinition escalationRef="esk"/></boundaryEvent><userTask id="efter"/>
            s -> del
            b -> efter
            """, Roots));
        Assert.That(instance.Tasks.Split(' '), Is.EquivalentTo(tasks.Split(' ')));
    }

    [Test]
    public void An_escalation_that_nobody_listens_for_changes_nothing()
    {
        var instance = TestInstance.Started(TestModel.Of("<startEvent id=\"s\"/><endEvent id=\"e\"><escalationEventDefinition escalationRef=\"esk\"/></endEvent>\ns -> e", Roots));
        Assert.That(instance.State.Outcome, Is.EqualTo("completed"));
        Assert.That(instance.Facts.OfType<EscalationThrown>().Single().EscalationCode, Is.EqualTo("SENT"));
    }
}
