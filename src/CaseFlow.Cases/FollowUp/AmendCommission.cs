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
        if (wording.Length is 0 or > MaxWording)
            return FollowUpRefusals.WordingMissing();
        if (PersonalNumberGuard.Check(wording, "ordalydelse") is { } personal)
            return personal;
        if (request.MeetingId is { } meetingId && (await unit.Db.Set<Meeting>().FindAsync([meetingId], ct))?.Body != body)
            return FollowUpRefusals.OtherBody();
        var version = instance.Variables["uppdragsversion"].TryGetDecimal(out var current) ? (long)current + 1 : 1;
        var holds = request.ReportBy is { } day ? FeelValue.Of(day) : instance.Variables["rapportSenast"];
        var payload = FeelContext.Of([new("uppdragsversion", FeelValue.Of(version)), new("rapportSenast", holds)]);
        if (await unit.Execute(instance, new CorrelateMessage(Message, request.CaseId.ToString("N"), payload), ct) is not null)
            return FollowUpRefusals.NotRunning();
        CommissionHistory.Add(unit, request.CaseId, (int)version, wording, holds.TryGetDate(out var date) ? date : null, new(request.MeetingId));
        return Outcome<CaseReceipt>.Accepted(new(request.CaseId, instance.Number, instance.NextVersion));
    }
}
