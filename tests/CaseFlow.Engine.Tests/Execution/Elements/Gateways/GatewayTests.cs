using CaseFlow.Engine.Execution;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Engine.Tests.Execution.Elements.Gateways;

internal sealed class ParallelGatewayTests
{
    private const string Both =
        """
        <startEvent id="s"/><parallelGateway id="dela"/><userTask id="vgr"/><userTask id="västkom"/><parallelGateway id="samla"/><userTask id="efter"/>
        s -> dela -> vgr -> samla -> efter
        dela -> västkom -> samla
        """;

    [Test]
    public void Both_branches_must_arrive()
    {
        var instance = TestInstance.Started(TestModel.Of(Both));
        Assert.That(instance.Tasks, Is.EqualTo("vgr västkom"));
        instance.Complete("västkom");
        Assert.That(instance.Active, Is.EqualTo("vgr samla"));
        instance.Complete("vgr");
        Assert.That(instance.Active, Is.EqualTo("efter"));
    }

    [Test]
    public void A_second_token_by_the_same_flow_waits_for_the_next_round()
    {
        var instance = TestInstance.Started(TestModel.Of(
            """
            <startEvent id="s"/><parallelGateway id="tre"/><task id="m"/><userTask id="b"/><userTask id="c"/><parallelGateway id="samla"/><userTask id="efter"/>
            s -> tre -> m -> samla -> efter
            tre -> m2 -> m
            tre -> b -> samla
            tre -> c
            <task id="m2"/>
            """));
        Assert.That(instance.State.ActiveElements.Count(e => e.ElementId == "samla"), Is.EqualTo(1));
        instance.Complete("b");
        Assert.That(instance.Active.Split(' '), Is.EquivalentTo(new[] { "c", "efter", "samla" }));
    }
}

internal sealed class ExclusiveGatewayTests
{
    [Test]
    public void Without_a_true_condition_and_a_default_the_token_stays_with_an_incident()
    {
        var instance = TestInstance.Started(
            TestModel.Of("<startEvent id=\"s\"/><exclusiveGateway id=\"val\"/><userTask id=\"a\"/><userTask id=\"b\"/>\ns -> val\nval -> a [x = 1]\nval -> b [x = 2]"),
            ("x", FeelValue.Of(3)));
        var incident = instance.State.Incidents.Single();
        Assert.That((incident.Code, incident.Stage), Is.EqualTo((IncidentCodes.NoFlow, LifecycleStage.Leave)));
        instance.Do(new RetryIncident(incident.Key, TestInstance.Context(("x", FeelValue.Of(2)))));
        Assert.That(instance.Tasks, Is.EqualTo("b"));
    }

    [Test]
    public void The_first_true_condition_wins() =>
        Assert.That(
            TestInstance.Started(TestModel.Of("<startEvent id=\"s\"/><exclusiveGateway id=\"val\"/><userTask id=\"a\"/><userTask id=\"b\"/>\ns -> val\nval -> a [x > 1]\nval -> b [x > 2]"), ("x", FeelValue.Of(3))).Tasks,
            Is.EqualTo("a"));
}

internal sealed class InclusiveGatewayTests
{
    private const string Some =
        """
        <startEvent id="s"/><inclusiveGateway id="dela"/><userTask id="a"/><userTask id="b"/><userTask id="c"/><inclusiveGateway id="samla"/><userTask id="efter"/>
        s -> dela
        dela -> a [x > 1]
        dela -> b [x > 2]
        dela -> c [default]
        a -> samla -> efter
        b -> samla
        c -> samla
        """;

    [TestCase(5, "a b")]
    [TestCase(2, "a")]
    [TestCase(0, "c")]
    public void Every_true_branch_is_taken_and_the_join_waits_for_just_those(int x, string tasks)
    {
        var instance = TestInstance.Started(TestModel.Of(Some), ("x", FeelValue.Of(x)));
        Assert.That(instance.Tasks, Is.EqualTo(tasks));
        foreach (var task in tasks.Split(' '))
        {
            Assert.That(instance.Tasks, Does.Not.Contain("efter"));
            instance.Complete(task);
        }

        Assert.That(instance.Active, Is.EqualTo("efter"));
    }

    [Test]
    public void A_token_that_ends_elsewhere_lets_the_join_go()
    {
        var instance = TestInstance.Started(TestModel.Of(
            """
            <startEvent id="s"/><parallelGateway id="dela"/><userTask id="a"/><userTask id="b"/><exclusiveGateway id="val"/><inclusiveGateway id="samla"/><userTask id="efter"/><endEvent id="slut"/>
            s -> dela -> a -> samla -> efter -> slut
            dela -> b -> val
            val -> samla [x = 1]
            val -> slut [default]
            """));
        instance.Complete("a");
        Assert.That(instance.Active, Does.Contain("samla"));
        instance.Complete("b");
        Assert.That(instance.Active, Is.EqualTo("efter"));
    }
}

internal sealed class EventBasedGatewayTests
{
    private const string Model =
        """
        <startEvent id="s"/><eventBasedGateway id="vänta"/>
        <intermediateCatchEvent id="datum"><timerEventDefinition><timeDuration>P10D</timeDuration></timerEventDefinition></intermediateCatchEvent>
        <intermediateCatchEvent id="svar"><messageEventDefinition messageRef="m"/></intermediateCatchEvent>
        <userTask id="vidDatum"/><userTask id="vidSvar"/>
        s -> vänta -> datum -> vidDatum
        vänta -> svar -> vidSvar
        """;

    private const string Roots = "<message id=\"m\" name=\"svar\"/><message id=\"n\" name=\"annat\"/>";

    [Test]
    public void The_first_event_wins_and_the_others_are_no_longer_awaited()
    {
        var instance = TestInstance.Started(TestModel.Of(Model, Roots));
        Assert.That(instance.Active, Is.EqualTo("vänta"));
        instance.Correlate("svar");
        Assert.That(instance.Active, Is.EqualTo("vidSvar"));
        Assert.That(instance.State.Timers, Is.Empty);
        Assert.That(instance.State.MessageWaits, Is.Empty);
    }

    [Test]
    public void A_timer_may_win()
    {
        var instance = TestInstance.Started(TestModel.Of(Model, Roots));
        Assert.That(instance.State.Timers.Single().DueAt, Is.EqualTo(TestInstance.Start0.AddDays(10)));
        instance.Fire("datum");
        Assert.That(instance.Active, Is.EqualTo("vidDatum"));
    }

    [Test]
    public void A_receive_task_may_stand_behind_it()
    {
        var model = Model.Replace("<intermediateCatchEvent id=\"svar\"><messageEventDefinition messageRef=\"m\"/></intermediateCatchEvent>", "<receiveTask id=\"svar\" messageRef=\"n\"/>", StringComparison.Ordinal);
        var instance = TestInstance.Started(TestModel.Of(model, Roots));
        instance.Correlate("annat");
        Assert.That(instance.Active, Is.EqualTo("vidSvar"));
    }
}
