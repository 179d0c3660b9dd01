using CaseFlow.Cases.Decisions;
using CaseFlow.Cases.Escalation;
using CaseFlow.Cases.Forms;
using CaseFlow.Cases.Intake;
using CaseFlow.Cases.Meetings;
using CaseFlow.Cases.Storage;
using CaseFlow.Cases.Timeline;
using CaseFlow.Engine.Execution;
using CaseFlow.Engine.Feel;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.FollowUp;

/// <summary>What a case hangs together with: who gave the commission, the bodies it has passed, the commissions under it (R10, R72-R74, R84).</summary>
/// <param name="Commission">Null for a case that is no commission.</param>
/// <param name="Stations">The bodies' meetings in the order of time.</param>
/// <param name="Under">The commissions that came out of this case.</param>
/// <param name="TimesReturned">How many times a body has sent it back to the preparers (R56).</param>
public sealed record CaseChainView(CommissionView? Commission, IReadOnlyList<Station> Stations, IReadOnlyList<CommissionUnder> Under, int TimesReturned)
{
    public bool IsEmpty => Commission is null && Stations.Count == 0 && Under.Count == 0;
}

/// <param name="GivenBy">Key of the body.</param>
/// <param name="Version">Counted up each time that the body completes it.</param>
/// <param name="Executor">Who carries it out, in words; may be somebody without an account.</param>
/// <param name="Conditions">What the bodies have sent along: comments and conditions, first one first.</param>
public sealed record CommissionView(string GivenBy, int Version, DateOnly? ReportBy, DateOnly? DeliverBy, string? Executor, IReadOnlyList<string> Conditions);

/// <summary>A body that has had the case.</summary>
/// <param name="MeetingId">The meeting, when it is planned here.</param>
/// <param name="On">The day of the answer; null while the body has not answered.</param>
public sealed record Station(string Body, Guid? MeetingId, DateTimeOffset At, DateTimeOffset? On, IReadOnlyList<string> Clauses);

/// <param name="IsLate">Its report or delivery day has passed.</param>
public sealed record CommissionUnder(CaseRow Case, bool IsLate);

/// <summary>Reads what a case hangs together with.</summary>
public sealed class CaseChain(IDbContextFactory<CaseFlowDb> databases, TimeProvider time)
{
    private const string GiverVariable = "uppdragsgivare";
    private static readonly IReadOnlyList<string> Commands = ["PlanCommission", .. EscalationList.Commands];

    public async Task<CaseChainView> Read(Guid caseId, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var (items, packages) = await BodiesSaid.Of(db, caseId, ct);
        var stations = items.Select(p => new Station(p.Meeting.Body, p.Meeting.Id, Held(p.Meeting), Held(p.Meeting), p.Item.ClauseCodes))
            .Concat(packages.Select(p => new Station(p.Body, null, p.ReceivedAt, p.AnsweredAt, p.Clauses.Split(' ', StringSplitOptions.RemoveEmptyEntries))))
            .OrderBy(s => s.At).ToList();
        var returned = items.Count(p => p.Item.Conclusion == DecisionRules.Returns) + packages.Count(p => p.Answer == DecisionRules.Returns);
        var commission = await Commission(db, caseId, [.. items.Select(p => p.Item.Message)], ct);
        return new(commission, stations, await Under(db, caseId, ct), returned);
    }

    // A body answers when it meets, however late the answer is taken down.
    private static DateTimeOffset Held(Meeting meeting) => MeetingTime.Of(meeting.Date, meeting.StartsAt);

    private static async Task<CommissionView?> Commission(CaseFlowDb db, Guid caseId, IReadOnlyList<string> messages, CancellationToken ct)
    {
        var variables = await Variables(db, caseId, ct);
        var versions = await db.Set<CommissionVersion>().CountAsync(v => v.CaseId == caseId, ct);
        if (variables[GiverVariable].AsString() is not { Length: > 0 } giver)
            return null;
        var commands = Commands.ToList();
        var said = await db.Tasks.AsNoTracking().Where(t => t.InstanceId == caseId && t.CommandName != null && commands.Contains(t.CommandName))
            .Join(db.TaskAnswers.AsNoTracking(), t => new { t.InstanceId, t.TaskKey }, a => new { a.InstanceId, a.TaskKey }, (t, a) => new { a.AnsweredAt, a.Answers })
            .OrderBy(a => a.AnsweredAt).ToListAsync(ct);
        var answers = said.ConvertAll(a => FormAnswers.OfJson(a.Answers));
        return new(
            giver,
            versions,
            Day(variables["rapportSenast"]),
            Day(variables["leveransSenast"]),
            answers.Select(a => a.Text("utforare")).LastOrDefault(t => t is not null),
            [.. answers.Select(a => a.Text("medskick")).OfType<string>().Concat(messages).Where(t => t.Length > 0)]);
    }

    private async Task<IReadOnlyList<CommissionUnder>> Under(CaseFlowDb db, Guid caseId, CancellationToken ct)
    {
        var cases = await db.Set<CaseLink>().AsNoTracking().Where(l => l.ToCaseId == caseId && l.Kind == CaseLinkKind.CameOutOf)
            .Join(db.Cases.AsNoTracking(), l => l.CaseId, c => c.Id, (l, c) => new { l.MadeAt, Case = c }).OrderBy(l => l.MadeAt).Select(l => l.Case).ToListAsync(ct);
        var under = new List<CommissionUnder>();
        foreach (var commission in cases)
            under.Add(new(commission, await IsLate(db, commission, ct)));
        return under;
    }

    private async Task<bool> IsLate(CaseFlowDb db, CaseRow other, CancellationToken ct)
    {
        if (other.ClosedAt is not null || other.OriginKind != CaseOrigins.Body)
            return false;
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time.GetUtcNow(), Engine.Calendar.WorkingDays.Zone).DateTime);
        var variables = await Variables(db, other.Id, ct);
        return Day(variables["rapportSenast"]) < today || Day(variables["leveransSenast"]) < today;
    }

    private static async Task<FeelContext> Variables(CaseFlowDb db, Guid caseId, CancellationToken ct) =>
        await db.Instances.AsNoTracking().Where(i => i.Id == caseId).Select(i => i.State).FirstOrDefaultAsync(ct) is { } state
            ? StateJson.Read(state).Variables
            : FeelContext.Empty;

    private static DateOnly? Day(FeelValue value) => value.TryGetDate(out var day) ? day : null;
}
