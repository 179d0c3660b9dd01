using CaseFlow.Engine.Execution;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Engine.Tests.Execution.Elements.Events;

internal sealed class TerminateTriggerTests
{
    [Test]
    public void Terminate_ends_its_own_scope_and_the_outer_goes_on()
    {
        var instance = TestInstance.Started(TestModel.Of(
            """
            <startEvent id="s"/>
            <subProcess id="del"><startEvent id="i"/><parallelGateway id="dela"/><userTask id="u"/><userTask id="kvar"/><endEvent id="e"><terminateEventDefinition/></endEvent>
            i -> dela -> u -> e
            dela -> kvar -> e
            </subProcess><userTask id="efter"/>
            s -> del -> efter
            """));
        instance.Complete("u");
        Assert.That(instance.Active, Is.EqualTo("efter"));
    }

    [Test]
    public void Terminate_in_the_process_ends_everything()
    {
        var instance = TestInstance.Started(TestModel.Of(
            "<startEvent id=\"s\"/><parallelGateway id=\"dela\"/><userTask id=\"u\"/><userTask id=\"kvar\"/><endEvent id=\"e\"><terminateEventDefinition/></endEvent>\ns -> dela -> u -> e\ndela -> kvar -> e"));
        instance.Complete("u");
        Assert.That((instance.State.Outcome, instance.State.EndElementId), Is.EqualTo(("terminated", "e")));
        Assert.That(instance.State.OpenTasks, Is.Empty);
    }
}

internal sealed class LinkTriggerTests
{
    [Test]
    public void A_link_goes_on_at_its_counterpart() =>
        Assert.That(
            TestInstance.Started(TestModel.Of("<startEvent id=\"s\"/><intermediateThrowEvent id=\"t\"><linkEventDefinition name=\"A\"/></intermediateThrowEvent><intermediateCatchEvent id=\"c\"><linkEventDefinition name=\"A\"/></intermediateCatchEvent><userTask id=\"u\"/>\ns -> t\nc -> u")).Tasks,
            Is.EqualTo("u"));
}

internal sealed class ConditionalTriggerTests
{
    [Test]
    public void A_condition_is_met_when_a_variable_makes_it_true()
    {
        var instance = TestInstance.Started(TestModel.Of(
            "<startEvent id=\"s\"/><intermediateCatchEvent id=\"c\"><conditionalEventDefinition><condition xsi:type=\"tFormalExpression\">antal > 3</condition></conditionalEventDefinition></intermediateCatchEvent><userTask id=\"u\"/>\ns -> c -> u"));
        Assert.That(instance.Active, Is.EqualTo("c"));
        instance.Do(new SetVariables(TestInstance.Context(("antal", FeelValue.Of(3)))));
        Assert.That(instance.Active, Is.EqualTo("c"));
        instance.Do(new SetVariables(TestInstance.Context(("antal", FeelValue.Of(4)))));
        Assert.That(instance.Active, Is.EqualTo("u"));
    }

    [Test]
    public void A_condition_that_goes_on_listening_must_become_false_before_it_triggers_again()
    {
        var instance = TestInstance.Started(TestModel.Of(
            "<startEvent id=\"s\"/><userTask id=\"a\"/><boundaryEvent id=\"b\" attachedToRef=\"a\" cancelActivity=\"false\"><conditionalEventDefinition><condition xsi:type=\"tFormalExpression\">sen</condition></conditionalEventDefinition></boundaryEvent><userTask id=\"läs\"/>\ns -> a\nb -> läs"));
        foreach (var (value, read) in new[] { (true, 1), (true, 1), (false, 1), (true, 2) })
        {
            instance.Do(new SetVariables(TestInstance.Context(("sen", FeelValue.Of(value)))));
            Assert.That(instance.State.OpenTasks.Count(t => t.ElementId == "läs"), Is.EqualTo(read));
        }
    }
}
