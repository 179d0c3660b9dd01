using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Execution;

/// <summary>May this command run now? Asked before anything happens.</summary>
internal static class CommandGuard
{
    /// <summary>Null when the command may run.</summary>
    internal static Rejection? Check(ModelBundle models, InstanceState state, Command command)
    {
        if (command is StartProcess)
            return state.IsStarted ? Rejections.Of("instance.already-started", state.ProcessId) : null;
        if (!state.IsStarted)
            return Rejections.Of("instance.not-started");
        if (state.IsEnded)
            return Rejections.Of("instance.ended", state.Outcome);
        if (state.BundleHash != models.Hash)
            return Rejections.Of("bundle.other", state.BundleHash);
        return command switch
        {
            CompleteUserTask c when state.FindTask(c.TaskKey) is null => Rejections.Of("task.not-open", c.TaskKey),
            ThrowTaskError c when state.FindTask(c.TaskKey) is null => Rejections.Of("task.not-open", c.TaskKey),
            FireTimer c when state.FindWait(c.TimerKey) is not OpenTimer => Rejections.Of("timer.not-open", c.TimerKey),
            CompleteJob c => CheckJob(state, c.JobKey),
            FailJob c => CheckJob(state, c.JobKey),
            ThrowJobError c => CheckJob(state, c.JobKey),
            RetryIncident c when state.FindIncident(c.IncidentKey) is null => Rejections.Of("incident.not-open", c.IncidentKey),
            _ => null,
        };
    }

    private static Rejection? CheckJob(InstanceState state, long key) =>
        state.FindWait(key) is OpenJob ? null : Rejections.Of("job.not-open", key);
}
