using CaseFlow.Cases.Storage;

namespace CaseFlow.Messaging.Hosting;

/// <summary>Wakes the loops that a commit concerns. A commit on another node is found by looking again.</summary>
internal sealed class Wakes(TimeProvider time) : ICommitObserver, IDisposable
{
    public Wake Outbox { get; } = new(time);

    public Wake Jobs { get; } = new(time);

    public Wake Timers { get; } = new(time);

    public Wake Mail { get; } = new(time);

    public Wake Webhooks { get; } = new(time);

    public Wake DeadLetters { get; } = new(time);

    public Wake Summaries { get; } = new(time);

    public Wake Sweep { get; } = new(time);

    public void Committed(CommitNotice notice)
    {
        if (notice.HasOutbox)
            Outbox.Call();
        if (notice.HasJobs)
            Jobs.Call();
        if (notice.NextTimer is { } due && due <= time.GetUtcNow())
            Timers.Call();
    }

    public void Dispose()
    {
        Outbox.Dispose();
        Jobs.Dispose();
        Timers.Dispose();
        Mail.Dispose();
        Webhooks.Dispose();
        DeadLetters.Dispose();
        Summaries.Dispose();
        Sweep.Dispose();
    }
}
