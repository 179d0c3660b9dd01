using CaseFlow.Cases.Language;
using CaseFlow.Cases.Meetings;
using CaseFlow.Web.Components.Shared.Forms;
using CaseFlow.Web.Hosting;
using CaseFlow.Web.Language;
using Microsoft.AspNetCore.Components;

namespace CaseFlow.Web.Components.Meetings;

/// <summary>When and where a meeting is held, for those who plan the body's meetings.</summary>
public sealed partial class ScheduleSection(MoveMeeting moving, CancelMeeting cancelling, CurrentActor actors, FormState state, NavigationManager navigation)
{
    private static readonly Texts T = Texts.For("Meetings");

    [CascadingParameter] private HttpContext Http { get; set; } = null!; // always set in static rendering

    [Parameter, EditorRequired] public required Meeting Meeting { get; set; }

    private FormState State => state;

    private async Task MoveIt(FormPost post)
    {
        if (post.Date("datum") is not { } date || MeetingListPage.Time(post["start"]) is not { } start || MeetingListPage.Time(post["slut"]) is not { } end)
            state.AddError("datum", T["when-missing"]);
        else
            Finish(await moving.Handle(await actors.Get(Http.RequestAborted), post.RequestId, new(Meeting.Id, date, start, end, post["lokal"]), Http.RequestAborted));
    }

    private async Task Cancel(FormPost post) =>
        Finish(await cancelling.Handle(await actors.Get(Http.RequestAborted), post.RequestId, Meeting.Id, Http.RequestAborted));

    private void Finish(Outcome<MeetingReceipt> outcome)
    {
        if (outcome.IsAccepted)
            navigation.NavigateTo($"/moten/{Meeting.Id}");
        else
            state.Refuse(outcome.Refusals);
    }
}
