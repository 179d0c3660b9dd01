using System.Collections.Frozen;
using System.Text.Json.Nodes;
using CaseFlow.Cases.Access;
using CaseFlow.Cases.Decisions;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Meetings;
using Microsoft.EntityFrameworkCore;
using static CaseFlow.Cases.Processes.Scenarios.ScenarioSteps;

namespace CaseFlow.Cases.Processes.Scenarios;

/// <summary>The verbs of a scenario that concern a meeting.</summary>
internal sealed class MeetingSteps(
    PlanMeeting plan, MoveMeeting move, CancelMeeting cancel, PutOnAgenda put, EditAgenda agenda, RegisterAttendance attendance, RegisterOthers others, ApproveItem approve, NoteItem note, RecordClause record,
    RaiseMatter raise, InterruptMeeting interrupt, MeetingList meetings)
{
    public static FrozenSet<string> Verbs { get; } =
        new[] { "PlanMeeting", "MoveMeeting", "CancelMeeting", "PutOnAgenda", "AddItem", "RegisterAttendance", "ApproveItem", "NoteItem", "RecordClause", "RaiseMatter", "InterruptMeeting" }.ToFrozenSet(StringComparer.Ordinal);

    public Task<IReadOnlyList<Refusal>> Take(ScenarioStep step, Actor actor, ScenarioWorld world, CancellationToken ct)
    {
        var with = step.With;
        return step.Do switch
        {
            "PlanMeeting" => Plan(step, actor, world, ct),
            "MoveMeeting" => Move(with, actor, world, ct),
            "CancelMeeting" => Refusals(cancel.Handle(actor, null, world.Find(world.Meeting), ct)),
            "PutOnAgenda" => Refusals(put.Handle(actor, null, world.Find(world.Meeting), world.Find(with.Text("case")), with["behandling"]?.ToString(), with["minuter"] is null ? null : with.Number("minuter"), ct), world),
            "AddItem" => Refusals(agenda.Add(
                actor, null, world.Find(world.Meeting), new(with.Text("typ"), with.Text("rubrik"), with.Text("syfte"), with.Number("minuter"), with.Text("foredragande")), position: null, ct), world),
            "RegisterAttendance" => Attend(with, actor, world, ct),
            "ApproveItem" => Approve(with, actor, world, ct),
            "NoteItem" => Note(with, actor, world, ct),
            "RecordClause" => Record(with, actor, world, ct),
            "RaiseMatter" => Refusals(raise.Handle(actor, null, world.Find(world.Meeting), with.Text("fraga"), ct)),
            "InterruptMeeting" => Refusals(interrupt.Handle(actor, null, world.Find(world.Meeting), with.Text("skal"), ct)),
            _ => throw new FormatException($"'{step.Do}' is no verb of a meeting."),
        };
    }

    private async Task<IReadOnlyList<Refusal>> Plan(ScenarioStep step, Actor actor, ScenarioWorld world, CancellationToken ct)
    {
        var with = step.With;
        var date = with.Date("datum") ?? throw new FormatException("A meeting needs 'datum'.");
        var planned = await plan.Handle(actor, null, new(with.Text("organ"), with.Text("slag"), date, with.Time("start"), with.Time("slut"), with.Text("plats"), with.Text("syfte"), with["skal"]?.ToString()), ct);
        if (planned.IsAccepted)
            world.AddMeeting(step.Meeting, planned.Value.MeetingId);
        return planned.Refusals;
    }

    private async Task<IReadOnlyList<Refusal>> Move(JsonObject with, Actor actor, ScenarioWorld world, CancellationToken ct)
    {
        var id = world.Find(world.Meeting);
        var meeting = await MeetingOf(world, id, ct);
        return await Refusals(move.Handle(actor, null, new(id, with.Date("datum") ?? meeting.Date, with.Time("start"), with.Time("slut"), meeting.Place), ct));
    }

    private async Task<IReadOnlyList<Refusal>> Attend(JsonObject with, Actor actor, ScenarioWorld world, CancellationToken ct)
    {
        var id = world.Find(world.Meeting);
        var view = await meetings.Find(id, ct) ?? throw new FormatException("There is no such meeting.");
        var (absent, substituted) = (ScenarioValues.Texts(with["franvarande"]), ScenarioValues.Texts(with["ersattare"]));
        var seats = view.Roll.Seats.Select(s => new SeatAttendance(
            s.Key,
            absent.Contains(s.Key) ? AttendanceStates.Absent : substituted.Contains(s.Key) ? AttendanceStates.Substitute : AttendanceStates.Present)).ToList();
        foreach (var other in with["ovriga"]?.AsArray().OfType<JsonObject>() ?? [])
        {
            var added = await others.Add(actor, null, id, other.Text("slag"), other.Text("vem"), other.Text("fran"), ct);
            if (!added.IsAccepted)
                return added.Refusals;
        }

        return await Refusals(attendance.Handle(actor, null, id, seats, ct), world);
    }

    private async Task<IReadOnlyList<Refusal>> Record(JsonObject with, Actor actor, ScenarioWorld world, CancellationToken ct)
    {
        var item = await ItemOf(with, world, ct);
        var recorded = new RecordedClauses(
            ScenarioValues.Texts(with["satser"]), with.Text("ordalydelse"), with["effekt"]?.ToString(), with.Flag("konsensus", otherwise: true), with.Text("skildaSynsatt"),
            with.Text("nastaSteg"), with.Text("fragor"), with.Text("skal"), with.Flag("spridas", otherwise: false), with.Flag("ejForedragen", otherwise: false),
            with.Text("uppdrag"), with.Date("rapportSenast"));
        var outcome = await record.Handle(actor, null, new(item.MeetingId, item.Id, item.Version, recorded), ct);
        if (outcome.IsAccepted && outcome.Value.CommissionId is { } commission)
            world.Add(commission);
        return outcome.Refusals;
    }

    private async Task<IReadOnlyList<Refusal>> Approve(JsonObject with, Actor actor, ScenarioWorld world, CancellationToken ct)
    {
        var item = await ItemOf(with, world, ct);
        return await Refusals(approve.Handle(actor, null, item.MeetingId, item.Id, item.Version, ct));
    }

    private async Task<IReadOnlyList<Refusal>> Note(JsonObject with, Actor actor, ScenarioWorld world, CancellationToken ct)
    {
        var item = await ItemOf(with, world, ct);
        return await Refusals(note.Handle(actor, null, new(item.MeetingId, item.Id, item.Notes, with.Text("anteckning")), ct));
    }

    private static async Task<AgendaItem> ItemOf(JsonObject with, ScenarioWorld world, CancellationToken ct)
    {
        var id = world.Find(world.Meeting);
        Guid? about = with["case"] is { } name ? world.Find(name.ToString()) : null;
        var title = with.Text("punkt");
        await using var db = world.OpenDb();
        return await db.Set<AgendaItem>().AsNoTracking().FirstOrDefaultAsync(i => i.MeetingId == id && (about == null ? i.Title == title : i.CaseId == about), ct)
            ?? throw new FormatException($"The agenda has no item for '{with["case"]}{title}'.");
    }

    private static async Task<Meeting> MeetingOf(ScenarioWorld world, Guid id, CancellationToken ct)
    {
        await using var db = world.OpenDb();
        return await db.Set<Meeting>().AsNoTracking().SingleAsync(m => m.Id == id, ct);
    }
}
