using System.Text;
using CaseFlow.Engine.Execution;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Tests.Execution;

/// <summary>
/// Drives one instance. After every command the stored facts are replayed from the start and the stored state is read
/// back, and both must be the state that the engine left.
/// </summary>
internal sealed class TestInstance(ModelBundle models)
{
    internal static readonly DateTimeOffset Start0 = new(2026, 1, 12, 9, 0, 0, TimeSpan.Zero);

    internal InstanceState State { get; private set; } = new();

    internal List<Fact> Facts { get; } = [];

    internal IReadOnlyList<Fact> LastFacts { get; private set; } = [];

    internal DateTimeOffset Now { get; set; } = Start0;

    /// <summary>The elements with open tasks, in the order of their keys.</summary>
    internal string Tasks => string.Join(' ', State.OpenTasks.Select(t => t.ElementId));

    /// <summary>Everything active: what stands somewhere, and the scopes around it.</summary>
    internal string Active => string.Join(' ', State.ActiveElements.Select(e => e.ElementId));

    /// <summary>The elements entered so far, in order.</summary>
    internal string Path => string.Join(' ', Facts.OfType<ElementEntered>().Select(f => f.ElementId));

    internal static TestInstance Started(ModelBundle models, params (string Name, FeelValue Value)[] variables)
    {
        var instance = new TestInstance(models);
        instance.Do(new StartProcess("p", Context(variables)));
        return instance;
    }

    internal static FeelContext Context(params (string Name, FeelValue Value)[] variables) =>
        FeelContext.Of(variables.Select(v => KeyValuePair.Create(v.Name, v.Value)));

    internal void Complete(string elementId, params (string Name, FeelValue Value)[] variables)
    {
        var task = State.OpenTasks.FirstOrDefault(t => t.ElementId == elementId) ?? throw new AssertionException($"{elementId} is not open; {Tasks} are.");
        Do(new CompleteUserTask(task.Key, Context(variables)));
    }

    internal void Fire(string elementId)
    {
        var timer = State.Timers.FirstOrDefault(t => t.ElementId == elementId) ?? throw new AssertionException($"{elementId} runs no timer.");
        Now = timer.DueAt;
        Do(new FireTimer(timer.Key));
    }

    internal void FinishJob(string elementId, params (string Name, FeelValue Value)[] variables) =>
        Do(new CompleteJob(JobAt(elementId), Context(variables)));

    internal void FailJobWith(string elementId, string errorCode) => Do(new ThrowJobError(JobAt(elementId), errorCode, FeelContext.Empty));

    internal void Correlate(string message, string key = "", params (string Name, FeelValue Value)[] payload) =>
        Do(new CorrelateMessage(message, key, Context(payload)));

    internal void Signal(string name) => Do(new BroadcastSignal(name, FeelContext.Empty));

    internal long JobAt(string elementId) =>
        State.Jobs.FirstOrDefault(j => j.ElementId == elementId)?.Key ?? throw new AssertionException($"{elementId} has no job.");

    internal void Do(Command command)
    {
        if (Try(command) is { } rejection)
            throw new AssertionException($"{command} was rejected: {rejection.Code}");
    }

    internal Rejection? Try(Command command)
    {
        var result = ProcessEngine.Execute(models, State, command, new Moment(Now, "test"));
        LastFacts = result.Facts;
        Facts.AddRange(result.Facts);
        AssertReplays();
        return result.Rejection;
    }

    private void AssertReplays()
    {
        var replayed = new InstanceState();
        foreach (var fact in Facts)
        {
            var (name, version, json) = FactJson.Write(fact);
            replayed.Apply(FactJson.Read(name, version, json));
        }

        var stored = StateJson.Write(State);
        Assert.That(Text(StateJson.Write(replayed)), Is.EqualTo(Text(stored)), "The facts replayed do not give the state.");
        var restored = StateJson.Read(stored);
        Assert.That(Text(StateJson.Write(restored)), Is.EqualTo(Text(stored)), "The stored state is read back differently.");
        // Every other command goes on from what was stored, so that nothing lives in memory alone.
        if (Facts.Count % 2 == 0)
            State = restored;
    }

    private static string Text(byte[] json) => Encoding.UTF8.GetString(json);
}
