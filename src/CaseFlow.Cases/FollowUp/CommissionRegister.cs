using CaseFlow.Cases.Forms;
using CaseFlow.Cases.Intake;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Storage;
using CaseFlow.Cases.Tasks;
using CaseFlow.Cases.Timeline;
using CaseFlow.Engine.Execution;
using CaseFlow.Engine.Feel;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.FollowUp;

/// <summary>A commission as the register shows it.</summary>
/// <param name="Body">Key of the body that gave it.</param>
/// <param name="Versions">As it was given and amended, first one first.</param>
/// <param name="Assignees">Who has it to do: the candidates of the latest step that plans or reports.</param>
/// <param name="Executor">Who carries it out, in the words of those who have it; null while nobody has said.</param>
/// <param name="ReportBy">When the next report is due; null when nothing is asked for.</param>
/// <param name="ParentId">The case that it came out of.</param>
/// <param name="Parts">The commissions that came out of it (R84), first one first.</param>
/// <param name="WorstPart">How the worst of its parts stands, parts of parts included; null when it has none.</param>
public sealed record CommissionLine(
    CaseRow Case, string Body, IReadOnlyList<CommissionVersion> Versions, IReadOnlyList<TaskCandidate> Assignees, string? Executor, DateOnly? ReportBy, DateOnly? DeliverBy,
    CommissionStanding Standing, Guid? ParentId, IReadOnlyList<CommissionLine> Parts, CommissionStanding? WorstPart);

/// <summary>All commissions (uppdrag), for everybody signed in. How each stands is read from where its tokens stand and what has been done.</summary>
public sealed class CommissionRegister(IDbContextFactory<CaseFlowDb> databases, TimeProvider time)
{
    internal const string Plan = "PlanCommission";
    internal const string Report = "ReportCommission";
    private static readonly string[] RestingStatuses = ["vantar-pa-annan", "vilande"];

    /// <summary>Every commission, the one with the nearest date first; closed ones last.</summary>
    public async Task<IReadOnlyList<CommissionLine>> Read(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var cases = await db.Cases.AsNoTracking().Where(c => c.OriginKind == CaseOrigins.Body).ToListAsync(ct);
        var ids = db.Cases.Where(c => c.OriginKind == CaseOrigins.Body).Select(c => c.Id);
        var versions = (await db.Set<CommissionVersion>().AsNoTracking().Where(v => ids.Contains(v.CaseId)).ToListAsync(ct)).ToLookup(v => v.CaseId);
        var states = await db.Instances.AsNoTracking().Where(i => ids.Contains(i.Id)).ToDictionaryAsync(i => i.Id, i => StateJson.Read(i.State).Variables, ct);
        var steps = (await db.Tasks.AsNoTracking().Include(t => t.Candidates).Where(t => ids.Contains(t.InstanceId) && (t.CommandName == Plan || t.CommandName == Report)).ToListAsync(ct)).ToLookup(t => t.InstanceId);
        var reports = await db.TaskAnswers.AsNoTracking().Where(a => ids.Contains(a.InstanceId)).ToDictionaryAsync(a => new TaskAddress(a.InstanceId, a.TaskKey), a => a.Answers, ct);
        var parents = (await db.Set<CaseLink>().AsNoTracking().Where(l => l.Kind == CaseLinkKind.CameOutOf && ids.Contains(l.CaseId)).ToListAsync(ct))
            .DistinctBy(l => l.CaseId).ToDictionary(l => l.CaseId, l => l.ToCaseId);
        var today = SwedishDay.Of(time.GetUtcNow());
        var lines = cases.Select(c => Line(c, [.. versions[c.Id].OrderBy(v => v.Version)], states.GetValueOrDefault(c.Id) ?? FeelContext.Empty, [.. steps[c.Id].OrderBy(t => t.OpenedAt).ThenBy(t => t.TaskKey)], reports, parents.TryGetValue(c.Id, out var parent) ? parent : null, today));
        return WithParts([.. lines.OrderBy(l => l.Case.ClosedAt is not null).ThenBy(l => l.ReportBy ?? DateOnly.MaxValue).ThenBy(l => l.Case.Number, StringComparer.Ordinal)]);
    }

    private static CommissionLine Line(
        CaseRow about, List<CommissionVersion> versions, FeelContext variables, List<TaskRow> steps, Dictionary<TaskAddress, string?> answers, Guid? parent, DateOnly today)
    {
        var done = steps.Where(t => t.End == TaskEnd.Done).ToList();
        var said = done.ConvertAll(t => (t.CommandName, Answers: FormAnswers.OfJson(answers.GetValueOrDefault(t.Address))));
        var reports = said.Where(s => s.CommandName == Report).Select(s => s.Answers.Text("rapport")).ToList();
        var reportBy = about.ClosedAt is null ? Date(variables["rapportSenast"]) ?? (versions.Count > 0 ? versions[^1].ReportBy : null) : null;
        var facts = new CommissionFacts(
            about.ClosedAt is not null, RestingStatuses.Contains(about.StatusKey, StringComparer.Ordinal), steps.Any(t => t.EndedAt is null && t.CommandName == Report),
            done.Any(t => t.CommandName == Plan), reports, reportBy, Date(variables["leveransSenast"]));
        return new(
            about, variables["uppdragsgivare"].AsString() ?? "", versions,
            steps.Count == 0 ? [] : [.. steps[^1].Candidates.OrderBy(c => c.Ordinal).Select(c => new TaskCandidate(c.Role, c.Side, c.Area))],
            said.Select(s => s.Answers.Text("utforare")).LastOrDefault(t => !string.IsNullOrEmpty(t)), reportBy, facts.DeliverBy, CommissionStanding.Of(facts, today), parent, [], null);
    }

    private static List<CommissionLine> WithParts(List<CommissionLine> lines)
    {
        var parts = lines.Where(l => l.ParentId is not null).ToLookup(l => l.ParentId);
        return [.. lines.Select(l => Whole(l, []))];

        // A circle of links cannot come about by giving commissions; the path keeps one that was made by hand from going on for ever.
        CommissionLine Whole(CommissionLine line, IReadOnlyList<Guid> above)
        {
            IReadOnlyList<Guid> path = [.. above, line.Case.Id];
            var below = parts[line.Case.Id].Where(p => !path.Contains(p.Case.Id)).OrderBy(p => p.Case.SubmittedAt).Select(p => Whole(p, path)).ToList();
            return line with { Parts = below, WorstPart = CommissionStanding.Worst(below.SelectMany(p => p.WorstPart is { } worst ? new[] { p.Standing, worst } : [p.Standing])) };
        }
    }

    private static DateOnly? Date(FeelValue value) => value.TryGetDate(out var day) ? day : null;
}
