using CaseFlow.Cases.Access;
using CaseFlow.Cases.Intake;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Meetings;

/// <summary>
/// Somebody who stands for a side or an area raises a matter (övrig fråga) at a meeting that is being held. It becomes a
/// candidate case with the meeting and the raiser's role (R33), and is not settled at the meeting.
/// </summary>
public sealed class RaiseMatter(ProcessStore store)
{
    /// <returns>The candidate's id.</returns>
    public Task<Outcome<Guid>> Handle(Actor actor, string? requestId, Guid meetingId, string question, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(question);
        return store.Run<Guid>(actor, nameof(RaiseMatter), requestId, (unit, token) => Decide(unit, meetingId, question.Trim(), token), ct);
    }

    /// <summary>The grant in which the actor raises a matter; null for one who stands for no side and no area.</summary>
    public static RoleGrant? SpeaksAs(Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return actor.Grants.FirstOrDefault(g => g.Area is not null) ?? actor.Grants.FirstOrDefault(g => g.Side is not null);
    }

    private static async Task<Outcome<Guid>> Decide(ProcessUnit unit, Guid meetingId, string question, CancellationToken ct)
    {
        if (await unit.Db.Set<Meeting>().FindAsync([meetingId], ct) is null)
            return MeetingRefusals.NotFound();
        if (SpeaksAs(unit.Actor) is not { } speaker)
            return MeetingRefusals.NotTakingPart();
        var held = MeetingRights.HoldingCommands.ToList();
        if (!await unit.Db.Tasks.AnyAsync(t => t.InstanceId == meetingId && t.EndedAt == null && t.CommandName != null && held.Contains(t.CommandName), ct))
            return MeetingRefusals.NotHeld();
        if (question.Length is 0 or > CandidateCase.MaxQuestion)
            return MeetingRefusals.QuestionMissing();
        if (PersonalNumberGuard.Check(question, "fraga") is { } personal)
            return personal;
        var candidate = new CandidateCase
        {
            Id = unit.Ids.Next(),
            MeetingId = meetingId,
            Question = question,
            RaisedInRole = speaker.Role,
            RaisedForSide = speaker.Side,
            RaisedForArea = speaker.Area,
            RaisedBy = unit.Actor.AccountId,
            RaisedAt = unit.Now,
        };
        unit.Db.Add(candidate);
        return Outcome<Guid>.Accepted(candidate.Id);
    }
}
