using CaseFlow.Cases.Meetings;
using CaseFlow.Web.Components.Shared;
using CaseFlow.Web.Components.Shared.Forms;
using CaseFlow.Web.Hosting;
using CaseFlow.Web.Language;
using Microsoft.AspNetCore.Components;

namespace CaseFlow.Web.Components.Meetings;

/// <summary>The warnings of a meeting with the reasons that were noted.</summary>
public sealed partial class AdviceSection(MeetingAdvice advice, NoteDeviation noting, CurrentActor actors, FormState state, NavigationManager navigation)
{
    private static readonly Texts T = Texts.For("Meetings");

    private IReadOnlyList<AdviceLine> _lines = [];

    [CascadingParameter] private HttpContext Http { get; set; } = null!; // always set in static rendering

    [Parameter, EditorRequired] public required MeetingView View { get; set; }

    /// <summary>True for one who builds the agenda or holds the meeting.</summary>
    [Parameter] public bool MayNote { get; set; }

    protected override async Task OnInitializedAsync() => _lines = await advice.Of(View, Http.RequestAborted);

    private static string Prefix(string clause) => "avvikelse-" + clause.Replace('.', '-');

    private async Task Note(FormPost post)
    {
        var outcome = await noting.Handle(await actors.Get(Http.RequestAborted), post.RequestId, View.Meeting.Id, post["sats"], post["skal"], Http.RequestAborted);
        if (outcome.IsAccepted)
            navigation.NavigateTo(navigation.Place());
        else
            state.Refuse(outcome.Refusals);
    }
}
