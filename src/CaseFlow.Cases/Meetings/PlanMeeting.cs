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
        var number = MeetingRules.Name(governance.Organisation, request.Body, request.Date);
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
        var body = governance.Organisation.FindBody(request.Body);
        if (body?.Meetings is null)
            return MeetingRefusals.UnknownBody();
        if (!MeetingRights.MayPlan(unit.Actor, body))
            return MeetingRefusals.NotYours();
        if (request.Kind is not (Meeting.Ordinary or Meeting.Extra))
            return MeetingRefusals.KindOfMeeting();
        var refusal = MeetingRules.Schedule(unit.Today, request.Date, request.StartsAt, request.EndsAt, request.Place)
            ?? MeetingRules.Text(request.Purpose, "syfte", MeetingRules.MaxPurpose)
            ?? MeetingRules.Text(request.Reason, "skal", MeetingRules.MaxReason);
        if (refusal is not null)
            return refusal;
        return request.Kind == Meeting.Extra && string.IsNullOrWhiteSpace(request.Reason)
            && governance.Rules.For(RuleKinds.OnlyRoleMay, unit.Today, ("act", "CallExtraMeeting")) is { } clause
                ? MeetingRefusals.ReasonForExtra(clause)
                : null;
    }
}
