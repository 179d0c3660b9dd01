using CaseFlow.Cases.Processes;
using CaseFlow.Cases.Storage;
using CaseFlow.Engine.Feel;
using CaseFlow.Messaging.Hosting;
using Microsoft.Extensions.Logging;

namespace CaseFlow.Messaging.Jobs;

/// <summary>
/// Runs the service tasks of mode <c>job</c>, at least once. A handler that fails is tried again with growing pauses;
/// after the last attempt an incident stands on the task, which a person mends and retries.
/// </summary>
internal sealed partial class JobRunner(
    Leases leases, TopicRegistry topics, FinishJob finish, NodeName node, Wakes wakes, TimeProvider time, ILogger<JobRunner> log)
    : PollingLoop(wakes.Jobs, time, TimeSpan.FromSeconds(1), log)
{
    /// <summary>The pauses between attempts; one attempt more than there are pauses.</summary>
    private static readonly TimeSpan[] Pauses =
        [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(10), TimeSpan.FromHours(1)];

    /// <summary>A handler that takes longer is stopped, before another node may take its job.</summary>
    private static readonly TimeSpan WorkTime = TimeSpan.FromSeconds(30);

    /// <summary>After this another node takes the job of a dead one: nobody waits a minute because a machine went down.</summary>
    private static readonly TimeSpan LeaseTime = WorkTime + TimeSpan.FromSeconds(15);

    private readonly TimeProvider _time = time;

    protected override Task<bool> Work(CancellationToken ct) => RunOne(ct);

    /// <summary>Runs one job that waits.</summary>
    /// <returns>True when there was one.</returns>
    public async Task<bool> RunOne(CancellationToken ct)
    {
        if (await leases.TakeJobs(node.Value, 1, LeaseTime, ct) is not [var job])
            return false;
        if (topics.FindJob(job.Topic) is not { } handler)
        {
            await finish.Fail(job.InstanceId, job.JobKey, "topic.unknown", ct);
            return true;
        }

        FeelContext answer;
        try
        {
            using var end = new CancellationTokenSource(WorkTime, _time);
            using var enough = CancellationTokenSource.CreateLinkedTokenSource(ct, end.Token);
            answer = await handler.Run(new(job.InstanceId, job.JobKey, job.ElementId, InputOf(job), job.Attempts), enough.Token);
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            await Failed(job, e, ct);
            return true;
        }

        // The process may die here: then the handler runs once more, with the same idempotency key.
        var outcome = await finish.Complete(job.InstanceId, job.JobKey, answer, ct);
        if (!outcome.IsAccepted)
            await Failed(job, new InvalidOperationException(outcome.Refusals[0].Code), ct);
        return true;
    }

    private async Task Failed(JobRow job, Exception cause, CancellationToken ct)
    {
        var error = cause.GetType().Name;
        LogFailed(log, cause, job.Topic, job.InstanceId, job.Attempts);
        if (job.Attempts > Pauses.Length)
            await finish.Fail(job.InstanceId, job.JobKey, error, ct);
        else
            await leases.PutBack(job, Pauses[job.Attempts - 1], error, ct);
    }

    private static FeelContext InputOf(JobRow job)
    {
        using var document = System.Text.Json.JsonDocument.Parse(job.Input);
        return FeelJson.Read(document.RootElement).AsContext()
            ?? throw new InvalidOperationException($"The input of job {job.JobKey} of {job.InstanceId} is not a context.");
    }

    [LoggerMessage(LogLevel.Error, "Job {Topic} of {InstanceId} failed, attempt {Attempts}.")]
    private static partial void LogFailed(ILogger log, Exception exception, string topic, Guid instanceId, int attempts);
}
