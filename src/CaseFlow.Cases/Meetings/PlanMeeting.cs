using System.Globalization;
using CaseFlow.Cases.Access;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Organisation;
using CaseFlow.Cases.Storage;
using CaseFlow.Contracts.Meetings;
using CaseFlow.Engine.Execution;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Cases.Meetings;

/// <param name="Body">Key of the body.</param>
/// <param name="Kind"><see cref="Meeting.Ordinary"/> or <see cref="Meeting.Extra"/>.</param>
/// <param name="StartsAt">Swedish local time.</param>
/// <param name="Reason">Why, for an extra meeting.</param>
public sealed record PlanMeetingRequest(
    string Body, string Kind, DateOnly Date, TimeOnly StartsAt, TimeOnly EndsAt, string Place, string Purpose, string? Reason = null);

/// <param name="Version">The meeting's version after it.</param>
public sealed record MeetingReceipt(Guid MeetingId, string Number, long Version) : IWarned
{
    /// <summary>What the mandate advises against.</summary>
    public IReadOnlyList<Warning> Warnings { get; init; } = [];
}

/// <summary>Plans a meeting: an ordinary one stands at once, an extra one waits for the chair to call it (R102).</summary>
public sealed class PlanMeeting(ProcessStore store)
{
    /// <summary>The message that starts a meeting in the deployed models.</summary>
    public const string StartMessage = "mote.planeras";
    private const string PapersDeadline = "handlingar-fore-mote";

    public Task<Outcome<MeetingReceipt>> Handle(Actor actor, string? requestId, PlanMeetingRequest request, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(request);
        return store.Run<MeetingReceipt>(actor, nameof(PlanMeeting), requestId, (unit, token) => Decide(unit, request, token), ct);
    }

    private static async Task<Outcome<MeetingReceipt>> Decide(ProcessUnit unit, PlanMeetingRequest request, CancellationToken ct)
    {
        var bundle = await unit.CurrentBundle(ct);
        if (bundle?.Processes.FirstOrDefault(p => p.MessageStarts.Any(m => m.MessageName == StartMessage)) is not { } process)
            return MeetingRefusals.NoProcess();
        var governance = await unit.Organisation(ct);
        if (Check(unit, governance, request) is { } refusal)
            return refusal;

        var id = unit.Ids.Next();
        var body = governance.Organisation.FindBody(request.Body);
        var number = string.Create(CultureInfo.InvariantCulture, $"{body?.ShortName.Sv ?? request.Body} {request.Date:yyyy-MM-dd}");
        var meeting = new Meeting
        {
            Id = id,
            Body = request.Body,
            Kind = request.Kind,
            Number = number,
            Date = request.Date,
            StartsAt = request.StartsAt,
            EndsAt = request.EndsAt,
            Place = request.Place.Trim(),
            Purpose = request.Purpose.Trim(),
            Reason = request.Reason?.Trim(),
            PapersDue = governance.Mandate.DayBefore(PapersDeadline, request.Date),
            PlannedBy = unit.Actor.AccountId,
        };
        unit.Db.Add(meeting);
        var variables = FeelContext.Of(
        [
            new("mote", FeelValue.Of(id.ToString("N"))),
            new("organ", FeelValue.Of(request.Body)),
            new("motesslag", FeelValue.Of(request.Kind)),
            new("motesdatum", FeelValue.Of(request.Date)),
        ]);
        var started = await unit.Start(id, Meeting.SubjectKind, new StartProcess(process.Id, variables, StartMessage), ct, id.ToString("N"));
        if (!started.IsAccepted)
            return Outcome<MeetingReceipt>.Refused(started.Refusals);
        started.Value.Number = number;
        unit.Publish(
            new MeetingPlanned(id, number, started.Value.NextVersion, meeting.Body, MeetingTime.Of(meeting.Date, meeting.StartsAt), MeetingTime.Of(meeting.Date, meeting.EndsAt), meeting.PapersDue),
            id);
        return Outcome<MeetingReceipt>.Accepted(new(id, number, started.Value.NextVersion));
    }

    private static Refusal? Check(ProcessUnit unit, DeployedOrganisation governance, PlanMeetingRequest request)
    {
        if (!MeetingRights.MayPlan(unit.Actor))
            return MeetingRefusals.NotYours();
        if (governance.Organisation.FindBody(request.Body)?.Meetings is null)
            return MeetingRefusals.UnknownBody();
        if (request.EndsAt <= request.StartsAt)
            return MeetingRefusals.Times();
        if (request.Date < unit.Today)
            return MeetingRefusals.InThePast();
        if ((PersonalNumberGuard.Check(request.Place, "lokal") ?? PersonalNumberGuard.Check(request.Purpose, "syfte") ?? PersonalNumberGuard.Check(request.Reason, "skal")) is { } personal)
            return personal;
        return request.Kind == Meeting.Extra && string.IsNullOrWhiteSpace(request.Reason)
            && governance.Rules.For(RuleKinds.OnlyRoleMay, unit.Today, ("act", "CallExtraMeeting")) is { } clause
                ? MeetingRefusals.ReasonForExtra(clause)
                : null;
    }
}
