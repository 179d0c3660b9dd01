using CaseFlow.Engine.Execution;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Engine.Tests.Execution.Elements.Containers;

internal sealed class SubProcessTests
{
    [Test]
    public void A_sub_process_is_done_when_nothing_stands_inside()
    {
        var instance = TestInstance.Started(TestModel.Of(
            "<startEvent id=\"s\"/><subProcess id=\"del\"><startEvent id=\"i\"/><userTask id=\"a\"/><userTask id=\"b\"/>\ni -> a\ni -> b\n</subProcess><userTask id=\"c\"/>\ns -> del -> c"));
        Assert.That(instance.Active, Is.EqualTo("del a b"));
        instance.Complete("a");
        Assert.That(instance.Tasks, Is.EqualTo("b"));
        instance.Complete("b");
        Assert.That(instance.Active, Is.EqualTo("c"));
    }

    [Test]
    public void Interrupting_a_sub_process_cancels_everything_inside_it()
    {
        var instance = TestInstance.Started(TestModel.Of(
            """
            <startEvent id="s"/>
            <subProcess id="yttre"><startEvent id="i"/><subProcess id="inre"><userTask id="a"/><boundaryEvent id="t" attachedToRef="a"><timerEventDefinition><timeDuration>P1D</timeDuration></timerEventDefinition></boundaryEvent><receiveTask id="r" messageRef="m"/>
            t -> r
            </subProcess>
            i -> inre
            </subProcess>
            <boundaryEvent id="återtag" attachedToRef="yttre"><messageEventDefinition messageRef="m2"/></boundaryEvent><userTask id="efter"/>
            s -> yttre
            återtag -> efter
            """,
            "<message id=\"m\" name=\"svar\"/><message id=\"m2\" name=\"återta\"/>"));
        instance.Correlate("återta");
        Assert.That(instance.Active, Is.EqualTo("efter"));
        Assert.That(instance.State.Timers, Is.Empty);
        Assert.That(instance.State.MessageWaits, Is.Empty);
        Assert.That(instance.LastFacts.OfType<ElementCancelled>().Select(f => f.ElementId), Is.EqualTo(new[] { "a", "inre", "yttre" }));
    }

    [Test]
    public void An_empty_sub_process_is_passed() =>
        Assert.That(TestInstance.Started(TestModel.Of("<startEvent id=\"s\"/><subProcess id=\"tom\"/><userTask id=\"a\"/>\ns -> tom -> a")).Tasks, Is.EqualTo("a"));
}

internal sealed class EventSubProcessTests
{
    private const string Roots = "<message id=\"m\" name=\"återta\"/>";

    [TestCase("true", "ta")]
    [TestCase("false", "a ta")]
    public void It_interrupts_its_scope_or_runs_beside_it(string interrupting, string tasks)
    {
        var instance = TestInstance.Started(TestModel.Of(Model(interrupting), Roots));
        instance.Correlate("återta");
        Assert.That(instance.Tasks.Split(' '), Is.EquivalentTo(tasks.Split(' ')));
        Assert.That(instance.State.MessageWaits, Has.Count.EqualTo(interrupting == "true" ? 0 : 1));
        foreach (var task in tasks.Split(' '))
            instance.Complete(task);
        Assert.That(instance.State.Outcome, Is.EqualTo("completed"));
    }

    [Test]
    public void Without_its_event_it_never_runs_and_holds_nothing_up()
    {
        var instance = TestInstance.Started(TestModel.Of(Model("true"), Roots));
        instance.Complete("a");
        Assert.That(instance.State.IsEnded);
        Assert.That(instance.State.MessageWaits, Is.Empty);
    }

    private static string Model(string interrupting) =>
        $"<startEvent id=\"s\"/><userTask id=\"a\"/><subProcess id=\"återtagande\" triggeredByEvent=\"true\"><startEvent id=\"e\" isInterrupting=\"{interrupting}\"><messageEventDefinition messageRef=\"m\"/></startEvent><userTask id=\"ta\"/>\ne -> ta\n</subProcess>\ns -> a";
}

internal sealed class MultiInstanceTests
{
    private static readonly FeelValue Sides = FeelValue.Of((IReadOnlyList<FeelValue>)[FeelValue.Of("vgr"), FeelValue.Of("vastkom")]);

    [Test]
    public void One_task_for_each_item_and_the_results_in_item_order()
    {
        var instance = TestInstance.Started(TestModel.Of(Model("false", "")), ("sidor", Sides));
        Assert.That(instance.State.OpenTasks.Select(t => t.Assignment.Candidates[0].Side), Is.EqualTo(new[] { "vgr", "vastkom" }));
        instance.Do(new CompleteUserTask(instance.State.OpenTasks[1].Key, TestInstance.Context(("utfall", FeelValue.Of("sro")))));
        Assert.That(instance.State.Variables.TryGet("utfall", out _), Is.False, "What one instance says stays with it.");
        instance.Complete("bedöm", ("utfall", FeelValue.Of("vvg")));
        Assert.That(instance.State.Variables["bedömningar"].AsList(), Is.EqualTo(new[] { Answer("vgr", "vvg"), Answer("vastkom", "sro") }));
        Assert.That(instance.Tasks, Is.EqualTo("efter"));
    }

    [Test]
    public void In_sequence_there_is_one_at_a_time()
    {
        var instance = TestInstance.Started(TestModel.Of(Model("true", "")), ("sidor", Sides));
        Assert.That(instance.State.OpenTasks, Has.Count.EqualTo(1));
        instance.Complete("bedöm", ("utfall", FeelValue.Of("vvg")));
        Assert.That(instance.State.OpenTasks.Single().Assignment.Candidates[0].Side, Is.EqualTo("vastkom"));
        instance.Complete("bedöm", ("utfall", FeelValue.Of("vvg")));
        Assert.That(instance.Tasks, Is.EqualTo("efter"));
    }

    [Test]
    public void The_completion_condition_cancels_the_rest()
    {
        var instance = TestInstance.Started(TestModel.Of(Model("false", "<completionCondition>numberOfCompletedInstances = 1</completionCondition>")), ("sidor", Sides));
        instance.Complete("bedöm", ("utfall", FeelValue.Of("vvg")));
        Assert.That(instance.Tasks, Is.EqualTo("efter"));
        Assert.That(instance.LastFacts.OfType<UserTaskWithdrawn>().Count(), Is.EqualTo(1));
        Assert.That(instance.State.Variables["bedömningar"].AsList(), Is.EqualTo(new[] { Answer("vgr", "vvg"), FeelValue.Null }));
    }

    [Test]
    public void An_empty_collection_is_passed()
    {
        var instance = TestInstance.Started(TestModel.Of(Model("false", "")), ("sidor", FeelValue.Of((IReadOnlyList<FeelValue>)[])));
        Assert.That(instance.Tasks, Is.EqualTo("efter"));
        Assert.That(instance.State.Variables["bedömningar"].AsList(), Is.Empty);
    }

    [Test]
    public void A_collection_that_is_none_is_an_incident_that_can_be_mended()
    {
        var instance = TestInstance.Started(TestModel.Of(Model("false", "")), ("sidor", FeelValue.Of("vgr")));
        Assert.That(instance.State.Incidents.Single().Code, Is.EqualTo(IncidentCodes.ItemsInvalid));
        instance.Do(new RetryIncident(instance.State.Incidents[0].Key, TestInstance.Context(("sidor", Sides))));
        Assert.That(instance.State.OpenTasks, Has.Count.EqualTo(2));
    }

    [Test]
    public void A_boundary_event_belongs_to_all_of_them_together()
    {
        var model = Model("false", "") + "\n<boundaryEvent id=\"t\" attachedToRef=\"bedöm\"><timerEventDefinition><timeDuration>P1D</timeDuration></timerEventDefinition></boundaryEvent><userTask id=\"sent\"/>\nt -> sent";
        var instance = TestInstance.Started(TestModel.Of(model), ("sidor", Sides));
        Assert.That(instance.State.Timers, Has.Count.EqualTo(1));
        instance.Fire("t");
        Assert.That(instance.Active, Is.EqualTo("sent"));
    }

    [Test]
    public void A_number_is_enough()
    {
        var instance = TestInstance.Started(TestModel.Of(
            "<startEvent id=\"s\"/><subProcess id=\"del\"><multiInstanceLoopCharacteristics><loopCardinality>3</loopCardinality></multiInstanceLoopCharacteristics><userTask id=\"a\"/></subProcess><userTask id=\"efter\"/>\ns -> del -> efter"));
        Assert.That(instance.Tasks, Is.EqualTo("a a a"));
        Assert.That(instance.State.OpenTasks.Select(t => instance.State.VariablesAt(t.Key)["loopCounter"]), Is.EqualTo(new[] { FeelValue.Of(1), FeelValue.Of(2), FeelValue.Of(3) }));
        for (var i = 0; i < 3; i++)
            instance.Complete("a");
        Assert.That(instance.Tasks, Is.EqualTo("efter"));
    }

    private static string Model(string sequential, string condition) =>
        $$"""
        <startEvent id="s"/>
        <userTask id="bedöm"><extensionElements><caseflow:candidates role="beredningsansvarig" side="=sida"/></extensionElements>
        <multiInstanceLoopCharacteristics isSequential="{{sequential}}"><extensionElements><caseflow:multiInstance collection="=sidor" elementVariable="sida" outputCollection="bedömningar" outputElement="={sida: sida, utfall: utfall}"/></extensionElements>{{condition}}</multiInstanceLoopCharacteristics></userTask>
        <userTask id="efter"/>
        s -> bedöm -> efter
        """;

    private static FeelValue Answer(string side, string outcome) => FeelValue.Of(TestInstance.Context(("sida", FeelValue.Of(side)), ("utfall", FeelValue.Of(outcome))));
}
