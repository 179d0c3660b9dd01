using CaseFlow.Engine.Execution.Elements.Containers;
using CaseFlow.Engine.Execution.Elements.Events;
using CaseFlow.Engine.Execution.Elements.Gateways;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Execution;

/// <summary>
/// The engine: decides what a command leads to. Pure: the same models, state, command and moment give the same facts.
/// </summary>
public static class ProcessEngine
{
    /// <summary>
    /// Carries out a command until the instance stands still. Each fact is applied to <paramref name="state"/> as it is
    /// emitted; a rejection comes only before the first fact and leaves the state as it was. What goes wrong after that
    /// is an incident in the instance. On an exception, which means a fault in the engine or a state that does not belong
    /// to the models, the state must be thrown away.
    /// </summary>
    /// <param name="models">The bundle that the instance is pinned to, or is to be pinned to when it starts.</param>
    public static ExecutionResult Execute(ModelBundle models, InstanceState state, Command command, Moment moment)
    {
        ArgumentNullException.ThrowIfNull(models);
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(moment);
        var run = new ProcessRun(models, state, moment);
        if ((CommandGuard.Check(models, state, command) ?? Begin(run, command)) is { } rejection)
            return new ExecutionResult([], rejection);
        Settle(run);
        return new ExecutionResult(run.Facts, null);
    }

    private static Rejection? Begin(ProcessRun run, Command command)
    {
        run.Bind();
        switch (command)
        {
            case CompleteUserTask c: CompleteTask(run, c); return null;
            case CompleteJob c: EndJob(run, c); return null;
            case FireTimer c: Fire(run, c); return null;
            case CorrelateMessage c: return Correlate(run, c);
            case StartProcess c: return Start(run, c);
            case BroadcastSignal c: SignalTrigger.Deliver(run, c.Name, c.Payload); return null;
            case FailJob c: Fail(run, c); return null;
            case ThrowTaskError c: return ThrowError(run, c);
            case ThrowJobError c: ThrowError(run, c); return null;
            case RetryIncident c: Retry(run, c); return null;
            case SetVariables c: run.Emit(new VariablesSet(0, c.Variables)); return null;
            case CancelInstance c: Lifecycle.EndProcess(run, "cancelled:" + c.ReasonCode); return null;
            default: throw new InvalidOperationException($"The command {command.GetType().Name} is not known.");
        }
    }

    /// <summary>
    /// Moves tokens until all of them stand still: first what is on its way, then joins that wait in vain. Conditions are
    /// looked at after every step that may have changed them.
    /// </summary>
    private static void Settle(ProcessRun run)
    {
        do
        {
            ConditionalTrigger.TriggerMet(run);
            while (run.Agenda.TryTake(out var item))
            {
                if (item.Signal is { } signal)
                    SignalTrigger.Deliver(run, signal, item.Scope);
                else if (item.Target is { } target)
                    Lifecycle.Enter(run, target, item.Flow, item.Scope);
                else
                    LoopItems.EnterNext(run, item.Scope);
                ConditionalTrigger.TriggerMet(run);
            }
        }
        while (InclusiveJoin.PassOne(run));
    }

    private static Rejection? Start(ProcessRun run, StartProcess command)
    {
        if (run.Models.FindProcess(command.ProcessId) is not { } process)
            return Rejections.Of("process.not-found", command.ProcessId);
        if (!TryFindStart(process, command, out var start))
            return Rejections.Of("start.not-found", command.StartElementId ?? command.MessageName ?? process.Id);

        run.Emit(new InstanceStarted(process.Id, run.Models.Hash, start?.Id ?? process.Id));
        if (command.Variables.Count > 0)
            run.Emit(new VariablesSet(0, command.Variables));
        run.Stage = LifecycleStage.Run;
        var root = run.State.Root!; // the fact above made it
        if (start is null or { Kind: ElementKind.StartEvent })
            SubProcessBehavior.Begin(run, root, start);
        else if (Listening.InScope(run, root))
            Triggering.Happened(run, start, root, FeelContext.Empty); // the message that it would wait for has come
        return null;
    }

    private static bool TryFindStart(ProcessModel process, StartProcess command, out ElementModel? start)
    {
        if (command.StartElementId is { } id)
            start = process.FindElement(id) is { Kind: ElementKind.StartEvent, Parent: null } found ? found : null;
        else if (command.MessageName is { } message)
            start = process.MessageStarts.FirstOrDefault(s => s.MessageName == message)?.Element;
        else
            start = process.NoneStart;
        // A process without any start event begins at everything that no flow leads to.
        return start is not null || (command is { StartElementId: null, MessageName: null } && process.Content.Starts.Length > 0);
    }

    private static void CompleteTask(ProcessRun run, CompleteUserTask command)
    {
        // The guard has found the task, and a task's key is its element instance's.
        var instance = run.State.FindInstance(command.TaskKey)!;
        run.Emit(new UserTaskDone(instance.Key, instance.ElementId, command.AnswerDigest));
        Lifecycle.Complete(run, instance, command.Variables);
    }

    private static Rejection? ThrowError(ProcessRun run, ThrowTaskError command)
    {
        var instance = run.State.FindInstance(command.TaskKey)!; // the guard has found the task
        if (Catching.Find(run, instance, EventTrigger.Error, command.ErrorCode) is not { } caught)
            return Rejections.Of("error.not-caught", command.ErrorCode);
        run.Emit(new ErrorThrown(instance.ElementId, command.ErrorCode));
        caught.Trigger(run, command.Variables);
        return null;
    }

    private static void EndJob(ProcessRun run, CompleteJob command)
    {
        var (job, instance) = JobAt(run, command.JobKey);
        run.Emit(new JobDone(job.Key, job.ElementId));
        Lifecycle.Complete(run, instance, command.Variables);
    }

    private static void Fail(ProcessRun run, FailJob command)
    {
        var (job, instance) = JobAt(run, command.JobKey);
        run.Emit(new JobWithdrawn(job.Key, job.ElementId));
        run.Stage = LifecycleStage.Run;
        run.RaiseIncident(instance, IncidentCodes.JobFailed, $"{job.Topic}: {command.Reason}");
    }

    private static void ThrowError(ProcessRun run, ThrowJobError command)
    {
        var (job, instance) = JobAt(run, command.JobKey);
        run.Emit(new JobWithdrawn(job.Key, job.ElementId));
        run.Emit(new ErrorThrown(job.ElementId, command.ErrorCode));
        if (Catching.Find(run, instance, EventTrigger.Error, command.ErrorCode) is { } caught)
        {
            caught.Trigger(run, command.Variables);
            return;
        }

        run.Stage = LifecycleStage.Run;
        run.RaiseIncident(instance, IncidentCodes.ErrorNotCaught, command.ErrorCode);
    }

    private static void Fire(ProcessRun run, FireTimer command)
    {
        var timer = run.State.FindWait(command.TimerKey)!; // the guard has found it
        run.Emit(new TimerFired(timer.Key, timer.ElementId));
        Triggering.Met(run, timer, FeelContext.Empty);
    }

    private static Rejection? Correlate(ProcessRun run, CorrelateMessage command)
    {
        if (run.State.FindMessageWait(command.Name, command.Key) is not { } wait)
            return Rejections.Of("message.not-awaited", command.Name);
        run.Emit(new MessageReceived(wait.Key, wait.ElementId, wait.MessageName));
        Triggering.Met(run, wait, command.Payload);
        return null;
    }

    private static void Retry(ProcessRun run, RetryIncident command)
    {
        var incident = run.State.FindIncident(command.IncidentKey)!; // the guard has found it
        var instance = run.State.FindInstance(incident.ElementKey)!; // an incident ends with its element instance
        run.Emit(new IncidentResolved(incident.Key, incident.ElementId));
        VariableScopes.Propagate(run, instance, command.Corrections);
        Retrying.Resume(run, instance, incident.Stage);
    }

    private static (OpenJob Job, ElementInstance Instance) JobAt(ProcessRun run, long key)
    {
        var job = (OpenJob)run.State.FindWait(key)!; // the guard has found it, and that it is a job
        return (job, run.State.FindInstance(job.ElementKey)!); // a job ends with its element instance
    }
}
