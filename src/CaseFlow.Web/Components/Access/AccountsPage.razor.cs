using CaseFlow.Cases.Access;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Organisation;
using CaseFlow.Web.Hosting;
using CaseFlow.Web.Language;
using Microsoft.AspNetCore.Components;

namespace CaseFlow.Web.Components.Access;

/// <summary>All accounts, for the system administrator.</summary>
public sealed partial class AccountsPage(AccountRegister register, OrganisationSource organisations, CurrentActor actors, TimeProvider time)
{
    private const int PageSize = 50;

    private static readonly Texts T = Texts.For("Accounts");

    private IReadOnlyList<AccountEntry> _accounts = [];
    private OrganisationNames _names = OrganisationNames.None;
    private DateOnly _today;
    private Refusal? _refusal;

    [CascadingParameter] private HttpContext Http { get; set; } = null!; // always set in static rendering

    [SupplyParameterFromQuery(Name = "q")] private string? Query { get; set; }

    [SupplyParameterFromQuery(Name = "sida")] private int? PageNumber { get; set; }

    private IReadOnlyList<AccountEntry> Shown => [.. _accounts.Skip((Math.Max(1, PageNumber ?? 1) - 1) * PageSize).Take(PageSize)];

    protected override async Task OnInitializedAsync()
    {
        _today = SwedishDates.Day(time.GetUtcNow());
        var found = await register.List(await actors.Get(Http.RequestAborted), Query, Http.RequestAborted);
        if (!found.IsAccepted)
        {
            _refusal = found.Refusals[0];
            return;
        }

        _accounts = found.Value;
        _names = new((await organisations.Find(Http.RequestAborted))?.Organisation);
    }

    private static string Name(Account account) => account.DisplayName.Length > 0 ? account.DisplayName : account.UserName ?? account.Id;
}
