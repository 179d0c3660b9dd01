using System.Globalization;
using System.Text;
using CaseFlow.Engine.Execution;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Tests.Execution;

/// <summary>
/// Random models with random paths. After every step the facts replayed and the state read back must be the state
/// (<see cref="TestInstance"/> sees to it), and every instance must in the end be over: a block-structured model that
/// is fed whatever it waits for cannot get stuck, so anything left is a lost or an invented token.
/// </summary>
internal sealed class RandomModelTests
{
    private const int Models = 150;

    [Test]
    public void Every_instance_of_a_random_model_ends_and_replays_to_the_same_state()
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("CASEFLOW_SEED"), NumberStyles.Integer, CultureInfo.InvariantCulture, out var given)
            ? given
            : Environment.TickCount;
        TestContext.Out.WriteLine($"CASEFLOW_SEED={seed}");
        for (var i = 0; i < Models; i++)
            Run(new RandomModel(new Random(unchecked((seed * 31) + i))), $"CASEFLOW_SEED={seed}, model {i}");
    }

    private static void Run(RandomModel model, string which)
    {
        var xml = TestModel.Xml(model.Body, RandomModel.Roots);
        try
        {
            var instance = TestInstance.Started(TestModel.Compile(new SourceFile("p.bpmn", xml)), ("x", FeelValue.Of(model.Random.Next(4))));
            for (var step = 0; step < 500 && !instance.State.IsEnded; step++)
                instance.Do(Next(instance, model.Random));
            Assert.That(instance.State.IsEnded, "Something is left: " + instance.Active);
            Assert.That((instance.State.ActiveElements.Count, instance.State.OpenTasks.Count, instance.State.Timers.Count, instance.State.MessageWaits.Count, instance.State.Jobs.Count), Is.EqualTo((0, 0, 0, 0, 0)));
            AssertTokens(instance.Facts);
        }
        catch (Exception fault)
        {
            throw new AssertionException($"{which}\n{xml}\n{fault.Message}", fault);
        }
    }

    // Every element that was entered was left exactly once.
    private static void AssertTokens(IReadOnlyList<Fact> facts)
    {
        var entered = facts.OfType<ElementEntered>().Select(f => f.Key).ToList();
        var left = facts.OfType<ElementCompleted>().Select(f => f.Key).Concat(facts.OfType<ElementCancelled>().Select(f => f.Key));
        Assert.That(left, Is.EquivalentTo(entered));
    }

    private static Command Next(TestInstance instance, Random random)
    {
        var state = instance.State;
        var commands = new List<Command>();
        commands.AddRange(state.OpenTasks.Select(t => new CompleteUserTask(t.Key, TestInstance.Context(("x", FeelValue.Of(random.Next(4)))))));
        commands.AddRange(state.Jobs.Select(j => random.Next(5) == 0
            ? (Command)new ThrowJobError(j.Key, "FEL", FeelContext.Empty)
            : new CompleteJob(j.Key, TestInstance.Context(("x", FeelValue.Of(random.Next(4)))))));
        commands.AddRange(state.Timers.Select(t => new FireTimer(t.Key)));
        commands.AddRange(state.MessageWaits.Select(m => new CorrelateMessage(m.MessageName, m.CorrelationKey, FeelContext.Empty)));
        commands.AddRange(state.Incidents.Select(i => new RetryIncident(i.Key, FeelContext.Empty)));
        if (commands.Count == 0)
            throw new AssertionException("Nothing can be done: " + Encoding.UTF8.GetString(StateJson.Write(state)));
        // Finishing work goes before new events, so that an instance comes to its end.
        return random.Next(3) > 0 ? commands[0] : commands[random.Next(commands.Count)];
    }
}
