using CaseFlow.Cases.Language;
using CaseFlow.Cases.Meetings;
using CaseFlow.Web.Components.Shared.Forms;
using CaseFlow.Web.Hosting;
using CaseFlow.Web.Language;
using Microsoft.AspNetCore.Components;

namespace CaseFlow.Web.Components.Meetings;

/// <summary>The notes of one item. Two who write at once are merged by paragraph; on the same paragraph both texts are shown and nothing is thrown away.</summary>
public sealed partial class RoomNotes(NoteItem noting, MeetingList list, CurrentActor actors, FormState state, NavigationManager navigation, TimeProvider time)
{
    private static readonly Texts T = Texts.For("Meetings");

    private string _seen = "";
    private string _origin = "";
    private string _mine = "";
    private string? _theirs;
    private string _told = "";

    [CascadingParameter] private HttpContext Http { get; set; } = null!; // always set in static rendering

    [Parameter, EditorRequired] public required Guid MeetingId { get; set; }

    [Parameter, EditorRequired] public required AgendaItem Item { get; set; }

    [Parameter] public bool MayWrite { get; set; }

    /// <summary>The page that the notes stand on.</summary>
    [Parameter, EditorRequired] public required string Back { get; set; }

    // Sent by the module: the answer is read by it, and the page stays where it is.
    private bool IsByItself => Http.Request.Headers.ContainsKey("X-Autosave");

    protected override void OnInitialized() => _seen = Item.Notes;

    private async Task Save(FormPost post)
    {
        (_origin, _mine) = (post["_sedd"], post["anteckning"]);
        var saved = await noting.Handle(await actors.Get(Http.RequestAborted), post.RequestId, new(MeetingId, Item.Id, _origin, _mine), Http.RequestAborted);
        if (saved.IsAccepted)
        {
            if (!IsByItself)
                navigation.NavigateTo(Back);
            _seen = saved.Value.Text;
            _told = T[saved.Value.IsMerged ? "room.notes-merged" : "room.notes-saved", SwedishDates.Local(time.GetUtcNow()).ToString("H\\.mm", System.Globalization.CultureInfo.InvariantCulture)];
            return;
        }

        if (saved.Refusals[0].Kind == RefusalKind.Stale)
        {
            _theirs = (await list.Find(MeetingId, Http.RequestAborted))?.Agenda.Slots.FirstOrDefault(s => s.Item.Id == Item.Id)?.Item.Notes ?? "";
            _seen = _theirs;
        }

        state.Refuse(saved.Refusals);
    }
}
