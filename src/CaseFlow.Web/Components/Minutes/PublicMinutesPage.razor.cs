using System.Globalization;
using CaseFlow.Cases.Minutes;
using CaseFlow.Web.Components.Shared.Forms;
using CaseFlow.Web.Hosting;
using CaseFlow.Web.Language;
using Microsoft.AspNetCore.Components;

namespace CaseFlow.Web.Components.Minutes;

/// <summary>Published minutes, read without sign-in (R141). Withdrawn ones answer 410 and say why.</summary>
public sealed partial class PublicMinutesPage(PublishedMinutes published, PublishMinutes publishing, CurrentActor actors, FormState state, NavigationManager navigation)
{
    private static readonly Texts T = Texts.For("Minutes");

    private MinutesPublication? _publication;
    private bool _mayWithdraw;

    [Parameter] public string Body { get; set; } = "";

    /// <summary>As yyyy-MM-dd.</summary>
    [Parameter] public string Date { get; set; } = "";

    [CascadingParameter] private HttpContext Http { get; set; } = null!; // always set in static rendering

    private bool IsSignedIn => Http.User.Identity?.IsAuthenticated == true;

    /// <summary>The address of published minutes.</summary>
    public static string PathOf(MinutesPublication publication)
    {
        ArgumentNullException.ThrowIfNull(publication);
        return $"/anteckningar/{publication.Body}/{publication.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}";
    }

    protected override async Task OnInitializedAsync()
    {
        if (!DateOnly.TryParseExact(Date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            || (_publication = await published.Find(Body, date, Http.RequestAborted)) is not { } publication)
        {
            navigation.NotFound();
            return;
        }

        if (publication.WithdrawnAt is not null)
            Http.Response.StatusCode = StatusCodes.Status410Gone;
        else if (IsSignedIn)
            _mayWithdraw = PublishMinutes.MayWithdraw(await actors.Get(Http.RequestAborted));
    }

    private async Task Withdraw(FormPost post)
    {
        var publication = _publication ?? throw new InvalidOperationException("A form was posted on a page that shows none.");
        var outcome = await publishing.Withdraw(await actors.Get(Http.RequestAborted), post.RequestId, publication.MeetingId, post["skal"], Http.RequestAborted);
        if (outcome.IsAccepted)
            navigation.NavigateTo(PathOf(publication));
        else
            state.Refuse(outcome.Refusals);
    }
}
