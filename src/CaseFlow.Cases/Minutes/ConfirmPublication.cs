using CaseFlow.Cases.Forms;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Organisation;
using CaseFlow.Cases.Tasks;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Cases.Minutes;

/// <summary>A side confirms that the minutes stand on its channels; published is said when every channel of the clause has confirmed (R140).</summary>
internal sealed class ConfirmPublication : ITaskCommand
{
    public string Name => "ConfirmPublication";

    public async Task<Outcome<FeelContext>> Decide(TaskContext context, FormAnswers answers, CancellationToken ct)
    {
        var unit = context.Unit;
        var approved = await PublishMinutes.Ensure(unit, context.Instance.Id, context.Instance.NextVersion, false, ct);
        if (!approved.IsAccepted)
            return Outcome<FeelContext>.Refused(approved.Refusals);
        var publication = approved.Value;
        var deployed = await unit.Organisation(ct);
        var side = context.Variables["sida"].AsString();
        await PublicationChannels.Confirm(unit, publication, [.. deployed.Organisation.Channels.Where(c => c.Side == side)], answers.Text("adress") ?? "", ct);
        return Outcome<FeelContext>.Accepted(FeelContext.Empty);
    }
}
