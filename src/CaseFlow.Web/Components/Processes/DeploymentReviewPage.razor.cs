using CaseFlow.Cases.Language;
using CaseFlow.Cases.Processes;
using CaseFlow.Web.Components.Shared.Forms;
using CaseFlow.Web.Hosting;
using CaseFlow.Web.Language;
using Microsoft.AspNetCore.Components;

namespace CaseFlow.Web.Components.Processes;

/// <summary>Definitions beside what is deployed now: files, warnings, and the button that deploys.</summary>
public sealed partial class DeploymentReviewPage(
    DeploymentHistory deployments, DeployChecked deploying, CurrentActor actors, FormState state, NavigationManager navigation)
{
    private static readonly Texts T = Texts.For("Deployment");

    private Refusal? _refusal;

    [Parameter] public string Hash { get; set; } = "";

    [CascadingParameter] private HttpContext Http { get; set; } = null!; // always set in static rendering

    private DeploymentReview Review { get; set; } = new("", null, 0, 0, [], []);

    private string Lead => Review.IsDeployed ? T["review.in-use"]
        : Review.IsRefused ? T["review.no-longer"]
        : T["review.lead", Review.Processes, Review.Files, Review.Changes.Count];

    protected override async Task OnInitializedAsync()
    {
        var found = await deployments.Review(await actors.Get(Http.RequestAborted), Hash, Http.RequestAborted);
        if (found.IsAccepted)
            Review = found.Value;
        else
            _refusal = found.Refusals[0];
    }

    private static string Tone(FileChange change) => change switch
    {
        FileChange.Added => "done",
        FileChange.Changed => "active",
        FileChange.Removed => "stop",
    };

    private async Task Deploy(FormPost post)
    {
        var outcome = await deploying.Handle(await actors.Get(Http.RequestAborted), Hash, post.Optional("_seen"), Http.RequestAborted);
        if (!outcome.IsAccepted)
            state.Refuse(outcome.Refusals);
        else if (outcome.Value.Result == DeployResult.Refused)
            state.AddError(null, T["refused"]);
        else
            navigation.NavigateTo("/driftsattning?klart=ja");
    }
}
