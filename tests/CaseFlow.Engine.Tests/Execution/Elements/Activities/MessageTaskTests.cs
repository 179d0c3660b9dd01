using CaseFlow.Engine.Execution;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Engine.Tests.Execution.Elements.Activities;

internal sealed class MessageTaskTests
{
    private const string Roots = "<message id=\"m\" name=\"mote.beslutat\"><extensionElements><caseflow:correlation key=\"=arende\"/></extensionElements></message>";

    [Test]
    public void A_receive_task_waits_for_its_name_and_key()
    {
        var instance = TestInstance.Started(TestModel.Of("<startEvent id=\"s\"/><receiveTask id=\"vänta\" messageRef=\"m\"/><userTask id=\"b\"/>\ns -> vänta -> b", Roots), ("arende", FeelValue.Of("17")));
        Assert.That(instance.Try(new CorrelateMessage("mote.beslutat", "18", FeelContext.Empty))?.Code, Is.EqualTo("message.not-awaited"));
        instance.Correlate("mote.beslutat", "17", ("utfall", FeelValue.Of("ja")));
        Assert.That(instance.Tasks, Is.EqualTo("b"));
        Assert.That(instance.State.Variables["utfall"], Is.EqualTo(FeelValue.Of("ja")));
        Assert.That(instance.State.MessageWaits, Is.Empty);
    }

    [Test]
    public void A_send_task_throws_its_message_with_payload_and_goes_on()
    {
        var instance = TestInstance.Started(
            TestModel.Of("<startEvent id=\"s\"/><sendTask id=\"sänd\" messageRef=\"m\"><extensionElements><caseflow:payload name=\"skede\" value=\"slut\"/></extensionElements></sendTask>\ns -> sänd", Roots),
            ("arende", FeelValue.Of("17")));
        var thrown = instance.Facts.OfType<MessageThrown>().Single();
        Assert.That((thrown.MessageName, thrown.CorrelationKey, thrown.Payload["skede"]), Is.EqualTo(("mote.beslutat", "17", FeelValue.Of("slut"))));
        Assert.That(instance.State.IsEnded);
    }

    [Test]
    public void A_send_task_with_a_topic_is_a_job()
    {
        var instance = TestInstance.Started(TestModel.Of("<startEvent id=\"s\"/><sendTask id=\"sänd\"><extensionElements><caseflow:topic name=\"brev\" mode=\"inline\"/></extensionElements></sendTask>\ns -> sänd"));
        Assert.That(instance.State.Jobs.Single().Inline);
    }
}
