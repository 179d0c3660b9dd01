using CaseFlow.Cases.Access;
using CaseFlow.Cases.Intake;
using CaseFlow.Cases.Organisation;
using CaseFlow.Cases.Processes;
using CaseFlow.Web.Components.Shared.Forms;
using CaseFlow.Web.Hosting;
using CaseFlow.Web.Language;
using Microsoft.AspNetCore.Components;

namespace CaseFlow.Web.Components.Meetings;

/// <summary>Candidate cases: who raised each and where, what it became, and the two ways on. Whoever may submit takes it up, in their own name.</summary>
public sealed partial class CandidateItems(CloseCandidate closing, BundleCatalog bundles, CurrentActor actors, FormState state, NavigationManager navigation)
{
    private static readonly Texts T = Texts.For("Meetings");

    private OrganisationNames _names = OrganisationNames.None;
    private Actor? _actor;
    private bool _maySubmit;

    [CascadingParameter] private HttpContext Http { get; set; } = null!; // always set in static rendering

    [Parameter, EditorRequired] public required IReadOnlyList<CandidateLine> Lines { get; set; }

    protected override async Task OnInitializedAsync()
    {
        _actor = await actors.Get(Http.RequestAborted);
        if (await bundles.Current(Http.RequestAborted) is not { } bundle)
            return;
        _names = OrganisationNames.Of(bundle);
        var origins = DeployedOrganisation.Of(bundle).Mandate.Clauses.Where(c => c.RuleKind == RuleKinds.Origin).Select(c => c.Settings.Text("role"));
        _maySubmit = origins.Any(role => role is not null && _actor.Holds(role));
    }

    private bool MayClose(CandidateLine line) => _actor is not null && CloseCandidate.MayClose(_actor, line.Candidate);

    private string Origin(CandidateLine line) => T["candidate.origin",
        line.Meeting.Number, _names.Role(line.Candidate.RaisedInRole, line.Candidate.RaisedForSide, line.Candidate.RaisedForArea)];

    private async Task Close(FormPost post)
    {
        var id = Guid.TryParse(post["kandidat"], out var candidate) ? candidate : default;
        var outcome = await closing.Handle(await actors.Get(Http.RequestAborted), post.RequestId, id, post["skal"], Http.RequestAborted);
        if (outcome.IsAccepted)
            navigation.NavigateTo(new Uri(navigation.Uri).PathAndQuery);
        else
            state.Refuse(outcome.Refusals);
    }
}
