using CaseFlow.Engine.Execution;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Engine.Tests.Execution.Elements.Activities;

internal sealed class UserTaskTests
{
    [Test]
    public void Completion_variables_go_to_the_process()
    {
        var instance = TestInstance.Started(TestModel.Of("<startEvent id=\"s\"/><subProcess id=\"del\"><userTask id=\"a\"/></subProcess><userTask id=\"b\"/>\ns -> del -> b"));
        instance.Complete("a", ("svar", FeelValue.Of("ja")));
        Assert.That(instance.State.Variables["svar"], Is.EqualTo(FeelValue.Of("ja")));
        Assert.That(instance.Tasks, Is.EqualTo("b"));
    }

    [Test]
    public void Inputs_are_local_and_outputs_say_what_leaves()
    {
        var instance = TestInstance.Started(TestModel.Of(
            """
            <startEvent id="s"/>
            <userTask id="a"><extensionElements><caseflow:input name="rubrik" value="sammanfattning"/><caseflow:output name="utfall" value="=val"/></extensionElements></userTask>
            <userTask id="b"/>
            s -> a -> b
            """));
        var key = instance.State.OpenTasks[0].Key;
        Assert.That(instance.State.VariablesAt(key)["rubrik"], Is.EqualTo(FeelValue.Of("sammanfattning")));
        instance.Complete("a", ("val", FeelValue.Of("vvg")), ("skräp", FeelValue.Of(1)));
        Assert.That(instance.State.Variables, Is.EqualTo(TestInstance.Context(("utfall", FeelValue.Of("vvg")))));
    }

    [Test]
    public void The_digest_of_the_answer_is_part_of_the_record()
    {
        var instance = TestInstance.Started(TestModel.Of("<startEvent id=\"s\"/><userTask id=\"a\"/>\ns -> a"));
        instance.Do(new CompleteUserTask(instance.State.OpenTasks[0].Key, FeelContext.Empty, "sha256:abc"));
        Assert.That(instance.LastFacts.OfType<UserTaskDone>().Single().AnswerDigest, Is.EqualTo("sha256:abc"));
    }

    [Test]
    public void Without_any_settings_anybody_may_be_assigned_by_the_page()
    {
        var instance = TestInstance.Started(TestModel.Of("<startEvent id=\"s\"/><userTask id=\"a\"/>\ns -> a"));
        Assert.That(instance.State.OpenTasks[0].Assignment.Candidates, Is.Empty);
        Assert.That(instance.State.OpenTasks[0].Assignment.FormKey, Is.Null);
    }

    [TestCase("ett", ExpectedResult = "alltid ett-s")]
    [TestCase("två", ExpectedResult = "alltid två")]
    [TestCase(null, ExpectedResult = "alltid")]
    public string A_candidate_is_one_only_where_its_condition_is_true(string? organ)
    {
        var instance = TestInstance.Started(TestModel.Of(
            """
            <startEvent id="s"/>
            <userTask id="a"><extensionElements>
              <caseflow:candidates role="alltid"/>
              <caseflow:candidates role="ett" side="s" when="=organ = &quot;ett&quot;"/>
              <caseflow:candidates role="två" when="=organ = &quot;två&quot;"/>
            </extensionElements></userTask>
            s -> a
            """), ("organ", organ is null ? FeelValue.Null : FeelValue.Of(organ)));
        return string.Join(' ', instance.State.OpenTasks[0].Assignment.Candidates.Select(c => c.Side is null ? c.Role : $"{c.Role}-{c.Side}"));
    }

    private const string Failing =
        """
        <startEvent id="s"/><userTask id="a"/><boundaryEvent id="fel" attachedToRef="a"><errorEventDefinition errorRef="e"/></boundaryEvent><userTask id="b"/><userTask id="c"/>
        s -> a -> b
        fel -> c
        """;

    [Test]
    public void A_task_can_end_with_an_error_that_the_model_catches()
    {
        var instance = TestInstance.Started(TestModel.Of(Failing, "<error id=\"e\" errorCode=\"TRASIG\"/>"));
        instance.Do(new ThrowTaskError(instance.State.OpenTasks[0].Key, "TRASIG", TestInstance.Context(("skäl", FeelValue.Of("gick sönder")))));
        Assert.That(instance.Tasks, Is.EqualTo("c"));
        Assert.That(instance.State.Variables["skäl"], Is.EqualTo(FeelValue.Of("gick sönder")));
    }

    [Test]
    public void An_error_that_nothing_catches_is_rejected_and_the_task_stays_open()
    {
        var models = TestModel.Of(Failing, "<error id=\"e\" errorCode=\"TRASIG\"/>");
        var instance = TestInstance.Started(models);
        var result = ProcessEngine.Execute(models, instance.State, new ThrowTaskError(instance.State.OpenTasks[0].Key, "ANNAT", FeelContext.Empty), new Moment(TestInstance.Start0, "x"));
        Assert.That(result.Rejection?.Code, Is.EqualTo("error.not-caught"));
        Assert.That(result.Facts, Is.Empty);
        Assert.That(instance.Tasks, Is.EqualTo("a"));
    }
}
