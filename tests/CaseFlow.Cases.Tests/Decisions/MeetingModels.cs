using CaseFlow.Cases.Access;
using CaseFlow.Cases.Decisions;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Meetings;
using CaseFlow.Contracts.Decisions;
using CaseFlow.Engine.Execution;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Model;

namespace CaseFlow.Cases.Tests.Decisions;

/// <summary>A meeting that is being held, a case that waits for its conclusion, and a commission, each in its smallest shape.</summary>
internal static class MeetingModels
{
    public static readonly Actor Secretary = new("skot", [new("skoter", "kusten")]);

    /// <summary>May give commissions in a body's name besides.</summary>
    public static readonly Actor Giver = Secretary with { Grants = [.. Secretary.Grants, new RoleGrant("administration")] };

    public static SourceFile[] Files { get; } =
    [
        SmallModel.Process("mote",
            SmallModel.Start()
            + SmallModel.UserTask("Hall", "Hall", SmallModel.Candidates("skoter") + """<caseflow:command name="CloseMeeting" />""")
            + SmallModel.UserTask("Skriftligt", "Skriftligt", SmallModel.Candidates("skoter") + """<caseflow:command name="FinishInWriting" />""")
            + SmallModel.UserTask("Anteckna", "Anteckna", SmallModel.Candidates("skoter"))
            + SmallModel.End() + SmallModel.Flow("Start", "Hall", "Skriftligt", "Anteckna", "End")),
        SmallModel.Process("behandling",
            SmallModel.Start() + SmallModel.Catch("Slutsats", "M", "=arende") + SmallModel.UserTask("Efter", "Efter", SmallModel.Candidates("skoter") + """<caseflow:command name="ClassifyEffect" />""")
            + SmallModel.End() + SmallModel.Flow("Start", "Slutsats", "Efter", "End"),
            SmallModel.Message("M", "arende.moteslutsats")),
        SmallModel.Process("uppdrag",
            """<bpmn:startEvent id="Start"><bpmn:messageEventDefinition id="Start_m" messageRef="U" /></bpmn:startEvent>"""
            + SmallModel.UserTask("Utfor", "Utfor", SmallModel.Candidates("skoter")) + SmallModel.End() + SmallModel.Flow("Start", "Utfor", "End"),
            """<bpmn:message id="U" name="uppdrag.givet"><bpmn:extensionElements><caseflow:correlation key="=arende" /></bpmn:extensionElements></bpmn:message>"""),
    ];

    /// <summary>A meeting of a body that is being held, today unless another day is named.</summary>
    public static async Task<Guid> StartMeeting(this MandatedHouse house, string body = "forum", DateOnly? on = null)
    {
        var started = await house.Run<Guid>(async (unit, ct) =>
        {
            var id = unit.Ids.Next();
            unit.Db.Add(new Meeting { Id = id, Body = body, Kind = Meeting.Ordinary, Number = "Forum 2026-11-23", Date = on ?? unit.Today, PlannedBy = "skot" });
            var instance = await unit.Start(id, Meeting.SubjectKind, new StartProcess("mote", FeelContext.Empty), ct);
            return instance.IsAccepted ? Outcome<Guid>.Accepted(id) : Outcome<Guid>.Refused(instance.Refusals);
        });
        return started.Value;
    }

    /// <summary>An item of a meeting, with a case or without; the case is among those that wait.</summary>
    public static async Task<AgendaItem> AddItem(this MandatedHouse house, Guid meeting, Guid? about = null)
    {
        var item = new AgendaItem { Id = Guid.CreateVersion7(), MeetingId = meeting, Position = 1, Kind = ItemKinds.Position, Title = "Gemensam rutin", CaseId = about, Version = 4 };
        await house.Add([item, .. about is { } id ? [new WaitingCase { CaseId = id, Body = "forum", Since = TestHouse.Start, MeetingId = meeting }] : Array.Empty<object>()]);
        return item;
    }

    /// <summary>Records clauses of an item whose version 4 was seen, by the secretary unless somebody else is named.</summary>
    public static Task<Outcome<RecordClauseReceipt>> Record(this MandatedHouse house, AgendaItem item, RecordedClauses recorded, Actor? actor = null, long version = 4) =>
        house.Get<RecordClause>().Handle(actor ?? Secretary, null, new(item.MeetingId, item.Id, version, recorded), CancellationToken.None);

    /// <summary>The item as it is now.</summary>
    public static async Task<AgendaItem> Item(this MandatedHouse house, AgendaItem item) => (await house.Rows<AgendaItem>()).Single(i => i.Id == item.Id);

    /// <summary>The item is open as before, nothing was told, and its case still waits.</summary>
    public static async Task NothingHappened(this MandatedHouse house, AgendaItem item, Guid? about = null)
    {
        var now = await house.Item(item);
        Assert.That((now.ClosedAt, now.Version, now.Clauses), Is.EqualTo(((DateTimeOffset?)null, 4L, "")));
        Assert.That(await house.Published<MeetingItemDecided>(), Is.Empty);
        if (about is { } id)
            Assert.That(await house.OpenTasks(id), Is.Empty, "the case still waits");
    }
}
