using CaseFlow.Cases.Access;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Organisation;
using CaseFlow.Cases.Preparation;
using CaseFlow.Cases.Storage;
using CaseFlow.Engine.Feel;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Meetings;

/// <summary>Puts a waiting case on a meeting's agenda, or takes it off; the case and everybody on it are told of the date.</summary>
public sealed class PutOnAgenda(ProcessStore store)
{
    private const int UsualMinutes = 10;

    public Task<Outcome<AgendaReceipt>> Handle(Actor actor, string? requestId, Guid meetingId, Guid caseId, CancellationToken ct) =>
        Handle(actor, requestId, meetingId, caseId, treatment: null, minutes: null, ct);

    /// <summary>Puts it on with another treatment or time than its papers say. Some outcomes may be treated in some ways only (R47).</summary>
    public Task<Outcome<AgendaReceipt>> Handle(Actor actor, string? requestId, Guid meetingId, Guid caseId, string? treatment, int? minutes, CancellationToken ct) =>
        store.Run<AgendaReceipt>(actor, nameof(PutOnAgenda), requestId, (unit, token) => Put(unit, meetingId, caseId, treatment, minutes, token), ct);

    /// <summary>Takes a case off: it waits for the body's next meeting again.</summary>
    public Task<Outcome<AgendaReceipt>> TakeOff(Actor actor, string? requestId, Guid meetingId, Guid caseId, CancellationToken ct) =>
        store.Run<AgendaReceipt>(actor, "TakeOffAgenda", requestId, (unit, token) => Take(unit, meetingId, caseId, token), ct);

    private static async Task<Outcome<AgendaReceipt>> Put(
        ProcessUnit unit, Guid meetingId, Guid caseId, string? wanted, int? minutes, CancellationToken ct)
    {
        var access = await MeetingAccess.Of(unit, meetingId, MeetingRights.EditingCommands, MeetingRefusals.NotOpen(), ct);
        if (!access.IsAccepted)
            return Outcome<AgendaReceipt>.Refused(access.Refusals);
        var meeting = access.Value.Meeting;
        var waiting = await unit.Db.Set<WaitingCase>().FindAsync([caseId], ct);
        var about = await unit.Db.Cases.FindAsync([caseId], ct);
        var instance = await unit.Load(caseId, ct);
        var deployed = await unit.Organisation(ct);
        var outcome = instance?.Variables["utfall"].AsString();
        if (AgendaRules.CheckBody(deployed.Rules, unit.Today, meeting.Body, outcome) is { } left)
            return left;
        if (waiting is null || about is null || waiting.Body != meeting.Body || waiting.MeetingId is not null)
            return MeetingRefusals.NotWaiting();

        var material = await unit.Db.Set<Material>().FindAsync([caseId], ct);
        var answers = MaterialAnswers.Of(material);
        var kinds = ItemKinds.Ordered(wanted ?? waiting.Treatment ?? "") ?? [ItemKinds.Information];
        var kind = kinds[0];
        if (AgendaRules.CheckTreatment(deployed.Rules, unit.Today, outcome, string.Join(' ', kinds), "behandling") is { } limit)
            return limit;
        if (minutes is < 0 or > EditAgenda.MaxMinutes)
            return MeetingRefusals.Minutes();
        var item = new AgendaItem
        {
            Id = unit.Ids.Next(),
            MeetingId = meetingId,
            Kind = kind,
            Title = about.Title,
            Minutes = kind == ItemKinds.Written ? 0 : minutes ?? (int)(answers.Number("minuter") ?? UsualMinutes),
            Presenters = kind == ItemKinds.Written ? "" : answers.Text("foredragande") ?? "",
            CaseId = caseId,
            Matter = answers.Text("planeratUtfall") ?? "",
            IsSupplement = meeting.NoticeSentAt is not null,
        };
        item.Become(kinds);
        var items = await MeetingAccess.Items(unit, meetingId, ct);
        items.Insert(EditAgenda.PlaceOfCases(items) - 1, item);
        unit.Db.Add(item);
        MeetingAccess.Renumber(items);
        waiting.MeetingId = meetingId;
        AgendaChange.Note(unit, meeting, AgendaChange.Added, item.Title);
        await MeetingMessages.TellDate(unit, caseId, meeting, ct);
        var warnings = MeetingWarnings.OfAgenda(deployed, meeting, items);
        return Outcome<AgendaReceipt>.Accepted(new(meetingId, item.Id) { Warnings = warnings });
    }

    private static async Task<Outcome<AgendaReceipt>> Take(ProcessUnit unit, Guid meetingId, Guid caseId, CancellationToken ct)
    {
        var access = await MeetingAccess.Of(unit, meetingId, MeetingRights.EditingCommands, MeetingRefusals.NotOpen(), ct);
        if (!access.IsAccepted)
            return Outcome<AgendaReceipt>.Refused(access.Refusals);
        var items = await MeetingAccess.Items(unit, meetingId, ct);
        if (items.Find(i => i.CaseId == caseId) is not { } item)
            return MeetingRefusals.NotFound();
        if (item.ClosedAt is not null)
            return MeetingRefusals.ItemClosed();
        items.Remove(item);
        unit.Db.Remove(item);
        AgendaChange.Note(unit, access.Value.Meeting, AgendaChange.Removed, item.Title);
        MeetingAccess.Renumber(items);
        if (await unit.Db.Set<WaitingCase>().FindAsync([caseId], ct) is { } waiting)
            waiting.MeetingId = null;
        await MeetingMessages.TellDate(unit, caseId, null, ct);
        return Outcome<AgendaReceipt>.Accepted(new(meetingId, item.Id));
    }
}

/// <summary>What a meeting says to the cases on its agenda.</summary>
internal static class MeetingMessages
{
    private const string DateMessage = "arende.motesdatum";

    /// <summary>Tells a case on which day it will be handled; null when it is taken off.</summary>
    public static Task TellDate(ProcessUnit unit, Guid caseId, Meeting? meeting, CancellationToken ct) =>
        unit.Send(DateMessage, caseId.ToString("N"), FeelContext.Of(
        [
            new("mote", meeting is null ? FeelValue.Null : FeelValue.Of(meeting.Id.ToString("N"))),
            new("motesdatum", meeting is null ? FeelValue.Null : FeelValue.Of(meeting.Date)),
        ]), ct);

    /// <summary>The cases on a meeting's agenda whose items are not closed, in a stable order.</summary>
    public static Task<List<Guid>> OpenCases(ProcessUnit unit, Guid meetingId, CancellationToken ct) =>
        unit.Db.Set<AgendaItem>().Where(i => i.MeetingId == meetingId && i.CaseId != null && i.ClosedAt == null)
            .Select(i => i.CaseId!.Value) // not null by the line above
            .OrderBy(id => id).ToListAsync(ct);
}
