using CaseFlow.Cases.Processes;
using CaseFlow.Cases.Tasks;
using CaseFlow.Cases.Timeline;
using CaseFlow.Engine.Execution;
using CaseFlow.Engine.Feel;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Storage;

/// <summary>Turns an instance's new facts into the rows that others query: tasks, timers, jobs, subscriptions, incidents.</summary>
internal sealed class ProcessRows(ProcessUnit unit, LoadedInstance instance)
{
    private readonly TokenPositions _positions = new(instance.State, instance.Bundle);
    private readonly List<TaskRow> _opened = [];
    private readonly List<TaskRow> _ended = [];

    /// <summary>Tasks that were opened and are still open, for the events that tell of them.</summary>
    public IReadOnlyList<TaskRow> Opened => [.. _opened.Where(t => t.EndedAt is null)];

    /// <summary>Tasks that came to their end and had been open before.</summary>
    public IReadOnlyList<TaskRow> Ended => _ended;

    /// <summary>The earliest timer that now waits and did not before.</summary>
    public DateTimeOffset? NextTimer { get; private set; }

    public bool HasJobs { get; private set; }

    public async Task Apply(CancellationToken ct)
    {
        await LoadEnded(ct);
        foreach (var (fact, moment) in instance.Pending)
        {
            switch (fact)
            {
                case UserTaskOpened opened:
                    Open(opened, moment.Now);
                    break;
                case UserTaskDone done:
                    End(done.Key, TaskEnd.Done, moment);
                    break;
                case UserTaskWithdrawn withdrawn:
                    End(withdrawn.Key, TaskEnd.Withdrawn, moment);
                    break;
                case IncidentRaised raised:
                    unit.Db.Add(new IncidentRow
                    {
                        InstanceId = instance.Id,
                        IncidentKey = raised.Key,
                        ElementId = raised.ElementId,
                        Code = raised.Code,
                        Detail = raised.Detail,
                        RaisedAt = moment.Now,
                    });
                    break;
                case IncidentResolved resolved:
                    var incident = await unit.Db.Incidents.FindAsync([instance.Id, resolved.Key], ct);
                    if (incident is not null)
                    {
                        incident.ResolvedAt = moment.Now;
                    }

                    break;
            }
        }

        await Waits(ct);
    }

    // What waits now and did not before gets a row; what waited before and no longer does loses it.
    private async Task Waits(CancellationToken ct)
    {
        HashSet<long> begun = [], ended = [];
        foreach (var fact in instance.NewFacts)
        {
            switch (fact)
            {
                case TimerScheduled f: begun.Add(f.Key); break;
                case JobOpened f: begun.Add(f.Key); break;
                case MessageAwaited f: begun.Add(f.Key); break;
                case SignalAwaited f: begun.Add(f.Key); break;
                case TimerFired f: ended.Add(f.Key); break;
                case TimerCancelled f: ended.Add(f.Key); break;
                case JobDone f: ended.Add(f.Key); break;
                case JobWithdrawn f: ended.Add(f.Key); break;
                case MessageReceived f: ended.Add(f.Key); break;
                case MessageNoLongerAwaited f: ended.Add(f.Key); break;
                case SignalReceived f: ended.Add(f.Key); break;
                case SignalNoLongerAwaited f: ended.Add(f.Key); break;
            }
        }

        await Delete([.. ended.Except(begun)], ct);
        foreach (var timer in instance.State.Timers.Where(t => begun.Contains(t.Key)))
        {
            unit.Db.Add(new TimerRow { InstanceId = instance.Id, TimerKey = timer.Key, ElementId = timer.ElementId, DueAt = timer.DueAt });
            NextTimer = NextTimer is { } earliest && earliest <= timer.DueAt ? earliest : timer.DueAt;
        }

        foreach (var job in instance.State.Jobs.Where(j => !j.Inline && begun.Contains(j.Key)))
        {
            unit.Db.Add(new JobRow
            {
                InstanceId = instance.Id,
                JobKey = job.Key,
                ElementId = job.ElementId,
                Topic = job.Topic,
                Input = FeelJson.WriteText(FeelValue.Of(job.Input)),
                AvailableAt = unit.Now,
            });
            HasJobs = true;
        }

        unit.Db.AddRange(instance.State.MessageWaits.Where(w => begun.Contains(w.Key))
            .Select(w => Subscription(w, SubscriptionKind.Message, w.MessageName, w.CorrelationKey)));
        unit.Db.AddRange(instance.State.SignalWaits.Where(w => begun.Contains(w.Key))
            .Select(w => Subscription(w, SubscriptionKind.Signal, w.SignalName, "")));
    }

    private SubscriptionRow Subscription(Wait wait, SubscriptionKind kind, string name, string key) => new()
    {
        InstanceId = instance.Id,
        WaitKey = wait.Key,
        ElementId = wait.ElementId,
        Kind = kind,
        Name = name,
        CorrelationKey = key,
    };

    // Keys are counted across all kinds, so a key finds its row in one of the three tables.
    private async Task Delete(List<long> keys, CancellationToken ct)
    {
        if (keys.Count == 0)
        {
            return;
        }

        await unit.Db.Timers.Where(t => t.InstanceId == instance.Id && keys.Contains(t.TimerKey)).ExecuteDeleteAsync(ct);
        await unit.Db.Jobs.Where(j => j.InstanceId == instance.Id && keys.Contains(j.JobKey)).ExecuteDeleteAsync(ct);
        await unit.Db.Subscriptions.Where(s => s.InstanceId == instance.Id && keys.Contains(s.WaitKey)).ExecuteDeleteAsync(ct);
    }

    private void Open(UserTaskOpened opened, DateTimeOffset now)
    {
        // A task that was withdrawn again within the commit is no longer where its token stood.
        var element = _positions.Find(opened.Key)
            ?? instance.Bundle.Processes.Select(p => p.FindElement(opened.ElementId)).FirstOrDefault(e => e is not null);
        var row = new TaskRow
        {
            InstanceId = instance.Id,
            TaskKey = opened.Key,
            SubjectKind = instance.SubjectKind,
            ProcessId = element?.Process.Id ?? instance.Row.ProcessId,
            ElementId = opened.ElementId,
            Name = element?.Name ?? opened.ElementId,
            NameEn = element?.Called()?.En ?? opened.ElementId,
            LaneName = element?.LaneName,
            LaneNameEn = element?.Lane()?.En,
            FormKey = opened.Assignment.FormKey,
            CommandName = opened.Assignment.CommandName,
            Version = 1,
            OpenedAt = now,
            DueAt = CasePosition.DueOf(instance.State, _positions, opened.Key),
        };
        row.Candidates.AddRange(opened.Assignment.Candidates.Select((candidate, ordinal) => new TaskCandidateRow
        {
            InstanceId = instance.Id,
            TaskKey = opened.Key,
            Ordinal = ordinal,
            Role = candidate.Role,
            Side = candidate.Side,
            Area = candidate.Area,
        }));
        unit.Db.Tasks.Add(row);
        _opened.Add(row);
    }

    private async Task LoadEnded(CancellationToken ct)
    {
        // The task that is being completed is tracked already, and mostly it is the only one that ends.
        List<long> keys =
        [
            .. instance.NewFacts.Select(f => f switch { UserTaskDone d => d.Key, UserTaskWithdrawn w => w.Key, _ => 0 })
                .Where(key => key > 0 && unit.Db.Tasks.Local.FindEntryUntyped([instance.Id, key]) is null),
        ];
        if (keys.Count > 0)
        {
            await unit.Db.Tasks.Where(t => t.InstanceId == instance.Id && keys.Contains(t.TaskKey)).LoadAsync(ct);
        }
    }

    private void End(long key, TaskEnd end, Moment moment)
    {
        var row = unit.Db.Tasks.Local.FindEntryUntyped([instance.Id, key])?.Entity;
        if (row is null || row.EndedAt is not null)
        {
            return;
        }

        row.End = end;
        row.EndedAt = moment.Now;
        row.EndedBy = moment.Actor;
        if (unit.Db.Entry(row).State != EntityState.Added)
        {
            row.Version++;
            _ended.Add(row);
        }
    }
}
