using System.Globalization;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Minutes;
using CaseFlow.Cases.Tasks;
using CaseFlow.Engine.Feel;
using CaseFlow.Web.Components.Shared.Forms;
using CaseFlow.Web.Components.Tasks;
using CaseFlow.Web.Hosting;
using CaseFlow.Web.Language;
using Microsoft.AspNetCore.Components;

namespace CaseFlow.Web.Components.Minutes;

/// <summary>Publishes signed minutes (R140): approved by one, confirmed by each side.</summary>
public sealed partial class PublishingPage(
    TaskPage tasks, MinutesReader reader, PublishedMinutes published, PublishMinutes publishing, CompleteTask completion, CurrentActor actors, FormState state,
    NavigationManager navigation, TimeProvider time)
{
    private static readonly Texts T = Texts.For("Minutes");

    private TaskView? _task;
    private MinutesView? _view;
    private PublicationState? _state;
    private FormView? _form;
    private bool _isAnswering;

    [Parameter] public string Address { get; set; } = "";

    [CascadingParameter] private HttpContext Http { get; set; } = null!; // always set in static rendering

    protected override async Task OnInitializedAsync()
    {
        _isAnswering = (state.IsPosted("confirm") || state.IsPosted("approve")) && !state.IsRestored;
        var ct = Http.RequestAborted;
        var actor = await actors.Get(ct);
        var read = TaskAddress.TryParse(Address, out var address) ? await tasks.Read(actor, address, ct) : null;
        if (read is not { IsAccepted: true, Value: { Task.CommandName: "ConfirmPublication" } view })
        {
            navigation.NotFound();
            return;
        }

        _task = view;
        _view = await reader.Find(actor, address.InstanceId, ct);
        _state = await published.Of(address.InstanceId, ct);
        if (view.Form is not { } schema)
            return;
        var environment = new FeelEnvironment(time.GetUtcNow());
        var soFar = state.Posted is { } posted ? FormView.Answers(posted).AsFeel() : FeelContext.Empty;
        _form = new(schema, new(view.Variables, environment), view.Variables, environment, soFar, OrganisationNames.Of(view.Bundle).Find);
    }

    private async Task Approve(FormPost post)
    {
        var task = _task ?? throw new InvalidOperationException("A form was posted on a page that shows none.");
        _isAnswering = false;
        Answer(
            await publishing.Approve(await actors.Get(Http.RequestAborted), post.RequestId, task.Task.InstanceId, post.IsTicked("namn"), Http.RequestAborted),
            "/publicering/" + task.Task.Address);
    }

    private async Task Confirm(FormPost post)
    {
        var task = _task ?? throw new InvalidOperationException("A form was posted on a page that shows none.");
        _isAnswering = false;
        var version = long.TryParse(post["_version"], NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? seen : 0;
        Answer(
            await completion.Handle(await actors.Get(Http.RequestAborted), post.RequestId, new(task.Task.Address, version, FormView.Answers(post.Form)), Http.RequestAborted),
            $"/att-gora?klart={task.Task.Address}");
    }

    private void Answer<TReceipt>(Outcome<TReceipt> outcome, string next)
    {
        if (outcome.IsAccepted)
            navigation.NavigateTo(next);
        else
            state.Refuse(outcome.Refusals);
    }
}
