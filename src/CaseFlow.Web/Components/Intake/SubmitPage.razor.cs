using System.Globalization;
using System.Text.Json;
using CaseFlow.Cases.Access;
using CaseFlow.Cases.Forms;
using CaseFlow.Cases.Intake;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Meetings;
using CaseFlow.Cases.Processes;
using CaseFlow.Engine.Calendar;
using CaseFlow.Engine.Feel;
using CaseFlow.Web.Components.Shared.Forms;
using CaseFlow.Web.Components.Tasks;
using CaseFlow.Web.Hosting;
using CaseFlow.Web.Language;
using Microsoft.AspNetCore.Components;

namespace CaseFlow.Web.Components.Intake;

/// <summary><em>Lämna in ärende</em>: the declared questions, a draft that is kept, the answers to check, and a receipt.</summary>
public sealed partial class SubmitPage(
    SubmitCase submission, SaveDraft drafting, CandidateList candidates, BundleCatalog bundles, WishedMeetings meetings, CurrentActor actors, FormState state,
    NavigationManager navigation, TimeProvider time)
{
    private static readonly Texts T = Texts.For("Intake");

    private IReadOnlyList<OriginChoice> _origins = [];
    private OriginChoice _origin = new(new Origin(null, null));
    private IReadOnlyList<Meeting> _meetings = [];
    private IReadOnlyList<Draft> _drafts = [];
    private OrganisationNames _names = OrganisationNames.None;
    private FormView? _form;
    private FormAnswers? _answers;
    private bool _checking;
    private DateTimeOffset? _savedAt;
    private string? _draftId;
    private string? _draftVersion;
    private string? _draftStatus;
    private Draft? _elsewhere;

    [CascadingParameter] private HttpContext Http { get; set; } = null!; // always set in static rendering

    /// <summary>A draft to go on with.</summary>
    [SupplyParameterFromQuery(Name = "utkast")] private Guid? DraftId { get; set; }

    /// <summary>The candidate case (övrig fråga) that is taken up with it.</summary>
    [SupplyParameterFromQuery(Name = "fraga")] private Guid? CandidateId { get; set; }

    private IReadOnlyList<(string Name, string Value)> Carried => state.Posted is { } posted
        ? [.. posted.Where(f => f.Key is "_origin" or "_draft" or "_draftVersion" || !f.Key.StartsWith('_'))
            .SelectMany(f => f.Value.OfType<string>().Select(v => (f.Key, v)))]
        : [];

    private DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time.GetUtcNow(), WorkingDays.Zone).DateTime);

    protected override async Task OnInitializedAsync()
    {
        var ct = Http.RequestAborted;
        var actor = await actors.Get(ct);
        var bundle = await bundles.Current(ct);
        if (bundle is null || SubmitCase.Opening(bundle) is not { } opening)
            return;
        _names = OrganisationNames.Of(bundle);
        _origins = OriginChoice.Of(actor, bundle);
        _meetings = await meetings.Coming(Today, ct);
        _drafts = await drafting.Of(actor, ct);
        var draft = _drafts.FirstOrDefault(d => d.Id == DraftId);
        _origin = _origins.FirstOrDefault(o => o.Key == (Posted("_origin") ?? (draft is null ? null : new OriginChoice(new Origin(draft.Area, draft.Side)).Key)))
            ?? (_origins is [var first, ..] ? first : _origin);
        _draftId = Posted("_draft") ?? draft?.Id.ToString();
        _draftVersion = Posted("_draftVersion") ?? draft?.Version.ToString(CultureInfo.InvariantCulture);
        var raised = CandidateId is { } candidate && draft is null ? await candidates.FindOpen(candidate, ct) : null;
        _answers = state.Posted is { } form ? FormView.Answers(form) : draft is not null ? DraftAnswers.Of(draft) : raised is not null ? Asked(raised) : FormAnswers.Empty;
        // The form that was posted must stand on the page for its answer to be taken.
        _checking = state.IsPosted("check") || Posted(FormState.FormNameField)?.StartsWith(SimilarCaseList.JoinForm, StringComparison.Ordinal) == true;
        Show(opening.Form, _answers, (draft is not null || raised is not null) && state.Posted is null);
    }

    private string? Posted(string field) => state.Posted?[field].ToString() is { Length: > 0 } text ? text : null;

    private void Show(FormSchema schema, FormAnswers soFar, bool fromDraft)
    {
        var variables = SubmitCase.FormVariables(_origin.Origin, _meetings);
        var environment = new FeelEnvironment(time.GetUtcNow());
        var shown = fromDraft ? DraftAnswers.Into(schema, soFar) : schema;
        _form = new(shown, new(variables, environment), variables, environment, soFar.AsFeel(), code => MeetingWords.Name(code, _meetings, _names) ?? _names.Find(code))
        {
            AboutOf = code => MeetingWords.About(code, _meetings, Today),
        };
    }

    private async Task Send(FormPost post)
    {
        var ct = Http.RequestAborted;
        var actor = await actors.Get(ct);
        var answers = FormView.Answers(post.Form);
        var step = post["_step"];
        switch (step)
        {
            case "draft" or "copy":
                await Save(actor, answers, isCopy: step == "copy", ct);
                break;
            case "submit":
                var outcome = await submission.Handle(
                    actor, post.RequestId, new SubmitCaseRequest(_origin.Origin, answers, Guid.TryParse(_draftId, out var id) ? id : null, CandidateId), ct);
                if (outcome.IsAccepted)
                    navigation.NavigateTo($"/arenden/{outcome.Value.Number}?inlamnat=ja");
                else
                    ShowFaults(outcome.Refusals);
                break;
            case "check":
                var faults = await submission.Check(actor, new SubmitCaseRequest(_origin.Origin, answers), ct);
                if (faults.Count > 0)
                    state.Refuse(faults);
                else
                    (_checking, _answers) = (true, answers);
                break;
            default:
                _checking = false;
                break;
        }
    }

    private void ShowFaults(IReadOnlyList<Refusal> refusals)
    {
        _checking = false;
        state.Refuse(refusals);
    }

    private async Task Save(Actor actor, FormAnswers answers, bool isCopy, CancellationToken ct)
    {
        Guid? draftId = !isCopy && Guid.TryParse(_draftId, out var id) ? id : null;
        var version = !isCopy && long.TryParse(_draftVersion, NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? seen : 0;
        var saved = await drafting.Handle(actor, new(draftId, _origin.Origin, answers, version, CandidateId), ct);
        if (!saved.IsAccepted)
        {
            // Both texts are shown: the one that was typed here stands in the form, the other one above it.
            if (saved.Refusals[0].Kind == RefusalKind.Stale)
                _elsewhere = (await drafting.Of(actor, ct)).FirstOrDefault(d => d.Id == draftId);
            _draftStatus = T["draft.not-saved", saved.Refusals[0].Text.Current];
            state.Refuse(saved.Refusals);
            return;
        }

        _savedAt = saved.Value.SavedAt;
        _draftStatus = T["draft.saved-at", SwedishDates.Local(saved.Value.SavedAt).ToString("HH:mm", CultureInfo.InvariantCulture)];
        _draftId = saved.Value.DraftId.ToString();
        _draftVersion = saved.Value.Version.ToString(CultureInfo.InvariantCulture);
        _drafts = await drafting.Of(actor, ct);
    }

    private async Task Discard(Guid draft)
    {
        await drafting.Discard(await actors.Get(Http.RequestAborted), draft, Http.RequestAborted);
        navigation.NavigateTo("/lamna-in");
    }

    private static FormAnswers Asked(CandidateCase raised) =>
        FormAnswers.FromJson(new Dictionary<string, JsonElement>(StringComparer.Ordinal) { ["fraga"] = JsonSerializer.SerializeToElement(raised.Question) });
}
