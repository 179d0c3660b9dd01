using CaseFlow.Cases.Storage;
using CaseFlow.Cases.Timeline;

namespace CaseFlow.Cases.Meetings;

/// <summary>Keeps the derived columns of <see cref="Meeting"/> in step with where its token stands.</summary>
internal sealed class MeetingProjection : ISubjectProjection
{
    public string SubjectKind => Meeting.SubjectKind;

    public async Task Project(ProcessUnit unit, LoadedInstance instance, CancellationToken ct)
    {
        if (await unit.Db.Set<Meeting>().FindAsync([instance.Id], ct) is not { } meeting)
            return;
        var position = CasePosition.Of(instance.State, instance.Bundle);
        if (position.Status is { } status)
            (meeting.StatusKey, meeting.StatusSv, meeting.StatusEn) = (status.Key, status.Sv, status.En);
        meeting.IsEnded = instance.State.IsEnded;
        meeting.Version = instance.NextVersion;
    }
}
