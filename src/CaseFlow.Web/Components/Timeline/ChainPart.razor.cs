using CaseFlow.Cases.FollowUp;
using CaseFlow.Cases.Timeline;
using CaseFlow.Web.Language;
using Microsoft.AspNetCore.Components;

namespace CaseFlow.Web.Components.Timeline;

/// <summary>On the page of a case: who gave the commission, the way between the bodies, and the commissions under it (R10).</summary>
public sealed partial class ChainPart(CaseChain reader)
{
    private static readonly Texts T = Texts.For("Chain");
    private static readonly Texts Said = Texts.For("Cases");
    private static readonly Texts Above = Texts.For("Escalation");

    private CaseChainView? _chain;

    [CascadingParameter] private HttpContext Http { get; set; } = null!; // always set in static rendering

    [Parameter, EditorRequired] public required CaseRow Case { get; set; }

    [Parameter, EditorRequired] public required OrganisationNames Names { get; set; }

    protected override async Task OnInitializedAsync() => _chain = await reader.Read(Case.Id, Http.RequestAborted);

    private static string Clauses(Station station) =>
        string.Join(", ", station.Clauses.Select(code => Said.Find("clause." + code) ?? Above.Find("clause." + code) ?? code));
}
