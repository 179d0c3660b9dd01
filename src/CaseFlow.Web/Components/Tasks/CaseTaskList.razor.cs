using CaseFlow.Cases.Access;
using CaseFlow.Cases.Tasks;
using CaseFlow.Web.Hosting;
using CaseFlow.Web.Language;
using Microsoft.AspNetCore.Components;

namespace CaseFlow.Web.Components.Tasks;

/// <summary>The open tasks of a case, for everybody: one's own as links, the others with whom they wait for.</summary>
public sealed partial class CaseTaskList(TaskList tasks, AccountTitles titles, CurrentActor actors)
{
    private static readonly Texts T = Texts.For("Tasks");

    private IReadOnlyList<TaskRow> _open = [];
    private IReadOnlyDictionary<string, string> _titles = new Dictionary<string, string>();
    private Actor _actor = new("", []);

    [Parameter, EditorRequired] public required Guid CaseId { get; set; }

    [Parameter, EditorRequired] public required OrganisationNames Names { get; set; }

    [CascadingParameter] private HttpContext Http { get; set; } = null!; // always set in static rendering

    protected override async Task OnInitializedAsync()
    {
        _actor = await actors.Get(Http.RequestAborted);
        _open = await tasks.Of(CaseId, Http.RequestAborted);
        _titles = await titles.Of(_open.Select(t => t.ClaimedBy).OfType<string>(), Http.RequestAborted);
    }
}
