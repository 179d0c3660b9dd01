using CaseFlow.Cases.Language;
using CaseFlow.Cases.Storage;
using CaseFlow.Engine.Execution;
using CaseFlow.Engine.Feel;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Processes.Scenarios;

/// <summary>The cases and meetings of one scenario, and the time that passes for them: only their timers fire and only their jobs run, so that a scenario can be loaded beside others.</summary>
internal sealed class ScenarioWorld(IDbContextFactory<CaseFlowDb> databases, FireDueTimer fire, FinishJob finish, TopicRegistry topics, ScenarioClock clock)
{
    private readonly Dictionary<string, Guid> _ids = new(StringComparer.Ordinal);
    private readonly HashSet<Guid> _all = [];

    /// <summary>The last case or meeting that was named.</summary>
    public string? Case { get; private set; }

    public string? Meeting { get; private set; }

    /// <summary>What the last step was warned of.</summary>
    public IReadOnlyList<Warning> Warned { get; set; } = [];

    /// <summary>The clock's day in Sweden.</summary>
    public DateOnly Today => ScenarioClock.DayOf(clock.GetUtcNow());

    public CaseFlowDb OpenDb() => databases.CreateDbContext();

    public void AddCase(string? name, Guid id) => _ids[Case = name ?? $"case {_all.Count + 1}"] = Add(id);

    public void AddMeeting(string? name, Guid id) => _ids[Meeting = name ?? $"meeting {_all.Count + 1}"] = Add(id);

    /// <summary>Belongs to the scenario without a name: what came out of one of its steps.</summary>
    public Guid Add(Guid id)
    {
        _all.Add(id);
        return id;
    }

    public void Use(string? caseName, string? meetingName) => (Case, Meeting) = (caseName is not null && _ids.ContainsKey(caseName) ? caseName : Case, meetingName is not null && _ids.ContainsKey(meetingName) ? meetingName : Meeting);

    /// <exception cref="FormatException">Nothing with this name came before.</exception>
    public Guid Find(string? name) => Knows(name) ? _ids[name ?? ""] : throw new FormatException($"There is no case or meeting '{name}' yet.");

    public bool Knows(string? name) => name is not null && _ids.ContainsKey(name);

    /// <summary>Moves the clock to a moment; what is due on the way fires at its own time, in order, and jobs run.</summary>
    public async Task AdvanceTo(DateTimeOffset moment, CancellationToken ct)
    {
        if (moment < clock.GetUtcNow())
            throw new FormatException("A step goes back in time.");
        await RunJobs(ct);
        while (await NextTimer(moment, ct) is { } timer)
        {
            if (timer.DueAt > clock.GetUtcNow())
                clock.MoveTo(timer.DueAt);
            var fired = await fire.Handle(timer.InstanceId, timer.TimerKey, ct);
            if (!fired.IsAccepted)
                throw new InvalidOperationException($"The timer on {timer.ElementId} did not fire: {fired.Refusals[0].Code}.");
            await RunJobs(ct);
        }

        clock.MoveTo(moment);
    }

    /// <summary>Runs the jobs that wait, until none does.</summary>
    public async Task RunJobs(CancellationToken ct)
    {
        while (await NextJob(ct) is { } job)
        {
            var handler = topics.FindJob(job.Topic) ?? throw new InvalidOperationException($"No handler for {job.Topic}.");
            using var input = System.Text.Json.JsonDocument.Parse(job.Input);
            var answer = await handler.Run(new(job.InstanceId, job.JobKey, job.ElementId, FeelJson.Read(input.RootElement).AsContext() ?? FeelContext.Empty, 1), ct);
            var done = await finish.Complete(job.InstanceId, job.JobKey, answer, ct);
            if (!done.IsAccepted)
                throw new InvalidOperationException($"The job {job.Topic} did not finish: {done.Refusals[0].Code}.");
        }
    }

    /// <summary>The stored state of a case or meeting.</summary>
    public async Task<InstanceState> StateOf(Guid id, CancellationToken ct)
    {
        await using var db = OpenDb();
        return StateJson.Read((await db.Instances.AsNoTracking().SingleAsync(i => i.Id == id, ct)).State);
    }

    /// <summary>How many facts are stored in all: what a refused step must not change.</summary>
    public async Task<long> FactCount(CancellationToken ct)
    {
        await using var db = OpenDb();
        return await db.Facts.LongCountAsync(ct);
    }

    private async Task<TimerRow?> NextTimer(DateTimeOffset until, CancellationToken ct)
    {
        await using var db = OpenDb();
        return await db.Timers.AsNoTracking().Where(t => t.DueAt <= until && _all.Contains(t.InstanceId))
            .OrderBy(t => t.DueAt).ThenBy(t => t.InstanceId).ThenBy(t => t.TimerKey).FirstOrDefaultAsync(ct);
    }

    private async Task<JobRow?> NextJob(CancellationToken ct)
    {
        await using var db = OpenDb();
        return await db.Jobs.AsNoTracking().Where(j => _all.Contains(j.InstanceId)).OrderBy(j => j.InstanceId).ThenBy(j => j.JobKey).FirstOrDefaultAsync(ct);
    }
}
