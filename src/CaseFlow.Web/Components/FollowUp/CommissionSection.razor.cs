using CaseFlow.Cases.FollowUp;
using CaseFlow.Cases.Meetings;
using CaseFlow.Cases.Timeline;
using CaseFlow.Web.Components.Shared.Forms;
using CaseFlow.Web.Hosting;
using CaseFlow.Web.Language;
using Microsoft.AspNetCore.Components;

namespace CaseFlow.Web.Components.FollowUp;

/// <summary>The versions of a commission on its case's page, and the form with which its body amends it.</summary>
public sealed partial class CommissionSection(
    CommissionHistory history, AmendCommission amending, MeetingList list, CurrentActor actors, FormState state, NavigationManager navigation, TimeProvider time)
{
    private const int MeetingsShown = 20;
    private static readonly Texts T = Texts.For("FollowUp");

    private IReadOnlyList<CommissionVersion> _versions = [];
    private IReadOnlyList<Choice> _choices = [];
    private Dictionary<Guid, string> _meetings = [];
    private bool _mayAmend;

    [CascadingParameter] private HttpContext Http { get; set; } = null!; // always set in static rendering

    [Parameter, EditorRequired] public required CaseRow Case { get; set; }

    /// <summary>Where the case stands; null when that is not known.</summary>
    [Parameter] public InstanceView? View { get; set; }

    protected override async Task OnInitializedAsync()
    {
        var ct = Http.RequestAborted;
        _versions = await history.Of(Case.Id, ct);
        if (_versions.Count == 0)
            return;
        var body = View?.Variables["uppdragsgivare"].AsString() ?? "";
        var held = await list.Past(SwedishDates.Day(time.GetUtcNow()).AddDays(1), 0, MeetingsShown, ct);
        _choices = [.. held.Where(m => m.Body == body).Select(m => new Choice(m.Id.ToString(), m.Number))];
        foreach (var id in _versions.Select(v => v.MeetingId).OfType<Guid>().Distinct())
        {
            if (await list.Find(id, ct) is { } found)
                _meetings[id] = found.Meeting.Number;
        }

        _mayAmend = View?.State.MessageWaits.Any(w => w.MessageName == AmendCommission.Message) == true && AmendCommission.MayAmend(await actors.Get(ct), body);
    }

    private async Task Amend(FormPost post)
    {
        Guid? meeting = Guid.TryParse(post["mote"], out var id) ? id : null;
        var outcome = await amending.Handle(
            await actors.Get(Http.RequestAborted), post.RequestId, new(Case.Id, post["ordalydelse"], post.Date("rapportSenast"), meeting), Http.RequestAborted);
        if (outcome.IsAccepted)
            navigation.NavigateTo("/arenden/" + Case.Number);
        else
            state.Refuse(outcome.Refusals);
    }
}
