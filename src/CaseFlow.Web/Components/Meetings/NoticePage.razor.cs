using System.Globalization;
using CaseFlow.Cases.Forms;
using CaseFlow.Cases.Meetings;
using CaseFlow.Cases.Tasks;
using CaseFlow.Engine.Feel;
using CaseFlow.Web.Components.Shared.Forms;
using CaseFlow.Web.Components.Tasks;
using CaseFlow.Web.Hosting;
using CaseFlow.Web.Language;
using Microsoft.AspNetCore.Components;

namespace CaseFlow.Web.Components.Meetings;

/// <summary>Sends the notice (kallelse): the agenda and the papers are frozen with it.</summary>
public sealed partial class NoticePage(
    TaskPage tasks, NoticePreview preview, CompleteTask completion, CurrentActor actors, FormState state, NavigationManager navigation, TimeProvider time)
{
    private static readonly Texts T = Texts.For("Meetings");

    private TaskView? _task;
    private NoticeDraft? _draft;
    private FormView? _form;
    private bool _isAnswering;
    private int _missing;

    [Parameter] public string Address { get; set; } = "";

    [CascadingParameter] private HttpContext Http { get; set; } = null!; // always set in static rendering

    protected override async Task OnInitializedAsync()
    {
        // A posted answer is judged by the use case, also when the task is done by now.
        _isAnswering = state.IsPosted("notice") && !state.IsRestored;
        if (!TaskAddress.TryParse(Address, out var address) || !await Load(address))
            navigation.NotFound();
    }

    private static string Gap(NoticeGap gap) => T["notice.gap." + gap.ToString().ToLowerInvariant()];

    private async Task<bool> Load(TaskAddress address)
    {
        var read = await tasks.Read(await actors.Get(Http.RequestAborted), address, Http.RequestAborted);
        if (!read.IsAccepted || read.Value.Task.CommandName != "SendNotice")
            return false;
        _task = read.Value;
        _draft = await preview.Of(address.InstanceId, Http.RequestAborted);
        if (_draft is null)
            return false;
        _missing = _draft.Items.Count(i => i.Gaps.Count > 0);
        if (_task.Form is { } schema)
        {
            var environment = new FeelEnvironment(time.GetUtcNow());
            var soFar = state.Posted is { } posted ? FormView.Answers(posted).AsFeel() : FeelContext.Empty;
            // What was said of the meeting when it was planned stands in the field.
            var known = FormAnswers.FromFields([KeyValuePair.Create("syfte", (IReadOnlyList<string>)[_draft.View.Meeting.Purpose])]);
            _form = new(schema, new(_task.Variables, environment), _task.Variables, environment, soFar, OrganisationNames.Of(_task.Bundle).Find) { Kept = known };
        }

        return true;
    }

    private async Task Send(FormPost post)
    {
        var task = _task ?? throw new InvalidOperationException("A form was posted on a page that shows none.");
        _isAnswering = false;
        var version = long.TryParse(post["_version"], NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? seen : 0;
        var done = await completion.Handle(
            await actors.Get(Http.RequestAborted), post.RequestId, new(task.Task.Address, version, FormView.Answers(post.Form)), Http.RequestAborted);
        if (done.IsAccepted)
            navigation.NavigateTo($"/att-gora?klart={task.Task.Address}");
        else
            state.Refuse(done.Refusals);
    }
}
