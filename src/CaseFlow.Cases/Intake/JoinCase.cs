using CaseFlow.Cases.Access;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Intake;

/// <summary>Another area stands behind a case (<em>vi delar frågan</em>, R36). Done twice it is done once.</summary>
public sealed class JoinCase(ProcessStore store)
{
    private static readonly string[] Roles = ["processledare", "processtod"];

    public Task<Outcome<CaseReceipt>> Handle(Actor actor, string? requestId, Guid caseId, string area, CancellationToken ct) =>
        store.Run<CaseReceipt>(actor, nameof(JoinCase), requestId, (unit, token) => Decide(unit, caseId, area, token), ct);

    private static async Task<Outcome<CaseReceipt>> Decide(ProcessUnit unit, Guid caseId, string area, CancellationToken ct)
    {
        var row = await unit.Db.Cases.FindAsync([caseId], ct);
        if (row is null)
            return IntakeRefusals.NotFound();
        if (!Array.Exists(Roles, role => unit.Actor.Holds(role, area: area)))
            return IntakeRefusals.NotYours();
        if (row.OriginArea == area)
            return IntakeRefusals.OwnArea();
        if (!await unit.Db.Set<CoSponsor>().AnyAsync(s => s.CaseId == caseId && s.Area == area, ct))
            unit.Db.Add(new CoSponsor { CaseId = caseId, Area = area, JoinedBy = unit.Actor.AccountId, JoinedAt = unit.Now });
        return Outcome<CaseReceipt>.Accepted(new(caseId, row.Number, row.Version));
    }
}
