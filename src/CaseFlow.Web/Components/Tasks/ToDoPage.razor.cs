using CaseFlow.Cases.Tasks;
using CaseFlow.Web.Hosting;
using CaseFlow.Web.Language;
using Microsoft.AspNetCore.Components;

namespace CaseFlow.Web.Components.Tasks;

/// <summary><em>Att göra</em>: what waits for the person who is signed in, what is due first. The view and the search stand in the address.</summary>
public sealed partial class ToDoPage(TaskList list, TaskPage tasks, CurrentActor actors, TimeProvider time)
{
    private const int DaysOfSoon = 7;

    private static readonly Texts T = Texts.For("Tasks");

    private IReadOnlyList<TaskListItem> _all = [];
    private IReadOnlyList<TaskListItem> _shown = [];
    private string _account = "";
    private string? _done;

    [Inject] private NavigationManager Navigation { get; set; } = null!; // set by the renderer

    [CascadingParameter] private HttpContext Http { get; set; } = null!; // always set in static rendering

    /// <summary>alla, sena, snart or mina.</summary>
    [SupplyParameterFromQuery(Name = "visa")] private string? Shown { get; set; }

    [SupplyParameterFromQuery(Name = "q")] private string? Query { get; set; }

    /// <summary>Address of the task that was just done.</summary>
    [SupplyParameterFromQuery(Name = "klart")] private string? Done { get; set; }

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
        _all = await list.For(actor, Http.RequestAborted);
        _shown = [.. _all.Where(t => IsIn(Current, t) && Matches(t))];
        if (TaskAddress.TryParse(Done, out var address) && await tasks.Read(actor, address, Http.RequestAborted) is { IsAccepted: true } done
            && done.Value.Task.EndedBy == actor.AccountId)
            _done = done.Value.Task.Name;
    }

    private bool IsIn(string view, TaskListItem task) => view switch
    {
        "sena" => IsLate(task),
        "snart" => !IsLate(task) && task.DueAt is { } due && due <= time.GetUtcNow().AddDays(DaysOfSoon),
        "mina" => task.ClaimedBy == _account,
        _ => true,
    };

    private bool IsLate(TaskListItem task) => task.DueAt < time.GetUtcNow();

    private bool Matches(TaskListItem task) => string.IsNullOrWhiteSpace(Query)
        || new[] { task.Name, task.SubjectTitle, task.SubjectNumber, task.LaneName }.Any(text => text?.Contains(Query.Trim(), StringComparison.CurrentCultureIgnoreCase) == true);
}
