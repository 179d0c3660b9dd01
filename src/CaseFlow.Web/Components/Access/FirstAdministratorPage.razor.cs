using CaseFlow.Cases.Access;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Processes;
using CaseFlow.Web.Components.Shared.Forms;
using CaseFlow.Web.Hosting;
using CaseFlow.Web.Language;
using Microsoft.AspNetCore.Components;

namespace CaseFlow.Web.Components.Access;

/// <summary>The first administrator is made with the key that the server showed at its start. Once used, this page does not exist.</summary>
public sealed partial class FirstAdministratorPage(
    FirstAdministrator first, BundleCatalog bundles, FormState state, NavigationManager navigation)
{
    private static readonly Texts T = Texts.For("Accounts");

    // A page that is not there draws nothing: its parts must not outlive it.
    private bool _isOpen;

    [CascadingParameter] private HttpContext Http { get; set; } = null!; // always set in static rendering

    protected override async Task OnInitializedAsync()
    {
        _isOpen = await first.IsAwaited(Http.RequestAborted);
        if (!_isOpen)
            navigation.NotFound();
    }

    private async Task Create(FormPost post)
    {
        var outcome = await first.Handle(post["token"], AccountFields.Read(post), Http.RequestAborted);
        if (!outcome.IsAccepted)
        {
            if (outcome.Refusals.Any(r => r.Kind == RefusalKind.NotFound))
                state.AddError("token", T["first.wrong-key"]);
            else
                state.Refuse(outcome.Refusals);
            return;
        }

        // What there is to do first: without definitions no role can be given.
        var isDeployed = await bundles.Current(Http.RequestAborted) is not null;
        navigation.NavigateTo(SignIn.Page + QueryString.Create("tillbaka", isDeployed ? "/konton" : "/driftsattning"));
    }
}
