using CaseFlow.Cases.Forms;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Organisation;
using CaseFlow.Cases.Tasks;
using CaseFlow.Engine.Feel;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Minutes;

/// <summary>Signs the last version of the minutes, or says why not (R139): two persons, one from each side, the same hash.</summary>
internal sealed class SignMinutes : ITaskCommand
{
    private const string Yes = "ja";

    public string Name => "SignMinutes";

    public async Task<Outcome<FeelContext>> Decide(TaskContext context, FormAnswers answers, CancellationToken ct)
    {
        var unit = context.Unit;
        var meeting = context.Instance.Id;
        var minutes = await SaveMinutes.Last(unit.Db, meeting, ct) ?? throw new InvalidOperationException($"Meeting {meeting} has no minutes to sign.");
        if (answers.Text("signerat") != Yes)
        {
            CommentOnMinutes.Add(unit, meeting, minutes.Version, answers.Text("skal") ?? "", true);
            return Outcome<FeelContext>.Accepted(FeelContext.Empty);
        }

        var clause = (await unit.Organisation(ct)).Rules.For(RuleKinds.TwoSignatures, unit.Today);
        var isSecondBySame = await unit.Db.Set<MinutesSignature>()
            .AnyAsync(s => s.MeetingId == meeting && s.Version == minutes.Version && s.SignedBy == unit.Actor.AccountId, ct);
        if (clause is not null && isSecondBySame)
            return MinutesRefusals.TwoPersons(clause);
        var signatory = context.Variables["undertecknare"].AsContext() ?? FeelContext.Empty;
        unit.Db.Add(new MinutesSignature
        {
            MeetingId = meeting,
            Version = minutes.Version,
            Role = signatory["roll"].AsString() ?? "",
            Side = signatory["sida"].AsString() ?? "",
            Hash = minutes.Hash,
            SignedBy = unit.Actor.AccountId,
            SignedAt = unit.Now,
        });
        return Outcome<FeelContext>.Accepted(FeelContext.Empty);
    }
}
