using CaseFlow.Engine.Execution;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Engine.Tests.Execution.Elements.Events;

internal sealed class MessageTriggerTests
{
    private const string Roots = "<message id=\"m\" name=\"svar\"/>";

    [Test]
    public void A_message_may_start_a_process()
    {
        var models = TestModel.Of("<startEvent id=\"s\"><messageEventDefinition messageRef=\"m\"/></startEvent><userTask id=\"a\"/>\ns -> a", Roots);
        Assert.That(models.FindProcess("p")?.MessageStarts.Select(s => s.MessageName), Is.EqualTo(new[] { "svar" }));
        var instance = new TestInstance(models);
        Assert.That(instance.Try(new StartProcess("p", FeelContext.Empty))?.Code, Is.EqualTo("start.not-found"));
        instance.Do(new StartProcess("p", FeelContext.Empty, "svar"));
        Assert.That(instance.Tasks, Is.EqualTo("a"));
    }

    [Test]
    public void A_non_interrupting_boundary_catches_again_and_again()
    {
        var instance = TestInstance.Started(TestModel.Of(
            "<startEvent id=\"s\"/><userTask id=\"a\"/><boundaryEvent id=\"b\" attachedToRef=\"a\" cancelActivity=\"false\"><messageEventDefinition messageRef=\"m\"/></boundaryEvent><userTask id=\"läs\"/>\ns -> a\nb -> läs", Roots));
        instance.Correlate("svar");
        instance.Correlate("svar");
        Assert.That(instance.Tasks, Is.EqualTo("a läs läs"));
        instance.Complete("a");
        Assert.That(instance.State.MessageWaits, Is.Empty);
        Assert.That(instance.State.IsEnded, Is.False);
    }

    [Test]
    public void A_thrown_message_is_left_to_the_store()
    {
        var instance = TestInstance.Started(TestModel.Of(
            "<startEvent id=\"s\"/><intermediateThrowEvent id=\"t\"><extensionElements><caseflow:correlation key=\"nyckel\"/></extensionElements><messageEventDefinition messageRef=\"m\"/></intermediateThrowEvent><endEvent id=\"e\"><messageEventDefinition messageRef=\"m\"/></endEvent>\ns -> t -> e", Roots));
        Assert.That(instance.Facts.OfType<MessageThrown>().Select(f => (f.ElementId, f.CorrelationKey)), Is.EqualTo(new[] { ("t", "nyckel"), ("e", "") }));
        Assert.That(instance.State.IsEnded);
    }

    [Test]
    public void Of_two_that_wait_alike_the_first_gets_the_message()
    {
        var instance = TestInstance.Started(TestModel.Of(
            "<startEvent id=\"s\"/><parallelGateway id=\"dela\"/><receiveTask id=\"a\" messageRef=\"m\"/><receiveTask id=\"b\" messageRef=\"m\"/><userTask id=\"c\"/><userTask id=\"d\"/>\ns -> dela -> a -> c\ndela -> b -> d", Roots));
        instance.Correlate("svar");
        Assert.That(instance.Tasks, Is.EqualTo("c"));
        instance.Correlate("svar");
        Assert.That(instance.Tasks, Is.EqualTo("c d"));
    }
}
