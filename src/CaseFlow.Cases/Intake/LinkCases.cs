using CaseFlow.Cases.Access;
using CaseFlow.Cases.Documents;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Intake;

/// <summary>Says that two cases belong together: the same matter twice, or near each other. Whoever takes part in the one that points may say so.</summary>
public sealed class LinkCases(ProcessStore store)
{
    /// <summary>What people link by hand; the other kinds follow from what happens.</summary>
    public static IReadOnlyList<CaseLinkKind> ByHand { get; } = [CaseLinkKind.Duplicates, CaseLinkKind.Related];

    /// <param name="toNumber">Number of the case that is pointed at.</param>
    public Task<Outcome<CaseReceipt>> Handle(Actor actor, string? requestId, Guid caseId, string toNumber, CaseLinkKind kind, CancellationToken ct) =>
        store.Run<CaseReceipt>(actor, nameof(LinkCases), requestId, async (unit, token) =>
        {
            if (await unit.Db.Cases.FindAsync([caseId], token) is not { } row)
                return IntakeRefusals.NotFound();
            if (!await DocumentAccess.TakesPart(unit.Db, actor, caseId, token))
                return IntakeRefusals.NotYours();
            if (!ByHand.Contains(kind))
                return IntakeRefusals.LinkKind();
            var number = (toNumber ?? "").Trim();
            if (await unit.Db.Cases.FirstOrDefaultAsync(c => c.Number == number, token) is not { } other)
                return IntakeRefusals.NoSuchNumber();
            if (other.Id == caseId)
                return IntakeRefusals.LinkToItself();
            if (!await unit.Db.Set<CaseLink>().AnyAsync(Between(caseId, other.Id, kind), token))
                unit.Db.Add(new CaseLink { CaseId = caseId, ToCaseId = other.Id, Kind = kind, MadeBy = actor.AccountId, MadeAt = unit.Now });
            return Outcome<CaseReceipt>.Accepted(new(caseId, row.Number, row.Version));
        }, ct);

    /// <summary>Takes a link away that was made by hand. Done twice it is done once.</summary>
    public Task<Outcome<CaseReceipt>> Remove(Actor actor, string? requestId, Guid caseId, Guid otherId, CaseLinkKind kind, CancellationToken ct) =>
        store.Run<CaseReceipt>(actor, "RemoveCaseLink", requestId, async (unit, token) =>
        {
            if (await unit.Db.Cases.FindAsync([caseId], token) is not { } row)
                return IntakeRefusals.NotFound();
            if (!await DocumentAccess.TakesPart(unit.Db, actor, caseId, token))
                return IntakeRefusals.NotYours();
            if (!ByHand.Contains(kind))
                return IntakeRefusals.LinkKind();
            unit.Db.RemoveRange(await unit.Db.Set<CaseLink>().Where(Between(caseId, otherId, kind)).ToListAsync(token));
            return Outcome<CaseReceipt>.Accepted(new(caseId, row.Number, row.Version));
        }, ct);

    // Read in both directions, so it is the same link whichever end it was made from.
    private static System.Linq.Expressions.Expression<Func<CaseLink, bool>> Between(Guid one, Guid other, CaseLinkKind kind) =>
        l => l.Kind == kind && ((l.CaseId == one && l.ToCaseId == other) || (l.CaseId == other && l.ToCaseId == one));
}
