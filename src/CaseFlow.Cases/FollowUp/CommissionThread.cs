using CaseFlow.Cases.Escalation;
using CaseFlow.Cases.Forms;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Meetings;
using CaseFlow.Cases.Storage;
using CaseFlow.Cases.Tasks;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.FollowUp;

/// <summary>What an entry of a commission's thread tells.</summary>
public enum ThreadKind
{
    Given,
    Amended,
    Planned,
    Reported,

    /// <summary>A body said something of it: at a meeting that is held here, or in the answer that the secretariat recorded.</summary>
    BodySaid,
}

/// <summary>One step of a commission's way over the years.</summary>
/// <param name="On">The day that it belongs to: of the meeting, where there was one.</param>
/// <param name="Body">Key of the body that spoke; null for the work between.</param>
/// <param name="Words">As they were written; empty when they were erased or never given.</param>
/// <param name="Comment">What the body sent along.</param>
/// <param name="Codes">Codes of the clauses, or of the kind of report.</param>
/// <param name="To">Code of where a report went.</param>
/// <param name="ReportBy">The next date that was set then.</param>
/// <param name="MeetingId">The meeting, when it was held here.</param>
public sealed record ThreadEntry(
    DateOnly On, ThreadKind Kind, string? Body, string Words, string Comment = "", IReadOnlyList<string>? Codes = null, string? To = null,
    DateOnly? ReportBy = null, Guid? MeetingId = null, int Version = 0);

/// <summary>Reads a commission as one thread across the meetings of several bodies (R72).</summary>
public sealed class CommissionThread(IDbContextFactory<CaseFlowDb> databases)
{
    private const string Answer = "RecordSroClause";
    private static readonly string[] Told = [CommissionRegister.Plan, CommissionRegister.Report, Answer];

    /// <summary>Everything that was given, done, reported and said, oldest first.</summary>
    /// <param name="body">Key of the body that gave the commission.</param>
    public async Task<IReadOnlyList<ThreadEntry>> Read(Guid caseId, string body, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var versions = await db.Set<CommissionVersion>().AsNoTracking().Where(v => v.CaseId == caseId).ToListAsync(ct);
        var steps = await db.Tasks.AsNoTracking().Where(t => t.InstanceId == caseId && t.End == TaskEnd.Done && t.CommandName != null && Told.Contains(t.CommandName))
            .Join(db.TaskAnswers.AsNoTracking(), t => new { t.InstanceId, t.TaskKey }, a => new { a.InstanceId, a.TaskKey }, (t, a) => new { t.CommandName, a.Answers, a.AnsweredAt }).ToListAsync(ct);
        var said = await BodiesSaid.Of(db, caseId, ct);
        var answered = steps.Where(s => s.CommandName == Answer).Select(s => s.AnsweredAt).Concat(said.Items.Select(i => i.Item.ClosedAt.GetValueOrDefault())).ToHashSet();
        List<(DateTimeOffset At, ThreadEntry Entry)> entries =
        [
            // What a body amended while it answered stands in the answer itself.
            .. versions.Where(v => v.Version == 1 || !answered.Contains(v.GivenAt)).Select(v => (v.GivenAt, Version(v, body))),
            .. steps.Select(s => (s.AnsweredAt, Step(s.CommandName ?? "", FormAnswers.OfJson(s.Answers), s.AnsweredAt, said.Packages))),
            .. said.Items.Select(s => (s.Item.ClosedAt.GetValueOrDefault(), AtMeeting(s.Meeting, s.Item))),
        ];
        return [.. entries.OrderBy(e => e.Entry.On).ThenBy(e => e.At).Select(e => e.Entry)];
    }

    private static ThreadEntry Version(CommissionVersion version, string body) => new(
        SwedishDay.Of(version.GivenAt), version.Version == 1 ? ThreadKind.Given : ThreadKind.Amended, body, version.Wording,
        ReportBy: version.ReportBy, MeetingId: version.MeetingId, Version: version.Version);

    private static ThreadEntry AtMeeting(Meeting meeting, AgendaItem item) => new(
        meeting.Date, ThreadKind.BodySaid, meeting.Body, item.Wording.Length > 0 ? item.Wording : item.NextStep, item.Message, item.ClauseCodes, MeetingId: meeting.Id);

    private static ThreadEntry Step(string command, FormAnswers answers, DateTimeOffset at, IEnumerable<EscalationPackage> packages)
    {
        var day = SwedishDay.Of(at);
        var reportBy = answers.Date("rapportSenast");
        return command switch
        {
            Answer => new(
                answers.Date("sroDatum") ?? day, ThreadKind.BodySaid, packages.Where(p => p.ReceivedAt <= at).MaxBy(p => p.ReceivedAt)?.Body,
                answers.Text("ordalydelse") ?? "", answers.Text("medskick") ?? "", answers.Codes("satser"), ReportBy: reportBy),
            CommissionRegister.Plan => new(day, ThreadKind.Planned, null, answers.Text("plan") ?? "", ReportBy: reportBy),
            _ => new(
                answers.Date("handePa") ?? day, ThreadKind.Reported, null, answers.Text("innehall") ?? "",
                Codes: answers.Text("rapport") is { } kind ? [kind] : [], To: answers.Text("till"), ReportBy: reportBy),
        };
    }
}
