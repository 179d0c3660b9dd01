using CaseFlow.Cases.Access;
using CaseFlow.Cases.FollowUp;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Meetings;
using CaseFlow.Cases.Organisation;
using CaseFlow.Cases.Storage;
using CaseFlow.Contracts.Decisions;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Cases.Decisions;

/// <param name="ItemVersion">The version that the recorder saw.</param>
public sealed record RecordClauseRequest(Guid MeetingId, Guid ItemId, long ItemVersion, RecordedClauses Recorded);

public sealed record RecordClauseReceipt(Guid MeetingId, Guid ItemId, string Conclusion, string Effect, Guid? CommissionId);

/// <summary>
/// Records what a body says of an item and closes it (R62-R67). The item's case learns of it in the same commit, and its own
/// rules are checked before the item closes; a commission that is given becomes a case of its own.
/// </summary>
public sealed class RecordClause(ProcessStore store)
{
    private const string ConclusionMessage = "arende.moteslutsats";

    public Task<Outcome<RecordClauseReceipt>> Handle(Actor actor, string? requestId, RecordClauseRequest request, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(request);
        return store.Run<RecordClauseReceipt>(actor, nameof(RecordClause), requestId, (unit, token) => Decide(unit, request, token), ct);
    }

    private static async Task<Outcome<RecordClauseReceipt>> Decide(ProcessUnit unit, RecordClauseRequest request, CancellationToken ct)
    {
        var access = await MeetingAccess.Of(unit, request.MeetingId, MeetingRights.HoldingCommands, MeetingRefusals.NotHeld(), ct);
        if (!access.IsAccepted)
            return Outcome<RecordClauseReceipt>.Refused(access.Refusals);
        var meeting = access.Value.Meeting;
        if (await unit.Db.Set<AgendaItem>().FindAsync([request.ItemId], ct) is not { } item || item.MeetingId != meeting.Id)
            return MeetingRefusals.NotFound();
        if (unit.Today < meeting.Date)
            return MeetingRefusals.NotYet(meeting.Date);
        if (item.ClosedAt is not null)
            return MeetingRefusals.ItemClosed();
        if (item.Version != request.ItemVersion)
            return MeetingRefusals.ItemChanged();

        var recorded = request.Recorded with { Clauses = [.. request.Recorded.Clauses.Distinct(StringComparer.Ordinal)] };
        var about = item.CaseId is { } caseId ? await unit.Load(caseId, ct) : null;
        var rules = (await unit.Organisation(ct)).Rules;
        IReadOnlyList<Refusal> refusals =
        [
            .. DecisionRules.CheckFormal(item.IsFormal, recorded) is { } formal ? [formal] : Array.Empty<Refusal>(),
            .. DecisionRules.Check(rules, unit.Today, meeting.Body, about?.Variables["utfall"].AsString(), recorded),
        ];
        if (refusals.Count > 0)
            return Outcome<RecordClauseReceipt>.Refused(refusals);
        if (Texts(recorded).Select(t => PersonalNumberGuard.Check(t.Text, t.Field)).FirstOrDefault(r => r is not null) is { } personal)
            return personal;

        var (conclusion, effect) = (DecisionRules.Conclusion(recorded), DecisionRules.Effect(rules, unit.Today, recorded));
        Close(unit, item, recorded, conclusion, effect);
        if (about is not null && await PositionDocuments.Note(unit, rules, item, about, recorded.Documents, ct) is { } undecidable)
            return undecidable;
        if (about is not null && await Tell(unit, meeting, item, about.Id, recorded, ct) is { } untold)
            return untold;
        if (about is not null && recorded.Clauses.Contains(DecisionRules.AmendsCommission, StringComparer.Ordinal)
            && await AmendCommission.Said(unit, about, Amendment(recorded), recorded.ReportBy, new(MeetingId: meeting.Id), ct) is { } unamended)
            return unamended;
        var commission = await Commission(unit, meeting, item, recorded, ct);
        if (commission is { IsAccepted: false })
            return Outcome<RecordClauseReceipt>.Refused(commission.Refusals);
        unit.Publish(
            new MeetingItemDecided(meeting.Id, meeting.Number, access.Value.Instance.NextVersion, meeting.Body, item.Id, item.CaseId, about?.Number, recorded.Clauses, effect, unit.Today),
            meeting.Id);
        return Outcome<RecordClauseReceipt>.Accepted(new(meeting.Id, item.Id, conclusion, effect, commission?.Value.CaseId));
    }

    private static void Close(ProcessUnit unit, AgendaItem item, RecordedClauses recorded, string conclusion, string effect)
    {
        item.Clauses = string.Join(' ', recorded.Clauses);
        item.Wording = recorded.Wording.Trim();
        item.Conclusion = conclusion;
        item.Effect = effect;
        item.Consensus = DecisionRules.HasConsensus(recorded);
        item.DivergentViews = recorded.DivergentViews.Trim();
        item.NextStep = string.Join('\n', new[] { recorded.NextStep.Trim(), recorded.Reason.Trim() }.Where(t => t.Length > 0));
        item.Message = recorded.Message.Trim();
        item.ToBeSpread = recorded.ToBeSpread;
        item.NotPresented = recorded.NotPresented;
        (item.ClosedAt, item.ClosedBy) = (unit.Now, unit.Actor.AccountId);
        item.Version++;
    }

    private static async Task<Refusal?> Tell(ProcessUnit unit, Meeting meeting, AgendaItem item, Guid caseId, RecordedClauses recorded, CancellationToken ct)
    {
        var key = caseId.ToString("N");
        // A case that does not wait any longer (withdrawn meanwhile) must not take the conclusion from a buffer later.
        if ((await unit.WaitingFor(ConclusionMessage, key, ct)).Count == 0)
            return MeetingRefusals.NotWaiting();
        if (await unit.Db.Set<WaitingCase>().FindAsync([caseId], ct) is { } waiting)
            unit.Db.Remove(waiting);
        await unit.Send(ConclusionMessage, key, FeelContext.Of(
        [
            new("mote", FeelValue.Of(meeting.Id.ToString("N"))),
            new("punkt", FeelValue.Of(item.Id.ToString("N"))),
            new("slutsats", FeelValue.Of(item.Conclusion)),
            new("satser", FeelValue.Of(item.ClauseCodes.Select(FeelValue.Of).ToList())),
            new("effekt", FeelValue.Of(item.Effect)),
            new("konsensus", FeelValue.Of(DecisionRules.HasConsensus(recorded))),
            new("spridas", FeelValue.Of(item.ToBeSpread)),
            new("ejForedragen", FeelValue.Of(item.NotPresented)),
        ]), ct);
        return null;
    }

    private static async Task<Outcome<Intake.CaseReceipt>?> Commission(ProcessUnit unit, Meeting meeting, AgendaItem item, RecordedClauses recorded, CancellationToken ct) =>
        recorded.Clauses.Contains(DecisionRules.GivesCommission, StringComparer.Ordinal)
            ? await GiveCommission.Give(unit, new(meeting.Body, recorded.CommissionTitle, null, recorded.ReportBy, item.CaseId, recorded.Wording, new(MeetingId: meeting.Id)), ct)
            : null;

    // What the body added stands in its wording, or else in what it said that comes next.
    private static string Amendment(RecordedClauses recorded) =>
        new[] { recorded.Wording, recorded.NextStep, recorded.Message }.FirstOrDefault(t => !string.IsNullOrWhiteSpace(t)) ?? "";

    private static IEnumerable<(string Text, string Field)> Texts(RecordedClauses recorded) =>
    [
        (recorded.Wording, "ordalydelse"), (recorded.DivergentViews, "skildaSynsatt"), (recorded.NextStep, "nastaSteg"),
        (recorded.Message, "medskick"), (recorded.Reason, "skal"), (recorded.CommissionTitle, "uppdrag"),
    ];
}
