using CaseFlow.Cases.Feedback;
using CaseFlow.Cases.Processes;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Cases.Agreements;

/// <summary>Gives a body's views on an agreement back to the parties (<c>avtal.aterlamna</c>, R47): told as the case's position is told.</summary>
internal sealed class ReturnViews : IInlineTopic
{
    private const string Occasion = "stallningstagande";

    public string Topic => "avtal.aterlamna";

    public async Task<FeelContext> Run(TopicContext context, CancellationToken ct)
    {
        await SendFeedback.Send(context.Unit, context.Instance, context.Variables, Occasion, ct);
        return FeelContext.Empty;
    }
}
