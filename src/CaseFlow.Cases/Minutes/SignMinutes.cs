using CaseFlow.Cases.Forms;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Meetings;
using CaseFlow.Cases.Organisation;
using CaseFlow.Cases.Storage;
using CaseFlow.Cases.Tasks;
using CaseFlow.Engine.Feel;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Minutes;

/// <summary>Signs the last version of the minutes, or says why not (R139): two persons, one from each side, the same hash, each having just shown who they are.</summary>
internal sealed class SignMinutes(ISignatureProof proof) : ITaskCommand
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

        var signatory = context.Variables["undertecknare"].AsContext() ?? FeelContext.Empty;
        var role = signatory["roll"].AsString() ?? "";
        if (await Refusal(context, meeting, minutes, role, ct) is { } refusal)
            return refusal;
        if (proof.MethodFor(unit.Actor.AccountId, minutes.Hash) is not { } method)
            return MinutesRefusals.NotConfirmed();
        unit.Db.Add(new MinutesSignature
        {
            MeetingId = meeting,
            Version = minutes.Version,
            Role = role,
            Side = signatory["sida"].AsString() ?? "",
            Hash = minutes.Hash,
            Method = method,
            SignedBy = unit.Actor.AccountId,
            SignedAt = unit.Now,
        });
        return Outcome<FeelContext>.Accepted(FeelContext.Empty);
    }

    private static async Task<Refusal?> Refusal(TaskContext context, Guid meeting, MinutesVersion minutes, string role, CancellationToken ct)
    {
        var unit = context.Unit;
        if ((await unit.Organisation(ct)).Rules.For(RuleKinds.TwoSignatures, unit.Today) is not { } clause)
            return null;
        var account = unit.Actor.AccountId;
        if (await unit.Db.Set<MinutesSignature>().AnyAsync(s => s.MeetingId == meeting && s.Version == minutes.Version && s.SignedBy == account, ct))
            return MinutesRefusals.TwoPersons(clause);
        return clause.Settings.Flag("present") && role == clause.Settings.Text("second") && await WasAbsent(unit, meeting, ct)
            ? MinutesRefusals.Absent(clause)
            : null;
    }

    // Only what is recorded counts: an account that no seat points at, and a seat without attendance, say nothing of who was there.
    private static async Task<bool> WasAbsent(ProcessUnit unit, Guid meetingId, CancellationToken ct)
    {
        if (await unit.Db.Set<Meeting>().FindAsync([meetingId], ct) is not { } meeting)
            return false;
        var account = unit.Actor.AccountId;
        var seats = await unit.Db.Set<Seat>().AsNoTracking().Include(s => s.Holders)
            .Where(s => s.Body == meeting.Body && s.Holders.Any(h => h.AccountId == account)).ToListAsync(ct);
        var recorded = await unit.Db.Set<Attendance>().AsNoTracking().Where(a => a.MeetingId == meetingId).ToDictionaryAsync(a => a.SeatKey, StringComparer.Ordinal, ct);
        var wasThere = seats
            .Where(s => recorded.ContainsKey(s.Reference))
            .SelectMany(s => s.Holders.Where(h => h.AccountId == account && h.IsInForce(meeting.Date)).Select(h => IsThere(recorded[s.Reference], h)))
            .ToList();
        return wasThere.Count > 0 && !wasThere.Contains(true);
    }

    // A substitute was there when that one is named, or when nobody said which of them came.
    private static bool IsThere(Attendance recorded, SeatHolder holder) => holder.IsSubstitute
        ? recorded.State == AttendanceStates.Substitute && (recorded.SubstituteId == holder.Id || (recorded.SubstituteId is null && recorded.Substitute.Length == 0))
        : recorded.State is AttendanceStates.Present or AttendanceStates.Late;
}
