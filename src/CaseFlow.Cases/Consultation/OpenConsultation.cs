using CaseFlow.Cases.Organisation;
using CaseFlow.Cases.Processes;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Cases.Consultation;

/// <summary>
/// Opens a round of consultation (<c>remiss.oppna</c>, R164): one recipient for each that the preparers chose. Areas answer by
/// their process leader, sides by their contact; who has no account answers through the preparers, who file the answer.
/// </summary>
internal sealed class OpenConsultation : IInlineTopic
{
    private const string ChosenVariable = "remissmottagarnaVal";
    private const string DueVariable = "remissTill";
    private const string DeadlineKey = "remiss";
    private const string AllParties = "alla-parter";
    private const string AreaRole = "processledare";
    private const string SideRole = "huvudman-kontakt";
    private const string PreparerRole = "beredningsansvarig";

    public string Topic => "remiss.oppna";

    public async Task<FeelContext> Run(TopicContext context, CancellationToken ct)
    {
        var governance = await context.Unit.Organisation(ct);
        var today = context.Unit.Today;
        var chosen = context.Instance.Variables[ChosenVariable].AsList()?.Select(v => v.AsString()).OfType<string>().ToList() ?? [];
        var recipients = chosen.SelectMany(code => Expand(governance.Organisation, code, today)).Distinct().ToList();
        var due = context.Instance.Variables[DueVariable];
        return FeelContext.Of(
        [
            new("remissmottagare", FeelValue.Of(recipients.Select(r => r.ToFeel()).ToList())),
            new(DueVariable, due.IsNull ? FeelValue.Of(governance.Mandate.DueDate(DeadlineKey, today)) : due),
            new("svarRacker", FeelValue.Of((long)recipients.Count)),
        ]);
    }

    private static IEnumerable<Recipient> Expand(OrganisationModel organisation, string code, DateOnly today)
    {
        if (code == AllParties)
            return organisation.PartiesAt(today).Select(p => new Recipient(p.Key, SideRole, organisation.SideOf(p)?.Key, null));
        if (organisation.FindArea(code) is not null)
            return [new(code, AreaRole, null, code)];
        return organisation.FindSide(code) is not null
            ? [new(code, SideRole, code, null)]
            : [new(code, PreparerRole, null, null)];
    }

    private sealed record Recipient(string Id, string Role, string? Side, string? Area)
    {
        public FeelValue ToFeel() => FeelValue.Of(FeelContext.Of(
        [
            new("id", FeelValue.Of(Id)),
            new("roll", FeelValue.Of(Role)),
            new("sida", FeelValue.Of(Side)),
            new("omrade", FeelValue.Of(Area)),
        ]));
    }
}
