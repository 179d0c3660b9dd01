using System.Diagnostics;
using CaseFlow.Engine.Execution;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Model;

namespace CaseFlow.Benchmarks.Speed;

/// <summary>How fast the engine is: one thread, in memory, facts made and applied.</summary>
internal static class EngineSpeed
{
    private const int Instances = 60_000;
    private static readonly Moment Moment = new(new DateTimeOffset(2026, 12, 1, 9, 0, 0, TimeSpan.Zero), "benchmark");
    private static readonly FeelContext[] RouteOf = [.. ReferenceProcess.Routes.Select(r => FeelContext.Of([KeyValuePair.Create("route", FeelValue.Of(r))]))];

    public static SpeedReport Run(int repeats)
    {
        var models = ReferenceProcess.Compile();
        Completions(models, Instances / 4);
        FloorCompletions(Instances / 4);
        var (engine, floor) = (new List<double>(), new List<double>());
        for (var i = 0; i < repeats; i++)
        {
            engine.Add(Completions(models, Instances));
            floor.Add(FloorCompletions(Instances));
        }

        var chain = ReferenceProcess.Chain(1000);
        ReferenceProcess.Compile(chain);
        return new("engine", repeats,
        [
            new("taskCompletionsPerSecond", SpeedReport.Median(engine), "completions/s", 1_000_000, IsAtLeast: true),
            new("floorPerSecond", SpeedReport.Median(floor), "completions/s"),
            new("parkedInstanceBytes", StateJson.Write(Parked(models)).Length, "bytes serialised", 600),
            new("parkedInstanceMemory", MemoryOfParked(models), "bytes in memory", 1024),
            new("compile1000Elements", SpeedReport.Median(Enumerable.Range(0, repeats).Select(_ => Milliseconds(() => ReferenceProcess.Compile(chain)))), "ms", 30),
            new("stepAt10Tokens", SpeedReport.Median(Enumerable.Range(0, repeats).Select(_ => StepAt(10))), "ns"),
            new("stepAt1000Tokens", SpeedReport.Median(Enumerable.Range(0, repeats).Select(_ => StepAt(1_000))), "ns"),
            new("stepAt10000Tokens", SpeedReport.Median(Enumerable.Range(0, repeats).Select(_ => StepAt(10_000))), "ns"),
            new("stepAmong100000Instances", SpeedReport.Median(Enumerable.Range(0, Math.Min(repeats, 3)).Select(_ => StepAmong(models, 100_000))), "ns"),
        ]);
    }

    private static double Completions(ModelBundle models, int instances)
    {
        var completed = 0;
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < instances; i++)
        {
            var state = ReferenceProcess.Started(models, ReferenceProcess.Id, Moment);
            while (!state.IsEnded)
            {
                var task = state.OpenTasks[0];
                ReferenceProcess.Accept(ProcessEngine.Execute(models, state, new CompleteUserTask(task.Key, task.ElementId == "sortera" ? RouteOf[i % 3] : FeelContext.Empty), Moment));
                completed++;
            }
        }

        return completed / watch.Elapsed.TotalSeconds;
    }

    private static double FloorCompletions(int instances)
    {
        var completed = 0;
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < instances; i++)
        {
            var floor = new Floor();
            floor.Start();
            while (!floor.IsEnded)
            {
                var (key, task) = floor.FirstOpen;
                floor.Complete(key, task == "sortera" ? ReferenceProcess.Routes[i % 3] : null);
                completed++;
            }
        }

        return completed / watch.Elapsed.TotalSeconds;
    }

    private static InstanceState Parked(ModelBundle models)
    {
        var state = ReferenceProcess.Started(models, ReferenceProcess.Id, Moment);
        ReferenceProcess.Accept(ProcessEngine.Execute(models, state, new CompleteUserTask(state.OpenTasks[0].Key, FeelContext.Empty), Moment));
        return state;
    }

    private static double MemoryOfParked(ModelBundle models)
    {
        const int Count = 20_000;
        var all = new InstanceState[Count];
        var before = GC.GetTotalMemory(forceFullCollection: true);
        for (var i = 0; i < Count; i++)
            all[i] = Parked(models);
        var after = GC.GetTotalMemory(forceFullCollection: true);
        GC.KeepAlive(all);
        return (after - before) / (double)Count;
    }

    // Half of the tokens are taken, so that the number of those that stay is of the same order throughout.
    private static double StepAt(int tokens)
    {
        var models = ReferenceProcess.Wide();
        var rounds = Math.Max(1, 2_000 / tokens);
        var steps = 0;
        var watch = new Stopwatch();
        for (var round = 0; round < rounds; round++)
        {
            var state = ReferenceProcess.Started(models, "bred", Moment, ("antal", FeelValue.Of(tokens)));
            var keys = state.OpenTasks.Take(tokens / 2).Select(t => t.Key).ToArray();
            watch.Start();
            foreach (var key in keys)
                ReferenceProcess.Accept(ProcessEngine.Execute(models, state, new CompleteUserTask(key, FeelContext.Empty), Moment));
            watch.Stop();
            steps += keys.Length;
        }

        return watch.Elapsed.TotalNanoseconds / steps;
    }

    private static double StepAmong(ModelBundle models, int instances)
    {
        var all = new InstanceState[instances];
        for (var i = 0; i < instances; i++)
            all[i] = ReferenceProcess.Started(models, ReferenceProcess.Id, Moment);
        var watch = Stopwatch.StartNew();
        foreach (var state in all)
            ReferenceProcess.Accept(ProcessEngine.Execute(models, state, new CompleteUserTask(state.OpenTasks[0].Key, FeelContext.Empty), Moment));
        return watch.Elapsed.TotalNanoseconds / instances;
    }

    private static double Milliseconds(Action work)
    {
        var watch = Stopwatch.StartNew();
        work();
        return watch.Elapsed.TotalMilliseconds;
    }
}
