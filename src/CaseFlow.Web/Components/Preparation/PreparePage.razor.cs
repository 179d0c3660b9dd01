using System.Globalization;
using CaseFlow.Cases.Forms;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Preparation;
using CaseFlow.Cases.Tasks;
using CaseFlow.Cases.Timeline;
using CaseFlow.Engine.Feel;
using CaseFlow.Web.Components.Shared.Forms;
using CaseFlow.Web.Components.Tasks;
using CaseFlow.Web.Hosting;
using CaseFlow.Web.Language;
using Microsoft.AspNetCore.Components;

namespace CaseFlow.Web.Components.Preparation;

/// <summary>The material of a case (underlag): kept while it is written by several, sent on by the pair, read by everybody.</summary>
public sealed partial class PreparePage(
    CaseList cases, MaterialPage reader, SaveMaterial saving, CompleteTask completion, CurrentActor actors, FormState state, NavigationManager navigation, TimeProvider time)
{
    /// <summary>What happens next is said anew each time; the rest stands as it was saved.</summary>
    private const string NextField = "nasta";
    private static readonly Texts T = Texts.For("Preparation");

    private MaterialView? _view;
    private FormView? _form;
    private MaterialReview? _review;
    private FormAnswers? _newer;
    private bool _isAnswering;

    [CascadingParameter] private HttpContext Http { get; set; } = null!; // always set in static rendering

    /// <summary>Of the case, when the page is asked for from the case.</summary>
    [Parameter] public string? Number { get; set; }

    /// <summary>Of the task, when the page is asked for from the list of tasks.</summary>
    [Parameter] public string? Address { get; set; }

    [SupplyParameterFromQuery(Name = "sparat")] private string? Saved { get; set; }

    protected override async Task OnInitializedAsync()
    {
        // A posted answer is judged by the use case, also when the material is sent on by now.
        _isAnswering = state.IsPosted("material") && !state.IsRestored;
        var caseId = Number is { } number ? (await cases.Find(number, Http.RequestAborted))?.Id
            : TaskAddress.TryParse(Address ?? "", out var task) ? task.InstanceId
            : default(Guid?);
        if (caseId is { } id)
            await Load(id);
        if (_view is null)
            navigation.NotFound();
    }

    private async Task Load(Guid caseId)
    {
        if (await reader.Read(await actors.Get(Http.RequestAborted), caseId, Http.RequestAborted) is not { } view)
            return;
        _view = view;
        var environment = new FeelEnvironment(time.GetUtcNow());
        var kept = view.Material is null ? null : view.Answers.Without(NextField);
        var soFar = state.Posted is { } posted ? FormView.Answers(posted) : kept ?? FormAnswers.Empty;
        _form = new(view.Form, new(view.Variables, environment), view.Variables, environment, soFar.AsFeel(), OrganisationNames.Of(view.Bundle).Find) { Kept = kept };
        _review = view.Review(environment);
    }

    private async Task Send(FormPost post)
    {
        var view = _view ?? throw new InvalidOperationException("A form was posted on a page that shows none.");
        _isAnswering = false;
        var outcome = post["_step"] == "go-on" && TaskAddress.TryParse(post["_address"], out var task) ? await GoOn(post, task) : await Save(post, view.Case);
        if (outcome is null)
            return;
        if (outcome[0].Kind == RefusalKind.Stale)
        {
            await Load(view.Case.Id);
            _newer = _view?.Answers;
        }

        state.Refuse(outcome);
    }

    private async Task<IReadOnlyList<Refusal>?> GoOn(FormPost post, TaskAddress task)
    {
        var seen = long.TryParse(post["_task"], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0;
        var done = await completion.Handle(
            await actors.Get(Http.RequestAborted), post.RequestId, new(task, seen, FormView.Answers(post.Form)), Http.RequestAborted);
        if (!done.IsAccepted)
            return done.Refusals;
        navigation.NavigateTo($"/att-gora?klart={task}");
        return null;
    }

    private async Task<IReadOnlyList<Refusal>?> Save(FormPost post, CaseRow about)
    {
        var seen = long.TryParse(post["underlagsversion"], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0;
        var saved = await saving.Handle(
            await actors.Get(Http.RequestAborted), post.RequestId, new(about.Id, FormView.Answers(post.Form).Without("underlagsversion"), seen), Http.RequestAborted);
        if (!saved.IsAccepted)
            return saved.Refusals;
        navigation.NavigateTo($"/arenden/{about.Number}/underlag?sparat=ja");
        return null;
    }
}
