using System.Globalization;
using CaseFlow.Cases.Minutes;
using CaseFlow.Cases.Tasks;
using CaseFlow.Engine.Feel;
using CaseFlow.Web.Components.Shared.Forms;
using CaseFlow.Web.Components.Tasks;
using CaseFlow.Web.Hosting;
using CaseFlow.Web.Language;
using Microsoft.AspNetCore.Components;

namespace CaseFlow.Web.Components.Minutes;

/// <summary>Signs the minutes, or sends them back with a reason (R139).</summary>
public sealed partial class SigningPage(
    TaskPage tasks, MinutesReader reader, CompleteTask completion, CurrentActor actors, FormState state, NavigationManager navigation, TimeProvider time, IServiceProvider services)
{
    private static readonly Texts T = Texts.For("Minutes");

    private TaskView? _task;
    private MinutesView? _view;
    private FormView? _form;
    private bool _isAnswering;

    [Parameter] public string Address { get; set; } = "";

    [CascadingParameter] private HttpContext Http { get; set; } = null!; // always set in static rendering

    protected override async Task OnInitializedAsync()
    {
        // A posted answer is judged by the use case, also when the task is done by now.
        _isAnswering = state.IsPosted("sign") && !state.IsRestored;
        if (!TaskAddress.TryParse(Address, out var address) || !await Load(address))
            navigation.NotFound();
    }

    private async Task<bool> Load(TaskAddress address)
    {
        var actor = await actors.Get(Http.RequestAborted);
        var read = await tasks.Read(actor, address, Http.RequestAborted);
        if (!read.IsAccepted || read.Value.Task.CommandName != "SignMinutes")
            return false;
        _task = read.Value;
        _view = await reader.Find(actor, address.InstanceId, Http.RequestAborted);
        if (_task.Form is { } schema)
        {
            var environment = new FeelEnvironment(time.GetUtcNow());
            var soFar = state.Posted is { } posted ? FormView.Answers(posted).AsFeel() : FeelContext.Empty;
            _form = new(schema, new(_task.Variables, environment), _task.Variables, environment, soFar, OrganisationNames.Of(_task.Bundle).Find);
        }

        return _view?.Last is not null;
    }

    private async Task Sign(FormPost post)
    {
        var task = _task ?? throw new InvalidOperationException("A form was posted on a page that shows none.");
        _isAnswering = false;
        // The password exactly as typed: its blanks are the person's own.
        var isSigning = post["signerat"] == "ja";
        if (isSigning && !await services.GetRequiredService<PasswordAgain>().Confirm(Http, post.Form["_password"].ToString(), post["_hash"]))
        {
            state.AddError("_password", T["sign.password-wrong"]);
            return;
        }

        var version = long.TryParse(post["_version"], NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? seen : 0;
        var done = await completion.Handle(
            await actors.Get(Http.RequestAborted), post.RequestId, new(task.Task.Address, version, FormView.Answers(post.Form)), Http.RequestAborted);
        if (done.IsAccepted)
            navigation.NavigateTo($"/att-gora?klart={task.Task.Address}");
        else
            state.Refuse(done.Refusals);
    }
}
