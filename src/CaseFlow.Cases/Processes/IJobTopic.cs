using CaseFlow.Engine.Feel;

namespace CaseFlow.Cases.Processes;

/// <summary>
/// Handles a service task of mode <c>job</c>: runs after the commit, outside any transaction, at least once. What it does
/// elsewhere must therefore bear being done twice; <see cref="JobContext.IdempotencyKey"/> is the same every time.
/// </summary>
/// <remarks>Stateless. An exception is tried again later; after the last attempt an incident stands on the task.</remarks>
public interface IJobTopic
{
    /// <summary>The name in <c>caseflow:topic</c>.</summary>
    string Topic { get; }

    /// <summary>Does the work and returns the variables that the task completes with.</summary>
    Task<FeelContext> Run(JobContext context, CancellationToken ct);
}

/// <summary>What a job's handler works with.</summary>
/// <param name="InstanceId">The case or meeting.</param>
/// <param name="JobKey">The job's key inside the instance.</param>
/// <param name="Attempt">1 the first time.</param>
public sealed record JobContext(Guid InstanceId, long JobKey, string ElementId, FeelContext Input, int Attempt)
{
    /// <summary>Names this piece of work to the outside, the same at every attempt.</summary>
    public string IdempotencyKey => $"{InstanceId:N}-{JobKey}";
}
