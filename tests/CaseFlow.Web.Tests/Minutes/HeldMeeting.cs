using CaseFlow.Cases.Access;
using CaseFlow.Cases.Decisions;
using CaseFlow.Cases.Forms;
using CaseFlow.Cases.Meetings;
using CaseFlow.Cases.Tasks;
using CaseFlow.Web.Language;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace CaseFlow.Web.Tests.Minutes;

/// <summary>A meeting that has been held: its minutes are to be written. Everybody acts through the use cases, as the demo's accounts.</summary>
internal sealed class HeldMeeting
{
    private readonly WebApp _app;

    private HeldMeeting(WebApp app) => _app = app;

    public Guid Id { get; private set; }

    public required DateOnly Date { get; init; }

    /// <summary>The side in the chair; the other one has the vice chair.</summary>
    public string Chair { get; private set; } = "";

    public string Other { get; private set; } = "";

    public string Path => $"/moten/{Id}/anteckning";

    /// <summary>Its one matter.</summary>
    public Guid ItemId { get; private set; }

    /// <summary>A meeting that is being held: the notice has gone out, one matter stands on the agenda.</summary>
    public static async Task<HeldMeeting> UnderWay(WebApp app)
    {
        _ = app.Server;
        var date = SwedishDates.Day(TimeProvider.System.GetUtcNow());
        var held = new HeldMeeting(app) { Date = date };
        var planned = await app.Services.GetRequiredService<PlanMeeting>().Handle(
            await held.Actor("administration.vgr"), null, new("vvg", Meeting.Ordinary, date, new(9, 0), new(12, 0), "Göteborg och digitalt", "Gemensam inriktning."), CancellationToken.None);
        Assert.That(planned.Refusals, Is.Empty);
        held.Id = planned.Value.MeetingId;
        var meeting = await app.Read(db => db.Set<Meeting>().SingleAsync(m => m.Id == held.Id));
        (held.Chair, held.Other) = (meeting.ChairSide!, meeting.OtherSide!);
        await held.Complete("SendNotice", $"administration.{held.Chair}", ("syfte", "Gemensam inriktning."));
        var chair = await held.Actor($"ordforande.{held.Chair}");
        var item = await app.Services.GetRequiredService<EditAgenda>().Add(chair, null, held.Id, new("information", "Årshjulet 2027", "", 20, "Beredningen"), null, CancellationToken.None);
        Assert.That(item.Refusals, Is.Empty);
        held.ItemId = item.Value.ItemId;
        return held;
    }

    public static async Task<HeldMeeting> In(WebApp app)
    {
        var held = await UnderWay(app);
        var chair = await held.Actor($"ordforande.{held.Chair}");
        var attended = await app.Services.GetRequiredService<RegisterAttendance>().Handle(
            chair, null, held.Id, [new("vvg-fyrbodal-1", AttendanceStates.Present)], CancellationToken.None);
        Assert.That(attended.Refusals, Is.Empty);
        var version = await app.Read(db => db.Set<AgendaItem>().Where(i => i.Id == held.ItemId).Select(i => i.Version).SingleAsync());
        var recorded = await app.Services.GetRequiredService<RecordClause>().Handle(
            chair, null, new(held.Id, held.ItemId, version, new(["noterar"])), CancellationToken.None);
        Assert.That(recorded.Refusals, Is.Empty);
        await held.Complete("CloseMeeting", $"ordforande.{held.Chair}", ("avbrutet", "nej"));
        return held;
    }

    public async Task<Actor> Actor(string user)
    {
        var account = await _app.Read(db => db.Users.SingleAsync(u => u.UserName == $"{user}@demo.example"));
        return (await _app.Services.GetRequiredService<ActorSource>().Find(account.Id, CancellationToken.None))!;
    }

    /// <summary>The open tasks of the meeting with a command.</summary>
    public Task<List<TaskRow>> Open(string command) =>
        _app.Read(db => db.Tasks.AsNoTracking().Include(t => t.Candidates).Where(t => t.InstanceId == Id && t.EndedAt == null && t.CommandName == command).OrderBy(t => t.TaskKey).ToListAsync());

    /// <summary>The address of the open task that the account may do.</summary>
    public async Task<TaskRow> TaskOf(string command, string user)
    {
        var actor = await Actor(user);
        return (await Open(command)).First(t => TaskRules.ActsAs(actor, t).Count > 0);
    }

    public async Task Complete(string command, string user, params (string Key, string Value)[] answers)
    {
        var task = await TaskOf(command, user);
        var done = await _app.Services.GetRequiredService<CompleteTask>().Handle(
            await Actor(user), null,
            new(task.Address, task.Version, FormAnswers.FromFields(answers.Select(a => KeyValuePair.Create(a.Key, (IReadOnlyList<string>)[a.Value])))), CancellationToken.None);
        Assert.That(done.Refusals, Is.Empty);
    }

    /// <summary>Writes the minutes and sends them to be signed.</summary>
    public Task Submit(string text) => Complete("SubmitMinutes", $"administration.{Chair}", ("anteckning", text));

    public Task<HttpClient> Browser(string user)
    {
        var (role, scope) = user.Split('.') is [var r, var s] ? (r, s) : (user, null);
        return _app.SignedIn(role, scope);
    }
}
