namespace CaseFlow.Engine.Tests.Execution.Elements.Events;

internal sealed class CompensationTriggerTests
{
    private const string Two =
        """
        <startEvent id="s"/><userTask id="boka"/><userTask id="betala"/><userTask id="avboka" isForCompensation="true"/><userTask id="återbetala" isForCompensation="true"/>
        <boundaryEvent id="k1" attachedToRef="boka"><compensateEventDefinition/></boundaryEvent><association id="a1" sourceRef="k1" targetRef="avboka"/>
        <boundaryEvent id="k2" attachedToRef="betala"><compensateEventDefinition/></boundaryEvent><association id="a2" sourceRef="k2" targetRef="återbetala"/>
        """;

    [Test]
    public void What_completed_is_undone_the_last_first()
    {
        var instance = TestInstance.Started(TestModel.Of(Two + "\n<intermediateThrowEvent id=\"ångra\"><compensateEventDefinition/></intermediateThrowEvent><userTask id=\"efter\"/>\ns -> boka -> betala -> ångra -> efter"));
        instance.Complete("boka");
        instance.Complete("betala");
        Assert.That(instance.Tasks, Is.EqualTo("återbetala"));
        instance.Complete("återbetala");
        Assert.That(instance.Tasks, Is.EqualTo("avboka"));
        instance.Complete("avboka");
        Assert.That(instance.Active, Is.EqualTo("efter"));
        Assert.That(instance.State.Compensables, Is.Empty);
    }

    [Test]
    public void One_activity_can_be_named()
    {
        var instance = TestInstance.Started(TestModel.Of(Two + "\n<intermediateThrowEvent id=\"ångra\"><compensateEventDefinition activityRef=\"boka\"/></intermediateThrowEvent><userTask id=\"efter\"/>\ns -> boka -> betala -> ångra -> efter"));
        instance.Complete("boka");
        instance.Complete("betala");
        instance.Complete("avboka");
        Assert.That(instance.Tasks, Is.EqualTo("efter"));
    }

    [Test]
    public void What_completed_inside_a_completed_sub_process_is_undone_too()
    {
        var instance = TestInstance.Started(TestModel.Of(
            $"<startEvent id=\"start\"/><subProcess id=\"resa\">{Two}\ns -> boka -> betala\n</subProcess><endEvent id=\"ångra\"><compensateEventDefinition/></endEvent>\nstart -> resa -> ångra"));
        foreach (var task in new[] { "boka", "betala", "återbetala", "avboka" })
            instance.Complete(task);
        Assert.That(instance.State.Outcome, Is.EqualTo("completed"));
    }
}

internal sealed class CancelTriggerTests
{
    [Test]
    public void A_cancelled_transaction_is_undone_and_goes_on_at_its_boundary()
    {
        var instance = TestInstance.Started(TestModel.Of(
            """
            <startEvent id="start"/>
            <transaction id="köp"><startEvent id="s"/><parallelGateway id="dela"/><userTask id="boka"/><userTask id="kvar"/><userTask id="avboka" isForCompensation="true"/><endEvent id="avbryt"><cancelEventDefinition/></endEvent>
            <boundaryEvent id="k" attachedToRef="boka"><compensateEventDefinition/></boundaryEvent><association id="a" sourceRef="k" targetRef="avboka"/>
            s -> dela -> boka -> avbryt
            dela -> kvar -> avbryt
            </transaction>
            <boundaryEvent id="avbrutet" attachedToRef="köp"><cancelEventDefinition/></boundaryEvent><userTask id="efter"/><userTask id="aldrig"/>
            start -> köp -> aldrig
            avbrutet -> efter
            """));
        instance.Complete("boka");
        Assert.That(instance.Tasks, Is.EqualTo("avboka"));
        instance.Complete("avboka");
        Assert.That(instance.Active, Is.EqualTo("efter"));
    }
}

internal sealed class MultipleEventTests
{
    private const string Roots = "<message id=\"m\" name=\"a\"/><message id=\"n\" name=\"b\"/>";

    [TestCase("false", "efter")]
    [TestCase("true", "")]
    public void One_of_several_is_enough_unless_all_are_asked_for(string parallel, string tasks)
    {
        var instance = TestInstance.Started(TestModel.Of(
            $"<startEvent id=\"s\"/><intermediateCatchEvent id=\"c\" parallelMultiple=\"{parallel}\"><messageEventDefinition messageRef=\"m\"/><messageEventDefinition messageRef=\"n\"/></intermediateCatchEvent><userTask id=\"efter\"/>\ns -> c -> efter", Roots));
        instance.Correlate("b");
        Assert.That(instance.Tasks, Is.EqualTo(tasks));
        if (parallel == "true")
            instance.Correlate("a");
        Assert.That(instance.Tasks, Is.EqualTo("efter"));
        Assert.That(instance.State.MessageWaits, Is.Empty);
    }
}
