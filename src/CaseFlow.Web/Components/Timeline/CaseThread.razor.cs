using CaseFlow.Cases.Access;
using CaseFlow.Cases.Intake;
using CaseFlow.Cases.Storage;
using CaseFlow.Web.Components.Shared.Forms;
using CaseFlow.Web.Hosting;
using CaseFlow.Web.Language;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Web.Components.Timeline;

/// <summary>The preparation thread of a case, with who wrote and for which area or side.</summary>
public sealed partial class CaseThread(CommentOnCase commenting, AccountTitles titles, IDbContextFactory<CaseFlowDb> databases, CurrentActor actors, FormState state, NavigationManager navigation)
{
    private static readonly Texts T = Texts.For("Cases");

    private bool _mayComment;
    private IReadOnlyDictionary<string, string> _titles = new Dictionary<string, string>();

    [Parameter, EditorRequired] public required Guid CaseId { get; set; }

    [Parameter, EditorRequired] public required IReadOnlyList<CaseNote> Notes { get; set; }

    [Parameter, EditorRequired] public required string Page { get; set; }

    [Parameter, EditorRequired] public required OrganisationNames Names { get; set; }

    [CascadingParameter] private HttpContext Http { get; set; } = null!; // always set in static rendering

    protected override async Task OnInitializedAsync()
    {
        _titles = await titles.Of(Notes.Select(n => n.WrittenBy), Http.RequestAborted);
        await using var db = await databases.CreateDbContextAsync(Http.RequestAborted);
        _mayComment = await CommentOnCase.MayComment(db, await actors.Get(Http.RequestAborted), CaseId, Http.RequestAborted);
    }

    private string Who(CaseNote note)
    {
        var title = _titles.GetValueOrDefault(note.WrittenBy) ?? "CaseFlow";
        var place = (note.Area, note.Side) switch
        {
            ({ } area, _) => Names.Area(area),
            (_, { } side) => Names.Side(side),
            _ => null,
        };
        return place is null || title.Contains(place, StringComparison.CurrentCultureIgnoreCase) ? title : T["who-for", title, place];
    }

    private async Task Comment(FormPost post)
    {
        var actor = await actors.Get(Http.RequestAborted);
        var speaksFor = actor.Grants.FirstOrDefault(g => g.Area is not null || g.Side is not null);
        var outcome = await commenting.Handle(actor, post.RequestId, CaseId, post["kommentar"], speaksFor, Http.RequestAborted);
        if (outcome.IsAccepted)
            navigation.NavigateTo(Page + "#thread");
        else
            state.Refuse(outcome.Refusals);
    }
}
