using System.Resources;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Organisation;
using CaseFlow.Cases.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Meetings;

/// <summary>Says of a case that waits for a meeting which body it waits for, and which day once it stands on an agenda: the model cannot know either.</summary>
internal sealed class WaitingCaseProjection : ISubjectProjection
{
    private static readonly ResourceManager Texts = new("CaseFlow.Cases.Meetings.MeetingTexts", typeof(WaitingCaseProjection).Assembly);

    public string SubjectKind => "case";

    public async Task Project(ProcessUnit unit, LoadedInstance instance, CancellationToken ct)
    {
        // A case with something to do waits for that first; one that has ended waits for nothing.
        if (instance.State.IsEnded || instance.State.OpenTasks.Count > 0
            || await unit.Db.Set<WaitingCase>().FindAsync([instance.Id], ct) is not { } waiting || unit.Db.Entry(waiting).State == EntityState.Deleted
            || await unit.Db.Cases.FindAsync([instance.Id], ct) is not { } row)
        {
            return;
        }

        var body = (await unit.Organisation(ct)).Organisation.FindBody(waiting.Body)?.ShortName ?? new(waiting.Body, waiting.Body);
        var meeting = waiting.MeetingId is { } id ? await unit.Db.Set<Meeting>().FindAsync([id], ct) : null;
        var next = meeting is null ? BilingualText.From(Texts, "Waiting.Next", body) : BilingualText.From(Texts, "Waiting.On", body, meeting.Date);
        (row.OwnerText, row.OwnerTextEn) = (body.Sv, body.En);
        (row.NextStep, row.NextStepEn) = (next.Sv, next.En);
    }
}
