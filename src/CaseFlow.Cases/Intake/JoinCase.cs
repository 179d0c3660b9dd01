using CaseFlow.Cases.Access;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Intake;

/// <summary>Another area stands behind a case (<em>vi delar frågan</em>, R36). Done twice it is done once.</summary>
public sealed class JoinCase(ProcessStore store)
{
    private const int MaxComment = 8000;

    /// <summary>The roles that speak for an area here.</summary>
    public static IReadOnlyList<string> Roles { get; } = ["processledare", "processtod"];

    public Task<Outcome<CaseReceipt>> Handle(Actor actor, string? requestId, Guid caseId, string area, CancellationToken ct) =>
        Handle(actor, requestId, caseId, area, comment: null, ct);

    /// <param name="comment">What the area adds to the question; goes into the preparation thread.</param>
    public Task<Outcome<CaseReceipt>> Handle(Actor actor, string? requestId, Guid caseId, string area, string? comment, CancellationToken ct) =>
        store.Run<CaseReceipt>(actor, nameof(JoinCase), requestId, (unit, token) => Decide(unit, caseId, area, comment, token), ct);

    private static async Task<Outcome<CaseReceipt>> Decide(ProcessUnit unit, Guid caseId, string area, string? comment, CancellationToken ct)
    {
        var row = await unit.Db.Cases.FindAsync([caseId], ct);
        if (row is null)
            return IntakeRefusals.NotFound();
        if (!Roles.Any(role => unit.Actor.Holds(role, area: area)))
            return IntakeRefusals.NotYours();
        if (row.OriginArea == area)
            return IntakeRefusals.OwnArea();
        if (row.ClosedAt is not null)
            return IntakeRefusals.Closed();
        if (comment?.Length > MaxComment)
            return IntakeRefusals.CommentLength(MaxComment);
        if (PersonalNumberGuard.Check(comment, "kommentar") is { } personal)
            return personal;
        if (!await unit.Db.Set<CoSponsor>().AnyAsync(s => s.CaseId == caseId && s.Area == area, ct))
            unit.Db.Add(new CoSponsor { CaseId = caseId, Area = area, JoinedBy = unit.Actor.AccountId, JoinedAt = unit.Now });
        if (!string.IsNullOrWhiteSpace(comment))
        {
            unit.Db.Add(new CaseNote
            {
                Id = unit.Ids.Next(),
                CaseId = caseId,
                Kind = CaseNoteKind.Sharing,
                Text = comment.Trim(),
                Area = area,
                WrittenBy = unit.Actor.AccountId,
                WrittenAt = unit.Now,
            });
        }

        return Outcome<CaseReceipt>.Accepted(new(caseId, row.Number, row.Version));
    }
}
