using CaseFlow.Cases.Tasks;
using CaseFlow.Contracts.Tasks;

namespace CaseFlow.Cases.Storage;

/// <summary>Tells the bus which tasks of a case or a meeting were opened, done and withdrawn by a commit.</summary>
internal static class TaskEvents
{
    public static void Publish(ProcessUnit unit, LoadedInstance instance, ProcessRows rows)
    {
        Guid? caseId = instance.SubjectKind == "case" ? instance.Id : null;
        Guid? meetingId = instance.SubjectKind == "meeting" ? instance.Id : null;
        if (caseId is null && meetingId is null)
        {
            return;
        }

        var (number, version) = (instance.Number ?? "", instance.NextVersion);
        foreach (var task in rows.Ended)
        {
            unit.Publish(
                task.End == TaskEnd.Done
                    ? new TaskCompleted(caseId, meetingId, number, version, task.TaskKey, task.ElementId, task.EndedBy ?? "")
                    : new TaskWithdrawn(caseId, meetingId, number, version, task.TaskKey, task.ElementId),
                instance.Id);
        }

        foreach (var task in rows.Opened)
        {
            unit.Publish(
                new TaskOpened(
                    caseId, meetingId, number, version, task.TaskKey, task.ElementId,
                    [.. task.Candidates.Select(c => new TaskCandidate(c.Role, c.Side, c.Area))], task.DueAt),
                instance.Id);
        }
    }
}
