using CaseFlow.Cases.Intake;
using CaseFlow.Cases.Meetings;
using CaseFlow.Web.Components.Shared.Forms;
using CaseFlow.Web.Hosting;
using CaseFlow.Web.Language;
using Microsoft.AspNetCore.Components;

namespace CaseFlow.Web.Components.Meetings;

/// <summary>The matters raised at a meeting, and the form to raise one while it is held.</summary>
public sealed partial class OtherBusiness(CandidateList candidates, RaiseMatter raising, CurrentActor actors, FormState state, NavigationManager navigation)
{
    private static readonly Texts T = Texts.For("Meetings");

    private IReadOnlyList<CandidateLine> _lines = [];
    private bool _mayRaise;

    [CascadingParameter] private HttpContext Http { get; set; } = null!; // always set in static rendering

    [Parameter, EditorRequired] public required Meeting Meeting { get; set; }

    /// <summary>The page that the section stands on; the meeting's own when null.</summary>
    [Parameter] public string? Back { get; set; }

    protected override async Task OnInitializedAsync()
    {
        _lines = await candidates.OfMeeting(Meeting.Id, Http.RequestAborted);
        _mayRaise = Meeting.NoticeSentAt is not null && MeetingStatuses.IsHeld(Meeting.StatusKey)
            && RaiseMatter.SpeaksAs(await actors.Get(Http.RequestAborted)) is not null;
    }

    private async Task Raise(FormPost post)
    {
        var outcome = await raising.Handle(await actors.Get(Http.RequestAborted), post.RequestId, Meeting.Id, post["fraga"], Http.RequestAborted);
        if (outcome.IsAccepted)
            navigation.NavigateTo(Back ?? $"/moten/{Meeting.Id}");
        else
            state.Refuse(outcome.Refusals);
    }
}
