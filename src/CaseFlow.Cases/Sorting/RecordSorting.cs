using CaseFlow.Cases.Processes;
using CaseFlow.Contracts.Sorting;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Cases.Sorting;

/// <summary>Records the joint outcome (<c>sortering.faststall</c>) and tells of it; the earlier outcomes of a case that is sorted again stay.</summary>
internal sealed class RecordSorting : IInlineTopic
{
    private static readonly string[] Parts = ["utfall", "behandling", "part", "aterTill", "vilandeTill"];

    public string Topic => "sortering.faststall";

    public Task<FeelContext> Run(TopicContext context, CancellationToken ct)
    {
        var unit = context.Unit;
        var assessment = context.Input["bedomning"].AsContext() ?? FeelContext.Empty;
        var outcome = assessment["utfall"].AsString() ?? "";
        var treatment = assessment["behandling"].AsString();
        unit.Db.Set<SortingDecision>().Add(new SortingDecision
        {
            Id = unit.Ids.Next(),
            CaseId = context.Instance.Id,
            Outcome = outcome,
            Treatment = treatment,
            Party = assessment["part"].AsString(),
            ReturnedTo = assessment["aterTill"].AsString(),
            At = unit.Now,
        });
        unit.Publish(new CaseSorted(context.Instance.Id, context.Instance.Number ?? "", context.Instance.NextVersion, outcome, treatment, unit.Now), context.Instance.Id);
        return Task.FromResult(FeelContext.Of(Parts.Select(part => KeyValuePair.Create(part, assessment[part]))));
    }
}
