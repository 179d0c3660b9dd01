using CaseFlow.Cases.Access;
using CaseFlow.Cases.Intake;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Meetings;
using CaseFlow.Cases.Storage;
using CaseFlow.Engine.Execution;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Cases.FollowUp;

/// <param name="Wording">What the body adds or changes, in words.</param>
/// <param name="ReportBy">The new date of the report; null keeps the one that holds.</param>
/// <param name="MeetingId">The meeting that decided it, when there was one.</param>
public sealed record AmendCommissionRequest(Guid CaseId, string Wording, DateOnly? ReportBy, Guid? MeetingId = null);

/// <summary>A body completes a commission or gives it another date (R67, R69): a new version of the same, never a new case.</summary>
public sealed class AmendCommission(ProcessStore store)
{
    /// <summary>What a commission that is being carried out waits for.</summary>
    public const string Message = "uppdrag.kompletterat";

    private const int MaxWording = 4000;

    public Task<Outcome<CaseReceipt>> Handle(Actor actor, string? requestId, AmendCommissionRequest request, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(request);
        return store.Run<CaseReceipt>(actor, nameof(AmendCommission), requestId, (unit, token) => Amend(unit, request, token), ct);
    }

    public static bool MayAmend(Actor actor, string body) => CommissionRules.MayGive(actor, body);

    private static async Task<Outcome<CaseReceipt>> Amend(ProcessUnit unit, AmendCommissionRequest request, CancellationToken ct)
    {
        var instance = await unit.Load(request.CaseId, ct);
        if (instance is null)
            return FollowUpRefusals.NotFound();
        var body = instance.Variables["uppdragsgivare"].AsString() ?? "";
        if (!CommissionRules.MayGive(unit.Actor, body))
            return FollowUpRefusals.NotYours();
        var wording = request.Wording.Trim();
        if (Wrong(wording) is { } wrong)
            return wrong;
        if (request.MeetingId is { } meetingId && (await unit.Db.Set<Meeting>().FindAsync([meetingId], ct))?.Body != body)
            return FollowUpRefusals.OtherBody();
        var (version, holds) = (await CommissionHistory.Next(unit, request.CaseId, ct), Holds(instance, request.ReportBy));
        if (await unit.Execute(instance, Telling(request.CaseId, version, holds), ct) is not null)
            return FollowUpRefusals.NotRunning();
        CommissionHistory.Add(unit, request.CaseId, version, wording, holds.TryGetDate(out var date) ? date : null, new(request.MeetingId));
        return Outcome<CaseReceipt>.Accepted(new(request.CaseId, instance.Number, instance.NextVersion));
    }

    /// <summary>
    /// Amends the commission that a body has just had before it, inside the commit that records what the body said. The model takes it on from there:
    /// what is carried out again is planned anew. Nothing happens to a case that is no commission.
    /// </summary>
    internal static async Task<Refusal?> Said(ProcessUnit unit, LoadedInstance about, string wording, DateOnly? reportBy, CommissionDecision decision, CancellationToken ct)
    {
        if (about.Variables["uppdragsgivare"].AsString() is not { Length: > 0 })
            return null;
        if (Wrong(wording.Trim()) is { } wrong)
            return wrong;
        var (version, holds) = (await CommissionHistory.Next(unit, about.Id, ct), Holds(about, reportBy));
        if ((await unit.WaitingFor(Message, about.Id.ToString("N"), ct)).Count > 0)
            await unit.Execute(about, Telling(about.Id, version, holds), ct);
        CommissionHistory.Add(unit, about.Id, version, wording.Trim(), holds.TryGetDate(out var date) ? date : null, decision);
        return null;
    }

    private static Refusal? Wrong(string wording) =>
        wording.Length is 0 or > MaxWording ? FollowUpRefusals.WordingMissing() : PersonalNumberGuard.Check(wording, "ordalydelse");

    private static FeelValue Holds(LoadedInstance instance, DateOnly? reportBy) => reportBy is { } day ? FeelValue.Of(day) : instance.Variables["rapportSenast"];

    private static CorrelateMessage Telling(Guid caseId, int version, FeelValue holds) =>
        new(Message, caseId.ToString("N"), FeelContext.Of([new("uppdragsversion", FeelValue.Of((long)version)), new("rapportSenast", holds)]));
}
