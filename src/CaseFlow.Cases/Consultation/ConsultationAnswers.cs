using CaseFlow.Cases.Access;
using CaseFlow.Cases.Forms;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Storage;
using CaseFlow.Cases.Tasks;
using CaseFlow.Engine.Execution;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Consultation;

/// <summary>What a recipient does by personal link: keeps a draft, and hands in the answer. Nothing else of the case can be reached.</summary>
public sealed class ConsultationAnswers(ConsultationLinkReader reader, CompleteTask complete, IDbContextFactory<CaseFlowDb> databases)
{
    // Who answers for somebody else is a preparer, who has an account.
    private const string OnBehalfField = "forVem";
    private const int MaxDraft = 100_000;

    /// <summary>The mark by which the record knows that the recipient did it by link.</summary>
    public static string MarkOf(Guid recipientId) => $"remissvar-{recipientId:N}";

    /// <summary>Keeps what has been written. Unchecked but for personal numbers (R39).</summary>
    /// <param name="version">The draft's version that the writer saw; another one is refused, and nothing is overwritten.</param>
    /// <returns>The draft's new version.</returns>
    public async Task<Outcome<int>> Keep(string token, FormAnswers answers, int version, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(answers);
        var found = await reader.Find(token, ct);
        if (found is not { State: LinkState.Open, Recipient: var recipient })
            return WhyNot(found);
        var json = answers.Without(OnBehalfField).ToJson();
        if (json.Length > MaxDraft)
            return ConsultationRefusals.TooLong("synpunkter");
        if (answers.Keys.Select(key => PersonalNumberGuard.Check(answers.Text(key), key)).OfType<Refusal>().ToList() is { Count: > 0 } personal)
            return Outcome<int>.Refused(personal);
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var write = await db.BeginWrite(ct);
        var kept = await db.Set<ConsultationRecipient>().Where(r => r.Id == recipient.Id && r.DraftVersion == version && r.AnsweredAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.Draft, json).SetProperty(r => r.DraftVersion, version + 1), ct);
        await write.Commit(ct);
        return kept == 1 ? Outcome<int>.Accepted(version + 1) : ConsultationRefusals.DraftChanged();
    }

    /// <summary>Hands in the answer: completes the recipient's own task, as any other answer does.</summary>
    /// <param name="requestId">The form's own; posted twice it is one answer.</param>
    public async Task<Outcome<bool>> Answer(string token, string? requestId, FormAnswers answers, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(answers);
        var found = await reader.Find(token, ct);
        await using var db = await databases.CreateDbContextAsync(ct);
        if (found is { State: LinkState.Answered, Recipient.Id: var id } && await IsRepeated(db, MarkOf(id), requestId, ct))
            return Outcome<bool>.Accepted(true);
        if (found is not { State: LinkState.Open, Recipient: var recipient })
            return WhyNot(found);
        if (await TaskOf(db, recipient, ct) is not { } task)
            return ConsultationRefusals.Closed();
        // The link stands for the recipient in this one task and nowhere else.
        var actor = new Actor(MarkOf(recipient.Id), [.. task.Candidates.Select(c => new RoleGrant(c.Role, c.Side, c.Area))]);
        var done = await complete.Handle(actor, requestId, new(task.Address, task.Version, answers.Without(OnBehalfField)), ct);
        if (done.IsAccepted)
            return Outcome<bool>.Accepted(true);
        return done.Refusals[0].Kind == RefusalKind.Stale ? ConsultationRefusals.Closed() : Outcome<bool>.Refused(done.Refusals);
    }

    private static async Task<TaskRow?> TaskOf(CaseFlowDb db, ConsultationRecipient recipient, CancellationToken ct)
    {
        var row = await db.Instances.AsNoTracking().SingleAsync(i => i.Id == recipient.CaseId, ct);
        return ConsultationRows.OpenTasks(StateJson.Read(row.State)).TryGetValue(recipient.Key, out var key)
            ? await db.Tasks.Include(t => t.Candidates).AsNoTracking().FirstOrDefaultAsync(t => t.InstanceId == recipient.CaseId && t.TaskKey == key && t.EndedAt == null, ct)
            : null;
    }

    private static Task<bool> IsRepeated(CaseFlowDb db, string mark, string? requestId, CancellationToken ct) =>
        db.Requests.AnyAsync(r => r.ActorId == mark && r.UseCase == nameof(CompleteTask) && r.RequestId == requestId, ct);

    private static Refusal WhyNot(LinkView? found) => found?.State switch
    {
        LinkState.Answered => ConsultationRefusals.AnsweredAlready(),
        LinkState.Closed => ConsultationRefusals.Closed(),
        _ => ConsultationRefusals.LinkGone(),
    };
}
