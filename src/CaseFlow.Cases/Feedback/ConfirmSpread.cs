using CaseFlow.Cases.Forms;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Tasks;
using CaseFlow.Contracts.Feedback;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Cases.Feedback;

/// <summary>An area has spread and anchored what was marked to be spread (R154): one confirmation for the area, by any of its representatives or process leaders.</summary>
internal sealed class ConfirmSpread : ITaskCommand
{
    public string Name => "ConfirmSpread";

    public Task<Outcome<FeelContext>> Decide(TaskContext context, FormAnswers answers, CancellationToken ct)
    {
        var unit = context.Unit;
        var area = context.Variables["omrade"].AsString() ?? "";
        unit.Publish(
            new SpreadConfirmed(context.Instance.Id, null, context.Instance.Number ?? "", context.Instance.NextVersion, area, unit.Today),
            context.Instance.Id);
        return Task.FromResult(Outcome<FeelContext>.Accepted(FeelContext.Empty));
    }
}
