using CaseFlow.Cases.Consultation;
using CaseFlow.Cases.Forms;
using CaseFlow.Cases.Language;
using CaseFlow.Engine.Feel;
using CaseFlow.Web.Components.Shared.Forms;
using CaseFlow.Web.Components.Tasks;
using CaseFlow.Web.Language;
using Microsoft.AspNetCore.Components;

namespace CaseFlow.Web.Components.Consultation;

/// <summary>A recipient answers a consultation by personal link, without an account (R167). What was typed too late is shown, never lost.</summary>
public sealed partial class LinkAnswerPage(ConsultationLinkReader reader, ConsultationAnswers answers, FormState state, NavigationManager navigation, TimeProvider time)
{
    // What of the prepared material goes out; the rest is the preparers' own.
    private static readonly string[] ShownFields = ["sammanfattning", "bakgrund", "forslag", "remissfragor"];
    private const string OnBehalfField = "forVem";
    private const string ViewsField = "synpunkter";

    private static readonly Texts T = Texts.For("Consultation");

    private LinkView? _view;
    private FormView? _form;
    private FormView? _material;
    private FormAnswers _shown = FormAnswers.Empty;

    // A posted form must be drawn to be heard, also when the page has none any more.
    private bool _isAnswering;

    [Parameter] public string Token { get; set; } = "";

    /// <summary>"ja" when a draft has just been kept.</summary>
    [SupplyParameterFromQuery(Name = "sparat")] private string? Kept { get; set; }

    [CascadingParameter] private HttpContext Http { get; set; } = null!; // always set in static rendering

    /// <summary>What was typed and could not be taken in, for the writer to copy.</summary>
    private RenderFragment TypedText => builder =>
    {
        if (_view?.State == LinkState.Open || state.Posted?[ViewsField].ToString() is not { Length: > 0 } typed)
            return;
        builder.OpenComponent<TypedText>(0);
        builder.AddComponentParameter(1, nameof(Consultation.TypedText.Text), typed);
        builder.CloseComponent();
    };

    protected override async Task OnInitializedAsync()
    {
        _isAnswering = state.IsPosted("answer") && !state.IsRestored;
        await Load();
    }

    private async Task Load()
    {
        _view = await reader.Find(Token, Http.RequestAborted);
        if (_view is not { } view)
        {
            Http.Response.StatusCode = StatusCodes.Status410Gone;
            return;
        }

        var environment = new FeelEnvironment(time.GetUtcNow());
        var names = OrganisationNames.Of(view.Bundle);
        if (view.Form is { } form)
        {
            var own = form with { Components = [.. form.Components.Where(c => c is not FormField { Key: OnBehalfField })] };
            var soFar = state.Posted is { } posted ? FormView.Answers(posted).AsFeel() : view.Draft.AsFeel();
            _form = new(own, new(view.Variables, environment), view.Variables, environment, soFar, names.Find) { Kept = view.Recipient.Draft is null ? null : view.Draft };
        }

        if (view.MaterialForm is { } material && view.Material.Keys.Any())
        {
            _shown = view.Material.Keys.Where(k => !ShownFields.Contains(k)).Aggregate(view.Material, (all, key) => all.Without(key));
            var outgoing = material with { Components = [.. material.Fields.Where(f => ShownFields.Contains(f.Key))] };
            _material = new(outgoing, new(view.Variables, environment), view.Variables, environment, view.Material.AsFeel(), names.Find);
        }
    }

    private static string Lead(LinkView view) => view.State switch
    {
        LinkState.Open => T["answer.lead", view.Name.Current, SwedishDates.Short(view.Round.Due)],
        _ => T["answer.lead-past", view.Name.Current],
    };

    private async Task Send(FormPost post)
    {
        _isAnswering = false;
        var given = FormView.Answers(post.Form);
        if (post["_step"] == "draft")
            await Finish(await answers.Keep(Token, given, post.Number("_draftVersion") ?? 0, Http.RequestAborted), "?sparat=ja");
        else
            await Finish(await answers.Answer(Token, post.RequestId, given, Http.RequestAborted), "");
    }

    private async Task Finish<TValue>(Outcome<TValue> outcome, string query)
    {
        if (outcome.IsAccepted)
        {
            navigation.NavigateTo("/remissvar/" + Token + query);
            return;
        }

        state.Refuse(outcome.Refusals);
        // It was closed or taken back while it was written: the page says so, and keeps the text.
        if (outcome.Refusals[0].Kind is RefusalKind.Conflict or RefusalKind.NotFound)
            await Load();
    }
}
