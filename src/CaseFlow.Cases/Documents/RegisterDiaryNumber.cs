using CaseFlow.Cases.Access;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Organisation;
using CaseFlow.Cases.Organisation.Reading;
using CaseFlow.Cases.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Documents;

/// <summary>Records under which number a side has registered the case in its own register. A case has none, one or several; each side records its own.</summary>
public sealed class RegisterDiaryNumber(ProcessStore store, OrganisationSource organisations)
{
    private const int MaxLength = 64;

    /// <param name="party">Key of the side.</param>
    /// <returns>The number as stored.</returns>
    public Task<Outcome<string>> Handle(Actor actor, string? requestId, Guid subjectId, string party, string number, CancellationToken ct) =>
        store.Run<string>(actor, nameof(RegisterDiaryNumber), requestId, async (unit, token) =>
        {
            if (await Side(unit, party, token) is not { } side)
                return DocumentRefusals.NoParty();
            if (!actor.Grants.Any(g => g.Side == party) && actor != Actor.System)
                return DocumentRefusals.NotForParty();
            if (await unit.Load(subjectId, token) is null)
                return DocumentRefusals.NoSubject();
            var plain = (number ?? "").Trim();
            if (plain.Length is 0 or > MaxLength || (side.DiaryNumber is { } format && !WholeTextPattern.IsMatch(format.Pattern, plain)))
                return DocumentRefusals.NumberFormat(side.DiaryNumber?.Example ?? "2026-0001");
            if (PersonalNumberGuard.Check(plain, "number") is { } personal)
                return personal;
            if (await unit.Db.Set<ExternalDiaryNumber>().AnyAsync(n => n.SubjectId == subjectId && n.Party == party && n.Number == plain, token))
                return DocumentRefusals.NumberThere();
            unit.Db.Add(new ExternalDiaryNumber
            {
                Id = unit.Ids.Next(),
                SubjectId = subjectId,
                Party = party,
                Number = plain,
                RegisteredBy = actor.AccountId,
                RegisteredAt = unit.Now,
            });
            return Outcome<string>.Accepted(plain);
        }, ct);

    /// <summary>Takes a number away that was recorded wrongly.</summary>
    /// <returns>The number that was taken away.</returns>
    public Task<Outcome<string>> Remove(Actor actor, string? requestId, Guid numberId, CancellationToken ct) =>
        store.Run<string>(actor, "RemoveDiaryNumber", requestId, async (unit, token) =>
        {
            if (await unit.Db.Set<ExternalDiaryNumber>().FirstOrDefaultAsync(n => n.Id == numberId, token) is not { } row)
                return DocumentRefusals.NotFound();
            if (!actor.Grants.Any(g => g.Side == row.Party) && actor != Actor.System)
                return DocumentRefusals.NotForParty();
            unit.Db.Remove(row);
            return Outcome<string>.Accepted(row.Number);
        }, ct);

    private async Task<Side?> Side(ProcessUnit unit, string party, CancellationToken ct) =>
        (await organisations.Current(unit, ct)).Organisation.FindSide(party);
}
