using CaseFlow.Cases.Access;
using CaseFlow.Cases.Intake;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Organisation;
using CaseFlow.Cases.Storage;
using CaseFlow.Cases.Timeline;
using CaseFlow.Engine.Execution;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Cases.FollowUp;

/// <param name="Body">Key of the body that gives it (uppdragsgivare, R10).</param>
/// <param name="CameOutOf">The case that it came out of, if one.</param>
/// <param name="Wording">What the body said, in words; empty takes the title.</param>
/// <param name="Decision">Where it was decided.</param>
public sealed record GiveCommissionRequest(
    string Body, string Title, DateOnly? DeliverBy, DateOnly? ReportBy, Guid? CameOutOf = null, string Wording = "", CommissionDecision? Decision = null);

/// <summary>A body gives a commission (uppdrag): a case of its own that needs no sorting.</summary>
public sealed class GiveCommission(ProcessStore store)
{
    private const string StartMessage = "uppdrag.givet";

    public Task<Outcome<CaseReceipt>> Handle(Actor actor, string? requestId, GiveCommissionRequest request, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(request);
        return store.Run<CaseReceipt>(actor, nameof(GiveCommission), requestId, (unit, token) => Give(unit, request, token), ct);
    }

    /// <summary>Gives the commission inside another use case's commit: a body's recorded clause.</summary>
    internal static async Task<Outcome<CaseReceipt>> Give(ProcessUnit unit, GiveCommissionRequest request, CancellationToken ct)
    {
        var bundle = await unit.CurrentBundle(ct);
        if (bundle?.Processes.FirstOrDefault(p => p.MessageStarts.Any(m => m.MessageName == StartMessage)) is not { } process)
            return FollowUpRefusals.NoProcess();
        if (string.IsNullOrWhiteSpace(request.Title))
            return FollowUpRefusals.TitleMissing();
        if (request.Title.Trim().Length > CaseRow.MaxTitle)
            return FollowUpRefusals.TitleTooLong();
        if (PersonalNumberGuard.Check(request.Title, "rubrik") is { } personal)
            return personal;
        if (!CommissionRules.MayGive(unit.Actor, request.Body))
            return FollowUpRefusals.NotYours();
        var id = unit.Ids.Next();
        var level = (await unit.Organisation(ct)).Organisation.FindBody(request.Body)?.Level ?? "";
        var row = new CaseRow
        {
            Id = id,
            Title = request.Title.Trim(),
            OriginKind = CaseOrigins.Body,
            OriginLevel = level,
            Level = level,
            SubmittedBy = unit.Actor.AccountId,
            SubmittedAt = unit.Now,
            StatusSince = unit.Now,
            ChangedAt = unit.Now,
        };
        row.Index();
        unit.Db.Cases.Add(row);
        if (request.CameOutOf is { } from)
            unit.Db.Add(new CaseLink { CaseId = id, ToCaseId = from, Kind = CaseLinkKind.CameOutOf, MadeBy = unit.Actor.AccountId, MadeAt = unit.Now });
        var wording = request.Wording.Trim();
        CommissionHistory.Add(unit, id, 1, wording.Length > 0 ? wording : row.Title, request.ReportBy, request.Decision ?? CommissionDecision.None);
        var started = await unit.Start(id, CaseOrigins.SubjectKind, new StartProcess(process.Id, Variables(id, request), StartMessage), ct, id.ToString("N"));
        return started.IsAccepted
            ? Outcome<CaseReceipt>.Accepted(new(id, started.Value.Number, started.Value.NextVersion))
            : Outcome<CaseReceipt>.Refused(started.Refusals);
    }

    private static FeelContext Variables(Guid id, GiveCommissionRequest request) => FeelContext.Of(
    [
        new("arende", FeelValue.Of(id.ToString("N"))),
        new("ursprung", FeelValue.Of("uppdrag")),
        new("inlamnarroll", FeelValue.Of("beredningsansvarig")),
        new("ursprungsomrade", FeelValue.Null),
        new("inlamnarsida", FeelValue.Null),
        new("uppdragsgivare", FeelValue.Of(request.Body)),
        new("uppdragsversion", FeelValue.Of(1L)),
        new("leveransSenast", DateOrNull(request.DeliverBy)),
        new("rapportSenast", DateOrNull(request.ReportBy)),
    ]);

    private static FeelValue DateOrNull(DateOnly? date) => date is { } day ? FeelValue.Of(day) : FeelValue.Null;
}
