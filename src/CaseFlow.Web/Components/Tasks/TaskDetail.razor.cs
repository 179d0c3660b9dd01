using System.Globalization;
using CaseFlow.Cases.Forms;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Organisation;
using CaseFlow.Cases.Tasks;
using CaseFlow.Cases.Timeline;
using CaseFlow.Engine.Feel;
using CaseFlow.Web.Components.Shared.Forms;
using CaseFlow.Web.Hosting;
using CaseFlow.Web.Language;
using Microsoft.AspNetCore.Components;

namespace CaseFlow.Web.Components.Tasks;

/// <summary>The page of any user task: its form, and the one road to complete it.</summary>
public sealed partial class TaskDetail(
    TaskPage reader, CompleteTask completion, ClaimTask claiming, CurrentActor actors, FormState state, CaseList cases, OrganisationSource organisations,
    NavigationManager navigation, TimeProvider time)
{
    private static readonly Texts T = Texts.For("Tasks");

    private FormView? _form;
    private Dictionary<string, object?> _companion = [];
    private FormAnswers? _typed;
    private string? _stale;
    private bool _isMine;

    // A posted answer is always judged by the use case, also when the task is done by now: a repeated request gets its first receipt.
    private bool _isAnswering;

    [Parameter] public string Address { get; set; } = "";

    /// <summary>Where the person came from: a word of <see cref="TaskReturn"/>.</summary>
    [SupplyParameterFromQuery(Name = "fran")] private string? From { get; set; }

    [CascadingParameter] private HttpContext Http { get; set; } = null!; // always set in static rendering

    private TaskView? View { get; set; }

    private CaseRow? Case { get; set; }

    private OrganisationNames Names { get; set; } = OrganisationNames.None;

    private string? Subject => Case is { Number: not null } ? T["of-case", Case.Number] : View?.SubjectNumber;

    private string? Lead => View switch
    {
        { Task: { EndedAt: null, DueAt: { } due } } => T["lead-due", SwedishDates.Short(SwedishDates.Day(due))],
        { Task: { EndedAt: null } task } => T["lead-open", SwedishDates.Short(SwedishDates.Day(task.OpenedAt))],
        _ => null,
    };

    protected override async Task OnInitializedAsync()
    {
        if (!TaskAddress.TryParse(Address, out var address))
        {
            navigation.NotFound();
            return;
        }

        _isAnswering = state.IsPosted("task") && !state.IsRestored;
        await Load(address);
    }

    private async Task Load(TaskAddress address)
    {
        var actor = await actors.Get(Http.RequestAborted);
        var read = await reader.Read(actor, address, Http.RequestAborted);
        if (!read.IsAccepted)
        {
            navigation.NotFound();
            return;
        }

        Names = new((await organisations.Find(Http.RequestAborted))?.Organisation);
        View = read.Value;
        _isMine = View.Task.ClaimedBy == actor.AccountId;
        Case = await cases.Find(address.InstanceId, Http.RequestAborted);
        // Told on the page itself, with who may: the address is right, the reader is not.
        if (View is { Task.EndedAt: null, ActsAs.Count: 0 } && !_isAnswering && !Http.Response.HasStarted)
            Http.Response.StatusCode = StatusCodes.Status403Forbidden;
        LoadForm(View);
        _companion = new(StringComparer.Ordinal) { ["View"] = View, ["Form"] = _form };
    }

    private void LoadForm(TaskView view)
    {
        if (view.Form is not { } schema)
            return;
        var environment = new FeelEnvironment(time.GetUtcNow());
        var soFar = state.Posted is { } posted ? FormView.Answers(posted).AsFeel() : FeelContext.Empty;
        _form = new(schema, new(view.Variables, environment), view.Variables, environment, soFar, Names.Find);
    }

    private async Task Send(FormPost post)
    {
        var view = View ?? throw new InvalidOperationException("A form was posted on a page that shows none.");
        _isAnswering = false;
        _typed = FormView.Answers(post.Form);
        var version = long.TryParse(post["_version"], NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? seen : 0;
        var request = new CompleteTaskRequest(view.Task.Address, version, _typed);
        var outcome = await completion.Handle(await actors.Get(Http.RequestAborted), post.RequestId, request, Http.RequestAborted);
        if (outcome.IsAccepted)
        {
            navigation.NavigateTo($"{TaskReturn.To(From)}?klart={view.Task.Address}");
            return;
        }

        if (outcome.Refusals[0] is { Kind: RefusalKind.Stale } stale)
        {
            // Somebody else came first: what they answered and what was typed here are both shown.
            _stale = stale.Text.Current;
            Http.Response.StatusCode = FormState.StatusOf(RefusalKind.Stale);
            await Load(view.Task.Address);
            return;
        }

        state.Refuse(outcome.Refusals);
    }

    private async Task Claim(FormPost post)
    {
        var view = View ?? throw new InvalidOperationException("A form was posted on a page that shows none.");
        var outcome = await claiming.Handle(await actors.Get(Http.RequestAborted), post.RequestId, view.Task.Address, post["take"] == "true", Http.RequestAborted);
        if (outcome.IsAccepted)
            navigation.NavigateTo("/uppgifter/" + view.Task.Address);
        else
            state.Refuse(outcome.Refusals);
    }
}
