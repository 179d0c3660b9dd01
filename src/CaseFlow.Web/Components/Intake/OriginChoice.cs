using CaseFlow.Cases.Access;
using CaseFlow.Cases.Intake;
using CaseFlow.Cases.Organisation;
using CaseFlow.Engine.Model;
using CaseFlow.Web.Language;

namespace CaseFlow.Web.Components.Intake;

/// <summary>For whom a person may hand in: what the clauses of the mandate and the person's roles allow together.</summary>
internal sealed record OriginChoice(Origin Origin)
{
    private static readonly Texts T = Texts.For("Intake");

    public string Key => Origin.Area is { } area ? "area:" + area : "side:" + Origin.Side;

    public string Name(OrganisationNames names) => Origin switch
    {
        { Area: { } area } => T["origin-area", names.Area(area)],
        { Side: { } side } => T["origin-side", names.Side(side)],
        _ => "",
    };

    public static IReadOnlyList<OriginChoice> Of(Actor actor, ModelBundle bundle) =>
    [
        .. DeployedOrganisation.Of(bundle).Mandate.Clauses.Where(c => c.RuleKind == RuleKinds.Origin)
            .SelectMany(clause => actor.Grants.Where(g => g.Role == clause.Settings.Text("role"))
                .Select(g => clause.Settings.Text("origin") == Origin.AreaCode ? new Origin(g.Area, null) : new Origin(null, g.Side)))
            .Where(o => o is not { Area: null, Side: null })
            .Distinct()
            .Select(o => new OriginChoice(o)),
    ];
}
