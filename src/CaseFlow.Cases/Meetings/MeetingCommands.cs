using CaseFlow.Cases.Forms;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Organisation;
using CaseFlow.Cases.Tasks;
using CaseFlow.Engine.Feel;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Meetings;

/// <summary>Calls an extra meeting (R102): the chair, or the vice chair when nobody holds the chair of the year's side that day.</summary>
internal sealed class CallExtraMeeting : ITaskCommand
{
    public string Name => "CallExtraMeeting";

    public async Task<Outcome<FeelContext>> Decide(TaskContext context, FormAnswers answers, CancellationToken ct)
    {
        var unit = context.Unit;
        var clause = (await unit.Organisation(ct)).Rules.For(RuleKinds.OnlyRoleMay, unit.Today, ("act", Name));
        if (clause is null)
            return Outcome<FeelContext>.Accepted(FeelContext.Empty);
        var roles = clause.Settings.List("roles");
        var actsAs = context.ActsAs.Select(a => a.Role).ToList();
        if (!roles.Any(r => actsAs.Contains(r, StringComparer.Ordinal)))
            return MeetingRefusals.OnlyChair(clause);
        var isDeputyOnly = roles.Count > 1 && !actsAs.Contains(roles[0], StringComparer.Ordinal);
        if (isDeputyOnly && clause.Settings.Flag("deputyOnlyInAbsence") && await HasChair(context, roles[0], ct))
            return MeetingRefusals.OnlyChair(clause);
        return Outcome<FeelContext>.Accepted(FeelContext.Empty);
    }

    // The chair is absent when nobody holds the role today for the side in the chair that year: absence for a period is registered by ending the assignment.
    private static async Task<bool> HasChair(TaskContext context, string role, CancellationToken ct)
    {
        var (today, db) = (context.Unit.Today, context.Unit.Db);
        var side = (await db.Set<Meeting>().FindAsync([context.Instance.Id], ct))?.ChairSide;
        return await db.Set<Access.RoleAssignment>().AnyAsync(
            r => r.Role == role && (side == null || r.Side == side) && r.ValidFrom <= today && (r.ValidTo == null || r.ValidTo >= today), ct);
    }
}

/// <summary>Freezes and sends the notice; the purpose and the greeting that the form asks for stand on the meeting (R123).</summary>
internal sealed class SendNotice : ITaskCommand
{
    public string Name => "SendNotice";

    public async Task<Outcome<FeelContext>> Decide(TaskContext context, FormAnswers answers, CancellationToken ct)
    {
        if (await context.Unit.Db.Set<Meeting>().FindAsync([context.Instance.Id], ct) is { } meeting)
            (meeting.Purpose, meeting.Greeting) = (answers.Text("syfte") ?? meeting.Purpose, answers.Text("halsning") ?? "");
        return Outcome<FeelContext>.Accepted(FeelContext.Empty);
    }
}

/// <summary>Closes the meeting: every item with a case and every position is closed (R68), unless the meeting was interrupted and is finished in writing (R126).</summary>
internal sealed class CloseMeeting : ITaskCommand
{
    private const string Interrupted = "ja";

    public string Name => "CloseMeeting";

    public async Task<Outcome<FeelContext>> Decide(TaskContext context, FormAnswers answers, CancellationToken ct)
    {
        var meeting = await context.Unit.Db.Set<Meeting>().FindAsync([context.Instance.Id], ct);
        if (answers.Text("avbrutet") != Interrupted && meeting?.InterruptedAt is not null)
            return MeetingRefusals.WasInterrupted();
        if (meeting is not null && await EarlyRecord.Note(context.Unit, meeting, answers.Text("tidigtSkal"), "tidigtSkal", ct) is { } tooEarly)
            return tooEarly;
        if (answers.Text("avbrutet") == Interrupted && meeting is { InterruptedAt: null })
            (meeting.InterruptedAt, meeting.InterruptionReason) = (context.Now, answers.Text("avbrottSkal") ?? "");
        var open = (await MeetingAccess.Items(context.Unit, context.Instance.Id, ct)).Count(i => i.ClosedAt is null && (i.CaseId is not null || i.NeedsClause));
        return open > 0 && answers.Text("avbrutet") != Interrupted
            ? MeetingRefusals.ItemsOpen(open)
            : Outcome<FeelContext>.Accepted(FeelContext.Empty);
    }
}

/// <summary>Finishes an interrupted meeting in writing: every matter has got one of the outcomes that it can have then (R126).</summary>
internal sealed class FinishInWriting : ITaskCommand
{
    public string Name => "FinishInWriting";

    public async Task<Outcome<FeelContext>> Decide(TaskContext context, FormAnswers answers, CancellationToken ct)
    {
        var items = await MeetingAccess.Items(context.Unit, context.Instance.Id, ct);
        var open = items.Count(i => i.IsMatter && i.ClosedAt is null);
        return open > 0 ? MeetingRefusals.OutcomesMissing(open) : Outcome<FeelContext>.Accepted(FeelContext.Empty);
    }
}
