using CaseFlow.Cases.Access;
using CaseFlow.Cases.Intake;
using CaseFlow.Cases.Processes;
using CaseFlow.Cases.Tasks;
using CaseFlow.Web.Components.Intake;
using CaseFlow.Web.Components.Shared;
using CaseFlow.Web.Components.Shared.Forms;
using CaseFlow.Web.Hosting;
using CaseFlow.Web.Language;
using Microsoft.AspNetCore.Components;

namespace CaseFlow.Web.Components.Tasks;

/// <summary><em>Att göra</em>: what waits for the person who is signed in, what is due first. The view and the search stand in the address.</summary>
public sealed partial class ToDoPage(
    TaskList list, TaskPage tasks, ClaimTask claiming, AccountTitles titles, BundleCatalog bundles, CurrentActor actors, FormState state, TimeProvider time)
{
    private const int DaysOfSoon = 7;
    private const int PageSize = 50;

    private static readonly Texts T = Texts.For("Tasks");

    private IReadOnlyList<TaskLine> _all = [];
    private IReadOnlyList<TaskLine> _shown = [];
    private IReadOnlyList<TaskLine> _lines = []; // those of the page
    private int _page;
    private IReadOnlyDictionary<string, string> _titles = new Dictionary<string, string>();
    private bool _hasRole;
    private bool _maySubmit;
    private string _account = "";
    private string? _done;

    [Inject] private NavigationManager Navigation { get; set; } = null!; // set by the renderer

    [CascadingParameter] private HttpContext Http { get; set; } = null!; // always set in static rendering

    /// <summary>alla, sena, snart or mina.</summary>
    [SupplyParameterFromQuery(Name = "visa")] private string? Shown { get; set; }

    [SupplyParameterFromQuery(Name = "q")] private string? Query { get; set; }

    [SupplyParameterFromQuery(Name = "sida")] private int? PageNumber { get; set; }

    /// <summary>Address of the task that was just done.</summary>
    [SupplyParameterFromQuery(Name = "klart")] private string? Done { get; set; }

    private OrganisationNames Names { get; set; } = OrganisationNames.None;

    private string EmptyText => !_hasRole ? T["todo.empty-no-role"] : _maySubmit ? T["todo.empty-submitter"] : T["todo.empty-text"];

    private string Current => Shown is "sena" or "snart" or "mina" ? Shown : "alla";

    private IEnumerable<(string Key, int Count)> Views =>
        new[] { "alla", "sena", "snart", "mina" }.Select(key => (key, _all.Count(t => IsIn(key, t))));

    private string Lead => _all.Count == 0 ? T["todo.lead-none"]
        : _all.Count(IsLate) is > 0 and var late ? T.Count("todo.lead", _all.Count) + " " + T.Count("todo.lead-late", late)
        : T.Count("todo.lead", _all.Count);

    protected override async Task OnInitializedAsync()
    {
        var actor = await actors.Get(Http.RequestAborted);
        _account = actor.AccountId;
        _all = TaskLine.Of(await list.For(actor, Http.RequestAborted));
        _titles = await titles.Of(_all.SelectMany(l => l.Tasks).Select(t => t.ClaimedBy).OfType<string>(), Http.RequestAborted);
        _hasRole = actor.Grants.Count > 0;
        if (await bundles.Current(Http.RequestAborted) is { } bundle)
        {
            Names = OrganisationNames.Of(bundle);
            _maySubmit = SubmitCase.Opening(bundle) is not null && OriginChoice.Of(actor, bundle).Count > 0;
        }

        _shown = [.. _all.Where(t => IsIn(Current, t) && Matches(t))];
        (_lines, _page) = _shown.Page(PageNumber, PageSize);
        if (TaskAddress.TryParse(Done, out var address) && await tasks.Read(actor, address, Http.RequestAborted) is { IsAccepted: true } done
            && done.Value.Task.EndedBy == actor.AccountId)
            _done = done.Value.Task.Called.Current;
    }

    private bool IsIn(string view, TaskLine task) => view switch
    {
        "sena" => IsLate(task),
        "snart" => !IsLate(task) && task.DueAt is { } due && due <= time.GetUtcNow().AddDays(DaysOfSoon),
        "mina" => IsMine(task),
        _ => true,
    };

    private bool IsLate(TaskLine line) => line.DueAt < time.GetUtcNow();

    private bool IsMine(TaskLine line) => line.Tasks.All(t => t.ClaimedBy == _account);

    private string? Holder(TaskLine line) => IsMine(line) ? T["todo.mine"]
        : line.Tasks.Select(t => t.ClaimedBy).FirstOrDefault(c => c is not null && c != _account) is { } other
            ? T["case.held-by", _titles.GetValueOrDefault(other) ?? T["claimed-other"]]
            : null;

    private static string Claiming(TaskListItem task) => "claim-" + task.Address;

    // The whole line is one thing to do, so it is taken and let go of as one.
    private async Task Claim(TaskLine line)
    {
        var actor = await actors.Get(Http.RequestAborted);
        var take = !IsMine(line);
        foreach (var task in line.Tasks)
        {
            var outcome = await claiming.Handle(actor, requestId: null, task.Address, take, Http.RequestAborted);
            if (!outcome.IsAccepted)
            {
                state.Refuse(outcome.Refusals);
                return;
            }
        }

        Navigation.NavigateTo(Navigation.Place());
    }

    private bool Matches(TaskLine line) => string.IsNullOrWhiteSpace(Query) || line.Tasks.Any(Matches);

    private bool Matches(TaskListItem task) => new[] { task.Name.Current, task.SubjectTitle, task.SubjectNumber, task.Lane?.Current }.Any(text => text?.Contains((Query ?? "").Trim(), StringComparison.CurrentCultureIgnoreCase) == true);
}
