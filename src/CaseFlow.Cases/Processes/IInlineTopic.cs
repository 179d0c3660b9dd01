using CaseFlow.Cases.Storage;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Cases.Processes;

/// <summary>
/// Handles a service task of mode <c>inline</c>: runs inside the commit that reached the task, and the process goes on
/// with what it returns. It changes rows through <see cref="ProcessUnit.Db"/> only and talks to no other server,
/// because the whole commit may be thrown away and run again.
/// </summary>
/// <remarks>Stateless: registered once, used by many commits at the same time. An exception undoes the whole commit.</remarks>
public interface IInlineTopic
{
    /// <summary>The name in <c>caseflow:topic</c>.</summary>
    string Topic { get; }

    /// <summary>Does the work and returns the variables that the task completes with: codes, numbers, dates, booleans.</summary>
    Task<FeelContext> Run(TopicContext context, CancellationToken ct);
}

/// <summary>What an inline handler works with.</summary>
/// <param name="Unit">The running unit of work.</param>
/// <param name="Instance">The instance whose service task is reached; <c>Instance.Id</c> is the case's or meeting's id.</param>
/// <param name="ElementId">The service task in the model.</param>
/// <param name="Input">The task's <c>caseflow:input</c> values.</param>
/// <param name="JobKey">The task's key inside the instance.</param>
public sealed record TopicContext(ProcessUnit Unit, LoadedInstance Instance, string ElementId, FeelContext Input, long JobKey)
{
    /// <summary>
    /// What is known where the task stands: its scope's variables over those of the root, which does not know yet what a
    /// called process has found out. To be read before the handler does something that may interrupt the task.
    /// </summary>
    public FeelContext Variables => Instance.VariablesAt(JobKey);
}
