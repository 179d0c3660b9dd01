using System.Globalization;
using System.Text.Json;
using CaseFlow.Cases.Access;
using CaseFlow.Cases.Forms;
using CaseFlow.Cases.Intake;
using CaseFlow.Cases.Meetings;
using CaseFlow.Cases.Organisation;
using CaseFlow.Cases.Processes;
using CaseFlow.Engine.Calendar;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Model;
using CaseFlow.Web.Components.Shared.Forms;
using CaseFlow.Web.Components.Tasks;
using CaseFlow.Web.Hosting;
using CaseFlow.Web.Language;
using Microsoft.AspNetCore.Components;

namespace CaseFlow.Web.Components.Intake;

/// <summary><em>Lämna in ärende</em>: the declared questions, a draft that is kept, the answers to check, and a receipt.</summary>
public sealed partial class SubmitPage(
    SubmitCase submission, SaveDraft drafting, BundleCatalog bundles, MeetingList meetings, CurrentActor actors, FormState state,
    NavigationManager navigation, TimeProvider time)
{
    private const int MeetingsShown = 4;
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

    [CascadingParameter] private HttpContext Http { get; set; } = null!; // always set in static rendering

    /// <summary>A draft to go on with.</summary>
    [SupplyParameterFromQuery(Name = "utkast")] private Guid? DraftId { get; set; }

    private IReadOnlyList<Choice> OriginChoices => [.. _origins.Select(o => new Choice(o.Key, OriginName(o)))];

    private IEnumerable<(string Name, string Value)> Carried => state.Posted is { } posted
        ? posted.Where(f => f.Key is "_origin" or "_draft" or "_draftVersion" || !f.Key.StartsWith('_'))
            .SelectMany(f => f.Value.OfType<string>().Select(v => (f.Key, v)))
        : [];

    protected override async Task OnInitializedAsync()
    {
        var ct = Http.RequestAborted;
        var actor = await actors.Get(ct);
        var bundle = await bundles.Current(ct);
        if (bundle is null || SubmitCase.Opening(bundle) is not { } opening)
            return;
        _names = OrganisationNames.Of(bundle);
        _origins = OriginsOf(actor, bundle);
        _meetings = await meetings.Coming(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time.GetUtcNow(), WorkingDays.Zone).DateTime), MeetingsShown, ct);
        _drafts = await drafting.Of(actor, ct);
        var draft = _drafts.FirstOrDefault(d => d.Id == DraftId);
        _origin = _origins.FirstOrDefault(o => o.Key == (state.Posted?["_origin"].ToString() ?? (draft is null ? null : new OriginChoice(new Origin(draft.Area, draft.Side)).Key)))
            ?? (_origins is [var first, ..] ? first : _origin);
        _draftId = state.Posted?["_draft"].ToString() is { Length: > 0 } posted ? posted : draft?.Id.ToString();
        _draftVersion = state.Posted?["_draftVersion"].ToString() is { Length: > 0 } version ? version : draft?.Version.ToString(CultureInfo.InvariantCulture);
        var soFar = state.Posted is { } form ? FormView.Answers(form) : draft is null ? FormAnswers.Empty : Read(draft);
        _answers = soFar;
        // The form that was posted must stand on the page for its answer to be taken.
        _checking = state.IsPosted("check");
        Show(opening.Form, soFar, draft is not null && state.Posted is null);
    }

    private void Show(FormSchema schema, FormAnswers soFar, bool fromDraft)
    {
        var variables = FeelContext.Of(
        [
            new("ursprung", FeelValue.Of(_origin.Origin.Code)),
            new("ursprungsomrade", FeelValue.Of(_origin.Origin.Area)),
            new("inlamnarsida", FeelValue.Of(_origin.Origin.Side)),
        ]);
        var environment = new FeelEnvironment(time.GetUtcNow());
        var shown = fromDraft ? WithPrefills(schema, soFar) : schema;
        _form = new(shown, new(variables, environment), variables, environment, soFar.AsFeel(), _names.Find);
    }

    private async Task Send(FormPost post)
    {
        var ct = Http.RequestAborted;
        var actor = await actors.Get(ct);
        var answers = FormView.Answers(post.Form);
        switch (post["_step"])
        {
            case "draft":
                await Save(actor, answers, post, ct);
                break;
            case "submit":
                var outcome = await submission.Handle(
                    actor, post.RequestId, new SubmitCaseRequest(_origin.Origin, answers, Guid.TryParse(_draftId, out var id) ? id : null), ct);
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

    private void ShowFaults(IReadOnlyList<Cases.Language.Refusal> refusals)
    {
        _checking = false;
        state.Refuse(refusals);
    }

    private async Task Save(Actor actor, FormAnswers answers, FormPost post, CancellationToken ct)
    {
        var version = long.TryParse(_draftVersion, NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? seen : 0;
        var saved = await drafting.Handle(actor, new(Guid.TryParse(_draftId, out var id) ? id : null, _origin.Origin, answers, version), ct);
        if (!saved.IsAccepted)
        {
            state.Refuse(saved.Refusals);
            return;
        }

        _savedAt = saved.Value.SavedAt;
        _draftId = saved.Value.DraftId.ToString();
        _draftVersion = saved.Value.Version.ToString(CultureInfo.InvariantCulture);
    }

    private static IReadOnlyList<OriginChoice> OriginsOf(Actor actor, ModelBundle bundle) =>
    [
        .. DeployedOrganisation.Of(bundle).Mandate.Clauses.Where(c => c.RuleKind == RuleKinds.Origin)
            .SelectMany(clause => actor.Grants.Where(g => g.Role == clause.Settings.Text("role"))
                .Select(g => clause.Settings.Text("origin") == Origin.AreaCode ? new Origin(g.Area, null) : new Origin(null, g.Side)))
            .Where(o => o is not { Area: null, Side: null })
            .Distinct()
            .Select(o => new OriginChoice(o)),
    ];

    private string OriginName(OriginChoice choice) => choice.Origin switch
    {
        { Area: { } area } => T["origin-area", _names.Area(area)],
        { Side: { } side } => T["origin-side", _names.Side(side)],
        _ => "",
    };

    private static FormAnswers Read(Draft draft) =>
        FormAnswers.FromJson(JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(draft.Answers) ?? []);

    private static string? DraftTitle(Draft draft) => Read(draft).Text("rubrik");

    // A draft's answers stand in the fields as if the form had been filled with them from the start.
    private static FormSchema WithPrefills(FormSchema schema, FormAnswers answers)
    {
        return schema with { Components = [.. schema.Components.Select(Filled)] };

        FormComponent Filled(FormComponent component) => component switch
        {
            FormField field => field with { Prefill = answers.Text(field.Key) ?? field.Prefill },
            FormGroup group => group with { Components = [.. group.Components.Select(Filled)] },
            _ => component,
        };
    }

    private sealed record OriginChoice(Origin Origin)
    {
        public string Key => Origin.Area is { } area ? "area:" + area : "side:" + Origin.Side;
    }
}
