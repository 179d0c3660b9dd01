using CaseFlow.Cases.Consultation;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Notifications;
using CaseFlow.Cases.Timeline;
using CaseFlow.Web.Components.Shared.Forms;
using CaseFlow.Web.Hosting;
using CaseFlow.Web.Language;
using Microsoft.AspNetCore.Components;

namespace CaseFlow.Web.Components.Consultation;

/// <summary><em>Remiss</em>: the round of a case, read by everybody and run by the preparers (R164, R165, R167).</summary>
public sealed partial class ConsultationPage(
    CaseList cases, ConsultationStates states, NameRecipients naming, MarkPapers marking, AmendConsultation amending, RemindRecipients reminding, CloseConsultation closing,
    ConsultationLinks links, DisposeView disposing, MailLinks addresses, CurrentActor actors, FormState form, NavigationManager navigation)
{
    private static readonly Texts T = Texts.For("Consultation");

    private ConsultationState? _state;
    private string? _link;
    private string? _linkOf;
    private bool _mayRun;

    [Parameter] public string Number { get; set; } = "";

    /// <summary>What has just been done: a word of the texts <c>done.*</c>.</summary>
    [SupplyParameterFromQuery(Name = "klart")] private string? Done { get; set; }

    [CascadingParameter] private HttpContext Http { get; set; } = null!; // always set in static rendering

    protected override async Task OnInitializedAsync()
    {
        if (await cases.Find(Number, Http.RequestAborted) is { } about)
        {
            _mayRun = CloseConsultation.MayClose(await actors.Get(Http.RequestAborted));
            _state = await states.Read(about.Id, Http.RequestAborted);
        }

        if (_state is null || (_state.Recipients.Count == 0 && !_mayRun))
            navigation.NotFound();
    }

    private static string Lead(ConsultationState state) => state switch
    {
        { Round: null, Recipients.Count: 0 } => T["lead.none"],
        { Round: null } => T["lead.waiting", state.Recipients.Count],
        { Round: { CompiledAt: { } done } round, Report: { } report } => T["lead.compiled", round.Number, SwedishDates.Short(SwedishDates.Day(done)), report.Answered.Count, report.Recipients.Count],
        { IsOpen: true, Round: { } round, Report: { } report } => T["lead.open", report.Answered.Count, report.Recipients.Count, SwedishDates.Short(round.Due)],
        { Report: { } report } => T["lead.closed", report.Answered.Count, report.Recipients.Count, state.Undisposed.Count],
        _ => "",
    };

    private Guid CaseId => _state?.Case.Id ?? throw new InvalidOperationException("A form was posted on a page that shows none.");

    private async Task NameThem(FormPost post) =>
        Finish(await naming.Handle(await actors.Get(Http.RequestAborted), post.RequestId, CaseId, post["mottagare"], Http.RequestAborted), "mottagare");

    private async Task SavePapers(FormPost post) =>
        Finish(await marking.Handle(await actors.Get(Http.RequestAborted), post.RequestId, CaseId, Ids(post, "handlingar"), Http.RequestAborted), "handlingar");

    private async Task MoveDay(FormPost post)
    {
        if (post.Date("till") is not { } day)
            form.AddError("till", T["day.missing"]);
        else
            Finish(await amending.MoveDay(await actors.Get(Http.RequestAborted), post.RequestId, CaseId, day, Http.RequestAborted), "dag");
    }

    private async Task Remind(FormPost post) =>
        Finish(await reminding.Handle(await actors.Get(Http.RequestAborted), post.RequestId, CaseId, Http.RequestAborted), "paminnelse");

    private async Task Close(FormPost post) =>
        Finish(await closing.Handle(await actors.Get(Http.RequestAborted), post.RequestId, CaseId, Http.RequestAborted), "stangd");

    private async Task Revoke(FormPost post) =>
        Finish(await links.Revoke(await actors.Get(Http.RequestAborted), post.RequestId, Id(post["_recipient"]), Http.RequestAborted), "aterkallad");

    private async Task Dispose(FormPost post)
    {
        ViewDisposition? disposition = Enum.TryParse<ViewDisposition>(post["omhandertagande"], out var chosen) ? chosen : null;
        Finish(await disposing.Handle(await actors.Get(Http.RequestAborted), post.RequestId, CaseId, Ids(post, "synpunkt"), disposition, post["skal"], Http.RequestAborted), "besvarad");
    }

    // Shown once, on the answer itself: a link is never stored, and so not to be had again after a redirect.
    private async Task GiveLink(FormPost post)
    {
        var id = Id(post["_recipient"]);
        var given = await links.Give(await actors.Get(Http.RequestAborted), id, Http.RequestAborted);
        if (!given.IsAccepted)
        {
            form.Refuse(given.Refusals);
            return;
        }

        Http.Response.Headers.CacheControl = "no-store";
        _state = await states.Read(CaseId, Http.RequestAborted);
        (_link, _linkOf) = (addresses.ConsultationAnswer(given.Value).AbsoluteUri, _state?.Recipients.FirstOrDefault(r => r.Recipient.Id == id)?.Name.Current);
    }

    private static Guid Id(string text) => Guid.TryParse(text, out var id) ? id : Guid.Empty;

    private static List<Guid> Ids(FormPost post, string field) => [.. post.All(field).Select(v => Id(v ?? "")).Where(id => id != Guid.Empty)];

    private void Finish<TValue>(Outcome<TValue> outcome, string done)
    {
        if (outcome.IsAccepted)
            navigation.NavigateTo($"/arenden/{Number}/remiss?klart={done}");
        else
            form.Refuse(outcome.Refusals);
    }
}
