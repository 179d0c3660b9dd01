using CaseFlow.Cases.Access;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Organisation;
using CaseFlow.Web.Components.Shared.Forms;
using CaseFlow.Web.Hosting;
using CaseFlow.Web.Language;
using Microsoft.AspNetCore.Components;

namespace CaseFlow.Web.Components.Access;

/// <summary>One account: its roles through the years, giving and ending them, closing the account.</summary>
public sealed partial class AccountPage(
    AccountRegister register, GiveRole giving, EndRole ending, CloseAccount closing, OrganisationSource organisations, CurrentActor actors,
    FormState state, NavigationManager navigation, TimeProvider time)
{
    private static readonly Texts T = Texts.For("Accounts");

    private const string WholeScope = "whole";

    private OrganisationNames _names = OrganisationNames.None;
    private OrganisationModel? _organisation;
    private Refusal? _refusal;
    private DateOnly _today;

    [Parameter] public string Id { get; set; } = "";

    [CascadingParameter] private HttpContext Http { get; set; } = null!; // always set in static rendering

    private AccountEntry Entry { get; set; } = new(new Account(), []);

    private string Name => Entry.Account.DisplayName.Length > 0 ? Entry.Account.DisplayName : Entry.Account.UserName ?? Id;

    private IReadOnlyList<Choice> RoleChoices => [.. _organisation!.Roles.Select(r => new Choice(r.Key, r.Name.Current))]; // drawn only with an organisation

    // One list: a role is held for the whole, for a side or for an area, and the key says which kind it is.
    private IReadOnlyList<Choice> ScopeChoices =>
    [
        new(WholeScope, T["give.whole"]),
        .. _organisation!.Sides.Select(s => new Choice("side:" + s.Key, s.Name.Current)), // as above
        .. _organisation.Areas.Select(a => new Choice("area:" + a.Key, a.Name.Current)),
    ];

    protected override async Task OnInitializedAsync()
    {
        _today = SwedishDates.Day(time.GetUtcNow());
        var found = await register.Find(await actors.Get(Http.RequestAborted), Id, Http.RequestAborted);
        if (!found.IsAccepted)
        {
            _refusal = found.Refusals[0];
            return;
        }

        Entry = found.Value;
        _organisation = (await organisations.Find(Http.RequestAborted))?.Organisation;
        _names = new(_organisation);
    }

    private async Task Give(FormPost post)
    {
        if (post.Date("validFrom") is not { } from)
        {
            state.AddError("validFrom", T["give.from-missing"]);
            return;
        }

        // The widest right is nobody's slip of the finger: what it is for must be said.
        if (post["scope"].Length == 0)
        {
            state.AddError("scope", T["give.scope-missing"]);
            return;
        }

        var scope = post["scope"].Split(':', 2);
        var given = new RoleToGive(Id, post["role"], scope is ["side", var side] ? side : null, scope is ["area", var area] ? area : null, from, post.Date("validTo"));
        Finish((await giving.Handle(await actors.Get(Http.RequestAborted), post.RequestId, given, Http.RequestAborted)).Refusals);
    }

    private async Task End(FormPost post, Guid role) =>
        Finish((await ending.Handle(await actors.Get(Http.RequestAborted), post.RequestId, role, _today.AddDays(-1), Http.RequestAborted)).Refusals);

    private async Task Close(FormPost post)
    {
        if (!post.IsTicked("sure"))
            state.AddError("sure", T["close.sure-missing"]);
        else
            Finish((await closing.Handle(await actors.Get(Http.RequestAborted), post.RequestId, Id, Http.RequestAborted)).Refusals);
    }

    private void Finish(IReadOnlyList<Refusal> refusals)
    {
        if (refusals.Count == 0)
            navigation.NavigateTo("/konton/" + Id);
        else
            state.Refuse([.. refusals.Select(r => r.Field is "side" or "area" ? r with { Field = "scope" } : r)]);
    }
}
