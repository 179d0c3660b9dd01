using System.Globalization;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Meetings;
using CaseFlow.Web.Components.Shared.Forms;
using CaseFlow.Web.Hosting;
using CaseFlow.Web.Language;
using Microsoft.AspNetCore.Components;

namespace CaseFlow.Web.Components.Meetings;

/// <summary>Interrupting a meeting, and giving each matter that is left its outcome.</summary>
public sealed partial class InterruptionSection(
    InterruptMeeting interrupting, LeaveItem leaving, MeetingList list, CurrentActor actors, FormState state, NavigationManager navigation)
{
    private const int MeetingsShown = 20;
    private static readonly Texts T = Texts.For("Meetings");

    private IReadOnlyList<Choice> _later = [];

    [CascadingParameter] private HttpContext Http { get; set; } = null!; // always set in static rendering

    [Parameter, EditorRequired] public required MeetingView View { get; set; }

    [Parameter] public bool MayHold { get; set; }

    private IReadOnlyList<AgendaItem> Left => [.. View.Agenda.Slots.Select(s => s.Item).Where(i => i.IsMatter && i.ClosedAt is null)];

    /// <summary>The page that the section stands on; the meeting's own when null.</summary>
    [Parameter] public string? Back { get; set; }

    protected override async Task OnInitializedAsync()
    {
        if (!MayHold || View.Meeting.InterruptedAt is null)
            return;
        var coming = await list.Coming(View.Meeting.Date, MeetingsShown, Http.RequestAborted);
        _later = [.. coming.Where(m => m.Body == View.Meeting.Body && m.Id != View.Meeting.Id && !m.IsEnded).Select(m => new Choice(m.Id.ToString(), m.Number))];
    }

    private async Task Interrupt(FormPost post) =>
        Finish(await interrupting.Handle(await actors.Get(Http.RequestAborted), post.RequestId, View.Meeting.Id, post["skal"], Http.RequestAborted));

    private async Task Leave(FormPost post)
    {
        var item = Guid.TryParse(post["punkt"], out var id) ? id : default;
        var version = long.TryParse(post["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? seen : -1;
        Guid? target = Guid.TryParse(post["tillMote"], out var meeting) ? meeting : null;
        Finish(await leaving.Handle(await actors.Get(Http.RequestAborted), post.RequestId, View.Meeting.Id, item, version, target, Http.RequestAborted));
    }

    private void Finish<TReceipt>(Outcome<TReceipt> outcome)
    {
        if (outcome.IsAccepted)
            navigation.NavigateTo(Back ?? $"/moten/{View.Meeting.Id}");
        else
            state.Refuse(outcome.Refusals);
    }
}
