using CaseFlow.Engine.Execution;

namespace CaseFlow.Engine.Tests.Execution.Elements.Events;

internal sealed class SignalTriggerTests
{
    private const string Roots = "<signal id=\"sig\" name=\"klart\"/>";

    [Test]
    public void A_signal_reaches_everything_that_waits_for_it()
    {
        var instance = TestInstance.Started(TestModel.Of(
            """
            <startEvent id="s"/><parallelGateway id="dela"/><intermediateCatchEvent id="a"><signalEventDefinition signalRef="sig"/></intermediateCatchEvent>
            <intermediateCatchEvent id="b"><signalEventDefinition signalRef="sig"/></intermediateCatchEvent><userTask id="c"/><userTask id="d"/>
            s -> dela -> a -> c
            dela -> b -> d
            """, Roots));
        instance.Signal("annat");
        Assert.That(instance.Active, Is.EqualTo("a b"));
        instance.Signal("klart");
        Assert.That(instance.Tasks, Is.EqualTo("c d"));
        instance.Signal("klart");
        Assert.That(instance.LastFacts, Is.Empty);
    }

    [Test]
    public void A_signal_thrown_inside_interrupts_the_activity_around_it()
    {
        var instance = TestInstance.Started(TestModel.Of(
            """
            <startEvent id="s"/><subProcess id="del"><startEvent id="i"/><userTask id="u"/><intermediateThrowEvent id="t"><signalEventDefinition signalRef="sig"/></intermediateThrowEvent><userTask id="aldrig"/>
            i -> u -> t -> aldrig
            </subProcess>
            <boundaryEvent id="b" attachedToRef="del"><signalEventDefinition signalRef="sig"/></boundaryEvent><userTask id="efter"/>
            s -> del
            b -> efter
            """, Roots));
        instance.Complete("u");
        Assert.That(instance.Active, Is.EqualTo("efter"));
        Assert.That(instance.Facts.OfType<SignalThrown>().Single().SignalName, Is.EqualTo("klart"));
    }
}
