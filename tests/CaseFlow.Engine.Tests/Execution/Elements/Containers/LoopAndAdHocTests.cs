using CaseFlow.Engine.Feel;

namespace CaseFlow.Engine.Tests.Execution.Elements.Containers;

internal sealed class StandardLoopTests
{
    [Test]
    public void A_loop_goes_on_while_its_condition_is_true()
    {
        var instance = TestInstance.Started(TestModel.Of(Loop("", "fel = true")));
        instance.Complete("a", ("fel", FeelValue.Of(true)));
        Assert.That(instance.Tasks, Is.EqualTo("a"));
        instance.Complete("a", ("fel", FeelValue.Of(false)));
        Assert.That(instance.Tasks, Is.EqualTo("b"));
        Assert.That(instance.State.Variables["fel"], Is.EqualTo(FeelValue.Of(false)), "A loop hands its results on.");
    }

    [Test]
    public void It_may_ask_first() =>
        Assert.That(TestInstance.Started(TestModel.Of(Loop("testBefore=\"true\"", "1 = 2"))).Tasks, Is.EqualTo("b"));

    [Test]
    public void It_stops_at_the_most_times()
    {
        var instance = TestInstance.Started(TestModel.Of(Loop("loopMaximum=\"2\"", "1 = 1")));
        instance.Complete("a");
        instance.Complete("a");
        Assert.That(instance.Tasks, Is.EqualTo("b"));
    }

    private static string Loop(string attributes, string condition) =>
        $"<startEvent id=\"s\"/><userTask id=\"a\"><standardLoopCharacteristics {attributes}><loopCondition>{condition}</loopCondition></standardLoopCharacteristics></userTask><userTask id=\"b\"/>\ns -> a -> b";
}

internal sealed class AdHocSubProcessTests
{
    [TestCase("Parallel", "x y")]
    [TestCase("Sequential", "x")]
    public void Its_activities_are_offered_once_each(string ordering, string first)
    {
        var instance = TestInstance.Started(TestModel.Of($"<startEvent id=\"s\"/><adHocSubProcess id=\"fritt\" ordering=\"{ordering}\"><userTask id=\"x\"/><userTask id=\"y\"/></adHocSubProcess><userTask id=\"efter\"/>\ns -> fritt -> efter"));
        Assert.That(instance.Tasks, Is.EqualTo(first));
        instance.Complete("x");
        Assert.That(instance.Tasks, Is.EqualTo("y"));
        instance.Complete("y");
        Assert.That(instance.Tasks, Is.EqualTo("efter"));
    }

    [Test]
    public void An_activity_may_need_several_tokens_and_give_several()
    {
        var instance = TestInstance.Started(TestModel.Of(
            "<startEvent id=\"s\"/><userTask id=\"a\" completionQuantity=\"2\"/><userTask id=\"b\" startQuantity=\"2\"/>\ns -> a -> b"));
        instance.Complete("a");
        Assert.That(instance.Tasks, Is.EqualTo("b"));
        instance.Complete("b");
        Assert.That(instance.State.IsEnded);
    }
}
