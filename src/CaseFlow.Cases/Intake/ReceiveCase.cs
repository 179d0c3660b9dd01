using CaseFlow.Cases.Feedback;
using CaseFlow.Cases.Organisation;
using CaseFlow.Cases.Processes;
using CaseFlow.Contracts.Intake;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Cases.Intake;

/// <summary>Receives a case (<c>arende.mottag</c>): its own number, without gaps within the year, and the sides and areas of today, to whom the process turns.</summary>
internal sealed class ReceiveCase : IInlineTopic
{
    private const string Occasion = "mottaget";
    private const string Commission = "uppdrag";

    public string Topic => "arende.mottag";

    public async Task<FeelContext> Run(TopicContext context, CancellationToken ct)
    {
        var unit = context.Unit;
        var instance = context.Instance;
        instance.Number ??= await unit.TakeCaseNumber(ct);
        if (await unit.Db.Cases.FindAsync([instance.Id], ct) is { } row)
        {
            row.Number = instance.Number;
            row.Index();
        }

        // A commission is given by a body: nobody submitted it and waits for a receipt.
        if (context.Input["slag"].AsString() != Commission)
            await SendFeedback.Send(unit, instance, context.Variables, Occasion, ct);
        var organisation = (await unit.Organisation(ct)).Organisation;
        unit.Publish(new CaseReceived(instance.Id, instance.Number, instance.NextVersion, unit.Now), instance.Id);
        return FeelContext.Of(
        [
            new("arendenummer", FeelValue.Of(instance.Number)),
            new("sidor", Codes(organisation.Sides.Select(s => s.Key))),
            new("omraden", Codes(organisation.Areas.Select(a => a.Key))),
        ]);
    }

    private static FeelValue Codes(IEnumerable<string> keys) => FeelValue.Of(keys.Select(FeelValue.Of).ToList());
}
