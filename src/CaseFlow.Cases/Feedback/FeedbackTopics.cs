using CaseFlow.Cases.Processes;
using CaseFlow.Cases.Storage;
using CaseFlow.Contracts.Notifications;
using CaseFlow.Engine.Feel;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Feedback;

/// <summary>Tells of an occasion in the commit that reached it (<c>aterkoppling.meddela</c>).</summary>
internal sealed class TellOfOccasion : IInlineTopic
{
    public string Topic => "aterkoppling.meddela";

    public async Task<FeelContext> Run(TopicContext context, CancellationToken ct)
    {
        await SendFeedback.Send(context.Unit, context.Instance, context.Variables, SendFeedback.OccasionOf(context.Input), ct);
        return FeelContext.Empty;
    }
}

/// <summary>Reminds those who hold the open tasks of an element (<c>paminnelse.skicka</c>).</summary>
internal sealed class RemindHolders : IInlineTopic
{
    private const string Template = "paminnelse";

    public string Topic => "paminnelse.skicka";

    public async Task<FeelContext> Run(TopicContext context, CancellationToken ct)
    {
        await Remind(context.Unit, context.Instance, context.Input["uppgift"].AsString() ?? "", ct);
        return FeelContext.Empty;
    }

    /// <summary>Tells everybody who may do one of the element's open tasks.</summary>
    /// <returns>How many accounts.</returns>
    public static async Task<int> Remind(ProcessUnit unit, LoadedInstance instance, string element, CancellationToken ct)
    {
        var open = instance.State.OpenTasks.Where(t => t.ElementId == element).ToList();
        var accounts = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var candidate in open.SelectMany(t => t.Assignment.Candidates).Distinct())
        {
            var today = unit.Today;
            accounts.UnionWith(await unit.Db.Set<Access.RoleAssignment>()
                .Where(r => r.Role == candidate.Role && r.ValidFrom <= today && (r.ValidTo == null || r.ValidTo >= today)
                    && (candidate.Side == null || r.Side == candidate.Side) && (candidate.Area == null || r.Area == candidate.Area))
                .Select(r => r.AccountId).ToListAsync(ct));
        }

        if (accounts.Count > 0)
            unit.Publish(Reminder(instance, [.. accounts], element), instance.Id);
        return accounts.Count;
    }

    private static MailRequested Reminder(LoadedInstance instance, IReadOnlyList<string> accounts, string element)
    {
        var isMeeting = instance.SubjectKind == "meeting";
        return new(isMeeting ? null : instance.Id, isMeeting ? instance.Id : null, instance.Number ?? "", instance.NextVersion, Template, accounts,
            new Dictionary<string, string>(StringComparer.Ordinal) { ["element"] = element });
    }
}

/// <summary>Composes and sends the outcome when the case is done (<c>aterkoppling.skicka</c>): after the commit, once however often it is tried.</summary>
/// <param name="store">Asked for when the job runs: the store itself knows all topics.</param>
internal sealed class SendOutcome(Func<ProcessStore> store) : IJobTopic
{
    public string Topic => "aterkoppling.skicka";

    public async Task<FeelContext> Run(JobContext context, CancellationToken ct)
    {
        var occasion = SendFeedback.OccasionOf(context.Input);
        var sent = await store().Run<bool>(Access.Actor.System, nameof(SendOutcome), context.IdempotencyKey, async (unit, token) =>
        {
            var instance = await unit.Load(context.InstanceId, token) ?? throw new InvalidOperationException($"No instance {context.InstanceId}.");
            // A job whose task was interrupted while it ran has no scope any more.
            var variables = instance.State.Jobs.Any(j => j.Key == context.JobKey) ? instance.VariablesAt(context.JobKey) : instance.Variables;
            await SendFeedback.Send(unit, instance, variables, occasion, token);
            return Language.Outcome<bool>.Accepted(true);
        }, ct);
        return sent.IsAccepted ? FeelContext.Empty : throw new InvalidOperationException(sent.Refusals[0].Code);
    }
}
