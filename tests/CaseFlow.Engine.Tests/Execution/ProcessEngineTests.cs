using CaseFlow.Engine.Execution;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Engine.Tests.Execution;

internal sealed class ProcessEngineTests
{
    private const string Sorting =
        """
        <startEvent id="start"/>
        <userTask id="sortera"><extensionElements><caseflow:candidates role="beredningsansvarig" side="=sida"/><caseflow:form key="sortering"/><caseflow:command name="DecideSorting"/></extensionElements></userTask>
        <exclusiveGateway id="utfall"/>
        <serviceTask id="meddela"><extensionElements><caseflow:topic name="aterkoppling.meddela" mode="inline"/><caseflow:input name="skede" value="sortering"/></extensionElements></serviceTask>
        <userTask id="sro"/>
        <endEvent id="klart"/><endEvent id="hosSro"/>
        start -> sortera -> utfall
        utfall -> meddela [beslut = "vvg"]
        utfall -> sro [default]
        meddela -> klart
        sro -> hosSro
        """;

    [Test]
    public void A_case_goes_from_start_to_end_through_task_gateway_and_service()
    {
        var instance = TestInstance.Started(TestModel.Of(Sorting), ("sida", FeelValue.Of("vgr")));
        Assert.That(instance.State.OpenTasks[0].Assignment, Is.EqualTo(new TaskAssignment(instance.State.OpenTasks[0].Assignment.Candidates, "sortering", "DecideSorting")));
        Assert.That(instance.State.OpenTasks[0].Assignment.Candidates, Is.EqualTo(new[] { new TaskCandidate("beredningsansvarig", "vgr", null) }));

        instance.Complete("sortera", ("beslut", FeelValue.Of("vvg")));
        Assert.That(instance.State.Jobs[0].Input["skede"], Is.EqualTo(FeelValue.Of("sortering")));
        instance.FinishJob("meddela", ("skickat", FeelValue.Of(true)));

        Assert.That(instance.State.Outcome, Is.EqualTo("completed"));
        Assert.That(instance.State.EndElementId, Is.EqualTo("klart"));
        Assert.That(instance.State.ActiveElements, Is.Empty);
        Assert.That(instance.State.Variables["skickat"], Is.EqualTo(FeelValue.Of(true)));
    }

    [Test]
    public void What_no_condition_takes_goes_by_the_default_flow()
    {
        var instance = TestInstance.Started(TestModel.Of(Sorting), ("sida", FeelValue.Of("vgr")));
        instance.Complete("sortera", ("beslut", FeelValue.Of("partsfraga")));
        Assert.That(instance.Tasks, Is.EqualTo("sro"));
    }

    [Test]
    public void A_task_can_be_completed_once()
    {
        var instance = TestInstance.Started(TestModel.Of(Sorting), ("sida", FeelValue.Of("vgr")));
        var key = instance.State.OpenTasks[0].Key;
        instance.Complete("sortera");
        var rejection = instance.Try(new CompleteUserTask(key, FeelContext.Empty));
        Assert.That(rejection?.Code, Is.EqualTo("task.not-open"));
        Assert.That(rejection?.Sv, Does.Contain("inte längre öppen"));
        Assert.That(rejection?.En, Does.Contain("no longer open"));
        Assert.That(instance.LastFacts, Is.Empty);
    }

    [Test]
    public void A_candidate_whose_side_is_null_fits_nobody()
    {
        var instance = TestInstance.Started(TestModel.Of(Sorting), ("sida", FeelValue.Null));
        Assert.That(instance.State.OpenTasks[0].Assignment.Candidates[0].Side, Is.Empty);
    }

    [Test]
    public void A_candidate_whose_side_is_no_variable_is_an_incident()
    {
        var instance = TestInstance.Started(TestModel.Of(Sorting));
        Assert.That(instance.State.Incidents.Single().Code, Is.EqualTo(IncidentCodes.ExpressionFailed));
        Assert.That(instance.State.OpenTasks, Is.Empty);
    }

    [Test]
    public void Commands_for_an_instance_that_is_not_there_or_is_over_are_rejected()
    {
        var models = TestModel.Of(Sorting);
        var instance = new TestInstance(models);
        Assert.That(instance.Try(new SetVariables(FeelContext.Empty))?.Code, Is.EqualTo("instance.not-started"));
        Assert.That(instance.Try(new StartProcess("finns-inte", FeelContext.Empty))?.Code, Is.EqualTo("process.not-found"));
        Assert.That(instance.Try(new StartProcess("p", FeelContext.Empty, "okänt"))?.Code, Is.EqualTo("start.not-found"));
        instance.Do(new StartProcess("p", TestInstance.Context(("sida", FeelValue.Null))));
        Assert.That(instance.Try(new StartProcess("p", FeelContext.Empty))?.Code, Is.EqualTo("instance.already-started"));
        Assert.That(instance.Try(new FireTimer(77))?.Code, Is.EqualTo("timer.not-open"));
        Assert.That(instance.Try(new CompleteJob(77, FeelContext.Empty))?.Code, Is.EqualTo("job.not-open"));
        Assert.That(instance.Try(new RetryIncident(77, FeelContext.Empty))?.Code, Is.EqualTo("incident.not-open"));
        Assert.That(instance.Try(new CorrelateMessage("m", "k", FeelContext.Empty))?.Code, Is.EqualTo("message.not-awaited"));
        instance.Do(new CancelInstance("dubblett"));
        Assert.That(instance.State.Outcome, Is.EqualTo("cancelled:dubblett"));
        Assert.That(instance.State.OpenTasks, Is.Empty);
        Assert.That(instance.Try(new SetVariables(FeelContext.Empty))?.Code, Is.EqualTo("instance.ended"));
    }

    [Test]
    public void An_instance_stays_with_the_bundle_it_started_with()
    {
        var instance = TestInstance.Started(TestModel.Of(Sorting));
        var other = TestModel.Of(Sorting.Replace("hosSro", "hosSRO", StringComparison.Ordinal));
        var result = ProcessEngine.Execute(other, instance.State, new SetVariables(FeelContext.Empty), new Moment(TestInstance.Start0, "test"));
        Assert.That(result.Rejection?.Code, Is.EqualTo("bundle.other"));
    }

    [Test]
    public void A_loop_that_never_waits_is_stopped_with_an_incident()
    {
        var instance = TestInstance.Started(TestModel.Of(
            """
            <startEvent id="start"/><task id="a"/><exclusiveGateway id="igen"/><endEvent id="slut"/>
            start -> a -> igen
            igen -> a [1 = 1]
            igen -> slut [default]
            """));
        Assert.That(instance.State.Incidents.Select(i => i.Code), Is.EqualTo(new[] { IncidentCodes.BudgetSpent }));
        Assert.That(instance.State.IsEnded, Is.False);
    }
}
