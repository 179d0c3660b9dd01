using System.Text;
using CaseFlow.Engine.Execution;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Engine.Tests.Execution;

internal sealed class StateJsonTests
{
    /// <summary>One instance that waits for everything there is at once.</summary>
    private const string Everything =
        """
        <startEvent id="s"/><parallelGateway id="dela"/><parallelGateway id="samla"/><task id="genast"/>
        <userTask id="uppgift"><extensionElements><caseflow:candidates role="beredningsansvarig" side="vgr"/><caseflow:form key="sortering"/></extensionElements></userTask>
        <boundaryEvent id="påminn" attachedToRef="uppgift" cancelActivity="false"><timerEventDefinition><timeCycle>R3/P1D</timeCycle></timerEventDefinition></boundaryEvent>
        <receiveTask id="besked" messageRef="m"/>
        <intermediateCatchEvent id="signal"><signalEventDefinition signalRef="sig"/></intermediateCatchEvent>
        <intermediateCatchEvent id="villkor"><conditionalEventDefinition><condition xsi:type="tFormalExpression">antal > 3</condition></conditionalEventDefinition></intermediateCatchEvent>
        <serviceTask id="tjänst"><extensionElements><caseflow:topic name="brev" mode="job"/><caseflow:input name="skede" value="slut"/></extensionElements></serviceTask>
        <userTask id="bedöm"><multiInstanceLoopCharacteristics><extensionElements><caseflow:multiInstance collection="=sidor" elementVariable="sida" outputCollection="svar" outputElement="=utfall"/></extensionElements></multiInstanceLoopCharacteristics></userTask>
        <callActivity id="anrop" calledElement="annan"/><exclusiveGateway id="fast"/><endEvent id="slut"/>
        s -> dela -> uppgift -> samla -> slut
        dela -> genast -> samla
        dela -> besked -> slut
        dela -> signal -> slut
        dela -> villkor -> slut
        dela -> tjänst -> slut
        dela -> bedöm -> slut
        dela -> anrop -> slut
        dela -> fast
        fast -> besked [antal = 99]
        fast -> signal [antal = 98]
        påminn -> tjänst
        """;

    private const string Roots =
        """
        <message id="m" name="besked"/><signal id="sig" name="klart"/>
        <process id="annan" isExecutable="true"><userTask id="inne"/></process>
        """;

    private static string GoldenFile => Path.Combine(TestContext.CurrentContext.TestDirectory, "Execution", "Golden", "state.v1.json");

    [Test]
    public void A_state_with_everything_in_it_is_written_as_it_always_was() =>
        Assert.That(Encoding.UTF8.GetString(StateJson.Write(Parked())), Is.EqualTo(Golden()));

    [Test]
    public void A_stored_state_is_read_to_the_same_bytes_and_can_go_on()
    {
        var golden = Golden();
        var state = StateJson.Read(Encoding.UTF8.GetBytes(golden));
        Assert.That(Encoding.UTF8.GetString(StateJson.Write(state)), Is.EqualTo(golden));
        Assert.That((state.OpenTasks.Count, state.Timers.Count, state.MessageWaits.Count, state.SignalWaits.Count, state.ConditionWaits.Count, state.Jobs.Count, state.Incidents.Count), Is.EqualTo((4, 1, 1, 1, 1, 1, 1)));

        var task = state.OpenTasks.Single(t => t.ElementId == "uppgift");
        var result = ProcessEngine.Execute(TestModel.Of(Everything, Roots), state, new CompleteUserTask(task.Key, FeelContext.Empty), new Moment(TestInstance.Start0, "test"));
        Assert.That(result.Rejection, Is.Null);
        Assert.That(state.ActiveElements.Select(e => e.ElementId), Has.None.EqualTo("samla"), "The join had one token stored and got the other.");
    }

    [TestCase("{}")]
    [TestCase("[]")]
    [TestCase("{\"v\":2}")]
    [TestCase("")]
    public void Bytes_that_are_no_state_are_refused(string json) =>
        Assert.That(() => StateJson.Read(Encoding.UTF8.GetBytes(json)), Throws.InstanceOf<FormatException>());

    [Test]
    public void A_new_state_has_nothing_in_it()
    {
        var state = StateJson.Read(StateJson.Write(new InstanceState()));
        Assert.That((state.IsStarted, state.IsEnded, state.FactCount, state.Variables.Count), Is.EqualTo((false, false, 0L, 0)));
    }

    [Test]
    public void A_parked_instance_with_one_task_takes_at_most_600_bytes()
    {
        var instance = TestInstance.Started(
            TestModel.Of("<startEvent id=\"s\"/><userTask id=\"komplettera\"><extensionElements><caseflow:candidates role=\"processledare\" area=\"fyrbodal\"/><caseflow:form key=\"komplettering\"/></extensionElements></userTask>\ns -> komplettera"),
            ("arende", FeelValue.Of("0198f2c37a4b7c1e8d5a1b2c3d4e5f60")), ("prioritet", FeelValue.Of(2)));
        Assert.That(StateJson.Write(instance.State), Has.Length.LessThanOrEqualTo(600));
    }

    // The hash is that of the model above, which is not what this is about.
    private static string Golden() =>
        File.ReadAllText(GoldenFile).TrimEnd().Replace("HASH", TestModel.Of(Everything, Roots).Hash, StringComparison.Ordinal);

    private static InstanceState Parked() => TestInstance.Started(
        TestModel.Of(Everything, Roots),
        ("antal", FeelValue.Of(3)),
        ("sidor", FeelValue.Of((IReadOnlyList<FeelValue>)[FeelValue.Of("vgr"), FeelValue.Of("vastkom")]))).State;
}
