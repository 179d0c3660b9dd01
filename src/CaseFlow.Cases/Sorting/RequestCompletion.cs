using CaseFlow.Cases.Feedback;
using CaseFlow.Cases.Organisation;
using CaseFlow.Cases.Processes;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Cases.Sorting;

/// <summary>Asks the submitter to complete the case (<c>komplettering.begar</c>): by the date that the preparer gave, else by the mandate's usual time.</summary>
internal sealed class RequestCompletion : IInlineTopic
{
    private const string DueVariable = "kompletteraSenast";
    private const string DeadlineKey = "komplettering";
    private const string Occasion = "komplettering";

    public string Topic => "komplettering.begar";

    public async Task<FeelContext> Run(TopicContext context, CancellationToken ct)
    {
        var given = (context.Input["bedomning"].AsContext() ?? FeelContext.Empty)[DueVariable];
        var due = given.IsNull
            ? FeelValue.Of((await context.Unit.Organisation(ct)).Mandate.DueDate(DeadlineKey, context.Unit.Today))
            : given;
        await SendFeedback.Send(context.Unit, context.Instance, context.Variables, Occasion, ct, due);
        return FeelContext.Of([new(DueVariable, due)]);
    }
}
