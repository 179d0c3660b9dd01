using System.Globalization;
using CaseFlow.Cases.Sorting;
using CaseFlow.Cases.Tasks;
using CaseFlow.Web.Components.Shared.Forms;
using CaseFlow.Web.Components.Tasks;
using CaseFlow.Web.Hosting;
using CaseFlow.Web.Language;
using Microsoft.AspNetCore.Components;

namespace CaseFlow.Web.Components.Sorting;

/// <summary>What a preparer sees while assessing a case, and the way to confirm what the other side has said, under own sign-in (R43).</summary>
public sealed partial class SortingCompanion(SortingRound rounds, CompleteTask completion, CurrentActor actors, FormState state, NavigationManager navigation)
{
    private const string ReasonField = "skal";

    private static readonly Texts T = Texts.For("Sorting");

    private SortingRoundView? _round;
    private OrganisationNames _names = OrganisationNames.None;

    [Parameter, EditorRequired] public required TaskView View { get; set; }

    [Parameter] public FormView? Form { get; set; }

    [CascadingParameter] private HttpContext Http { get; set; } = null!; // always set in static rendering

    private bool IsMine => View is { Task.EndedAt: null, ActsAs.Count: > 0 } || state.IsPosted("confirm");

    protected override async Task OnInitializedAsync()
    {
        _names = OrganisationNames.Of(View.Bundle);
        _round = await rounds.Read(await actors.Get(Http.RequestAborted), View.Task, Http.RequestAborted);
    }

    private static string Words(string outcome, string? treatment) =>
        (T.Find("outcome." + outcome) ?? outcome) + (treatment is { Length: > 0 } ? ", " + (T.Find("treatment." + treatment) ?? treatment) : "");

    private static string? Reason(SideSaid said) => said.Answers.Text(ReasonField) is { Length: > 0 } reason ? reason : null;

    private async Task Confirm(FormPost post)
    {
        // What the other side wrote is read here, so that a page cannot claim that it said something else.
        var said = _round?.Said.FirstOrDefault(s => s.Assessment.TaskKey.ToString(CultureInfo.InvariantCulture) == post["_said"]);
        if (said is null)
        {
            navigation.NavigateTo("/uppgifter/" + View.Task.Address);
            return;
        }

        var version = long.TryParse(post["_version"], NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? seen : 0;
        var outcome = await completion.Handle(
            await actors.Get(Http.RequestAborted), post.RequestId, new CompleteTaskRequest(View.Task.Address, version, said.Answers), Http.RequestAborted);
        if (outcome.IsAccepted)
            navigation.NavigateTo($"/sortering?klart={View.Task.Address}");
        else
            state.Refuse(outcome.Refusals);
    }
}
