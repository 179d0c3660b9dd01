namespace CaseFlow.Cases.Storage;

/// <summary>Is told after every commit, in the process that made it: to wake a dispatcher, to hint open pages. A missed notice must do no harm.</summary>
public interface ICommitObserver
{
    /// <summary>Called on the committing thread; returns at once and never throws.</summary>
    void Committed(CommitNotice notice);
}

/// <param name="Instances">The instances that changed.</param>
/// <param name="HasOutbox">Messages wait to be sent.</param>
/// <param name="HasJobs">Jobs wait to be run.</param>
/// <param name="NextTimer">The earliest timer that this commit set, if any.</param>
public sealed record CommitNotice(IReadOnlyList<ChangedInstance> Instances, bool HasOutbox, bool HasJobs, DateTimeOffset? NextTimer);

/// <param name="Version">The version after the commit.</param>
public sealed record ChangedInstance(Guid InstanceId, string SubjectKind, long Version);
