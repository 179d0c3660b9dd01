using CaseFlow.Cases.Intake;
using CaseFlow.Web.Components.Shared.Forms;
using CaseFlow.Web.Hosting;
using CaseFlow.Web.Language;
using Microsoft.AspNetCore.Components;

namespace CaseFlow.Web.Components.Timeline;

/// <summary><em>Vi delar frågan</em>: the areas that stand behind a case beside the one that handed it in.</summary>
public sealed partial class CaseSponsors(JoinCase joining, CurrentActor actors, FormState state, NavigationManager navigation)
{
    private static readonly Texts T = Texts.For("Cases");

    [Parameter, EditorRequired] public required Guid CaseId { get; set; }

    [Parameter, EditorRequired] public required IReadOnlyList<CoSponsor> Sponsors { get; set; }

    /// <summary>Areas that the reader leads and that do not stand behind the case yet.</summary>
    [Parameter, EditorRequired] public required IReadOnlyList<string> MayJoin { get; set; }

    [Parameter, EditorRequired] public required string Page { get; set; }

    [Parameter, EditorRequired] public required OrganisationNames Names { get; set; }

    [CascadingParameter] private HttpContext Http { get; set; } = null!; // always set in static rendering

    private async Task Join(FormPost post)
    {
        var outcome = await joining.Handle(
            await actors.Get(Http.RequestAborted), post.RequestId, CaseId, post["omrade"], post.Optional("kommentar"), Http.RequestAborted);
        if (outcome.IsAccepted)
            navigation.NavigateTo(Page + "?delar=ja");
        else
            state.Refuse(outcome.Refusals);
    }
}
