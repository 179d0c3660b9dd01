using CaseFlow.Cases.Forms;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Organisation;
using CaseFlow.Cases.Tasks;
using CaseFlow.Engine.Feel;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Minutes;

/// <summary>A side confirms that the minutes stand on its channels; published is said when every channel of the clause has confirmed (R140).</summary>
internal sealed class ConfirmPublication : ITaskCommand
{
    public string Name => "ConfirmPublication";

    public async Task<Outcome<FeelContext>> Decide(TaskContext context, FormAnswers answers, CancellationToken ct)
    {
        var unit = context.Unit;
        var approved = await PublishMinutes.Ensure(unit, context.Instance, false, ct);
        if (!approved.IsAccepted)
            return Outcome<FeelContext>.Refused(approved.Refusals);
        var publication = approved.Value;
        var deployed = await unit.Organisation(ct);
        var wanted = deployed.Rules.For(RuleKinds.PublishedOnAll, unit.Today)?.Settings.List("channels") ?? [];
        var side = context.Variables["sida"].AsString();
        var confirmed = await unit.Db.Set<ChannelConfirmation>().Where(c => c.MeetingId == context.Instance.Id && c.Hash == publication.Hash).Select(c => c.Channel).ToListAsync(ct);
        foreach (var channel in deployed.Organisation.Channels.Where(c => c.Side == side && !confirmed.Contains(c.Key)).ToList())
        {
            unit.Db.Add(new ChannelConfirmation
            {
                MeetingId = context.Instance.Id,
                Channel = channel.Key,
                Hash = publication.Hash,
                Address = answers.Text("adress") ?? "",
                ConfirmedBy = unit.Actor.AccountId,
                ConfirmedAt = unit.Now,
            });
            confirmed.Add(channel.Key);
        }

        if (wanted.All(confirmed.Contains))
            publication.PublishedAt ??= unit.Now;
        return Outcome<FeelContext>.Accepted(FeelContext.Empty);
    }
}
