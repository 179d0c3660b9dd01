using CaseFlow.Engine.Execution;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Engine.Tests.Execution.Elements.Activities;

internal sealed class ServiceTaskTests
{
    private const string Model =
        """
        <startEvent id="s"/>
        <serviceTask id="skicka"><extensionElements><caseflow:topic name="brev" mode="job"/></extensionElements></serviceTask>
        <boundaryEvent id="avvisat" attachedToRef="skicka"><errorEventDefinition errorRef="fel"/></boundaryEvent>
        <userTask id="efter"/><userTask id="vidAvvisat"/>
        s -> skicka -> efter
        avvisat -> vidAvvisat
        """;

    private const string Roots = "<error id=\"fel\" errorCode=\"AVVISAT\"/>";

    [Test]
    public void A_job_sees_the_variables_and_its_results_come_back()
    {
        var instance = TestInstance.Started(TestModel.Of(Model, Roots), ("arende", FeelValue.Of("17")));
        var job = instance.State.Jobs.Single();
        Assert.That((job.Topic, job.Inline, job.Input["arende"]), Is.EqualTo(("brev", false, FeelValue.Of("17"))));
        instance.FinishJob("skicka", ("nummer", FeelValue.Of(5)));
        Assert.That(instance.State.Variables["nummer"], Is.EqualTo(FeelValue.Of(5)));
        Assert.That(instance.Tasks, Is.EqualTo("efter"));
    }

    [Test]
    public void A_job_that_failed_for_good_can_be_tried_again()
    {
        var instance = TestInstance.Started(TestModel.Of(Model, Roots));
        instance.Do(new FailJob(instance.JobAt("skicka"), "mail.down"));
        var incident = instance.State.Incidents.Single();
        Assert.That((incident.Code, incident.ElementId, incident.Detail), Is.EqualTo((IncidentCodes.JobFailed, "skicka", "brev: mail.down")));
        Assert.That(instance.State.Jobs, Is.Empty);

        instance.Do(new RetryIncident(incident.Key, TestInstance.Context(("adress", FeelValue.Of("ny")))));
        Assert.That(instance.State.Incidents, Is.Empty);
        Assert.That(instance.State.Jobs.Single().Input["adress"], Is.EqualTo(FeelValue.Of("ny")));
    }

    [Test]
    public void An_error_of_the_handler_goes_to_the_boundary()
    {
        var instance = TestInstance.Started(TestModel.Of(Model, Roots));
        instance.FailJobWith("skicka", "AVVISAT");
        Assert.That(instance.Tasks, Is.EqualTo("vidAvvisat"));
        Assert.That(instance.State.Jobs, Is.Empty);
    }

    [Test]
    public void An_error_that_nobody_catches_is_an_incident()
    {
        var instance = TestInstance.Started(TestModel.Of(Model, Roots));
        instance.FailJobWith("skicka", "ANNAT");
        Assert.That(instance.State.Incidents.Single().Code, Is.EqualTo(IncidentCodes.ErrorNotCaught));
        Assert.That(instance.Active, Is.EqualTo("skicka"));
    }
}
