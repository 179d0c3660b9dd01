using CaseFlow.Cases.Access;
using CaseFlow.Cases.Documents;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Storage;

namespace CaseFlow.Cases.Intake;

/// <summary>Writes in a case's shared preparation thread (R55): working material, read by everybody signed in, part of no record.</summary>
public sealed class CommentOnCase(ProcessStore store)
{
    private const int MaxLength = 8000;

    /// <param name="speaksFor">The grant that the writer speaks by; must be one of the actor's own, or null.</param>
    public Task<Outcome<Guid>> Handle(Actor actor, string? requestId, Guid caseId, string text, RoleGrant? speaksFor, CancellationToken ct) =>
        store.Run<Guid>(actor, nameof(CommentOnCase), requestId, (unit, token) => Decide(unit, caseId, text, speaksFor, token), ct);

    /// <summary>Whoever speaks for an area or a side, and whoever takes part in the case; others read.</summary>
    public static async Task<bool> MayComment(CaseFlowDb db, Actor actor, Guid caseId, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return actor.Grants.Any(g => g.Area is not null || g.Side is not null) || await DocumentAccess.TakesPart(db, actor, caseId, ct);
    }

    private static async Task<Outcome<Guid>> Decide(ProcessUnit unit, Guid caseId, string text, RoleGrant? speaksFor, CancellationToken ct)
    {
        if (await unit.Db.Cases.FindAsync([caseId], ct) is null)
            return IntakeRefusals.NotFound();
        if (!await MayComment(unit.Db, unit.Actor, caseId, ct))
            return IntakeRefusals.NotInThread();
        if (speaksFor is not null && !unit.Actor.Grants.Contains(speaksFor))
            return IntakeRefusals.NotYours();
        if (string.IsNullOrWhiteSpace(text) || text.Length > MaxLength)
            return IntakeRefusals.CommentLength(MaxLength);
        if (PersonalNumberGuard.Check(text, "kommentar") is { } personal)
            return personal;
        var note = new CaseNote
        {
            Id = unit.Ids.Next(),
            CaseId = caseId,
            Kind = CaseNoteKind.Comment,
            Text = text.Trim(),
            Area = speaksFor?.Area,
            Side = speaksFor?.Side,
            WrittenBy = unit.Actor.AccountId,
            WrittenAt = unit.Now,
        };
        unit.Db.Add(note);
        return Outcome<Guid>.Accepted(note.Id);
    }
}
