using CaseFlow.Cases.Access;
using CaseFlow.Cases.Language;
using CaseFlow.Web.Components.Shared.Forms;
using CaseFlow.Web.Hosting;
using CaseFlow.Web.Language;
using Microsoft.AspNetCore.Components;

namespace CaseFlow.Web.Components.Access;

/// <summary>The system administrator makes an account; roles are given on the account's own page.</summary>
public sealed partial class NewAccountPage(AccountRegister register, CreateAccount creation, CurrentActor actors, FormState state, NavigationManager navigation)
{
    private static readonly Texts T = Texts.For("Accounts");

    private Refusal? _refusal;

    [CascadingParameter] private HttpContext Http { get; set; } = null!; // always set in static rendering

    protected override async Task OnInitializedAsync()
    {
        var allowed = await register.List(await actors.Get(Http.RequestAborted), null, Http.RequestAborted);
        _refusal = allowed.IsAccepted ? null : allowed.Refusals[0];
    }

    private async Task Create(FormPost post)
    {
        var outcome = await creation.Handle(await actors.Get(Http.RequestAborted), post.RequestId, AccountFields.Read(post), Http.RequestAborted);
        if (outcome.IsAccepted)
            navigation.NavigateTo("/konton/" + outcome.Value);
        else
            state.Refuse(outcome.Refusals);
    }
}
