using System.Globalization;
using CaseFlow.Cases.Access;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Meetings;
using CaseFlow.Cases.Organisation;
using CaseFlow.Cases.Processes;
using CaseFlow.Cases.Tasks;
using CaseFlow.Web.Components.Shared.Forms;
using CaseFlow.Web.Components.Tasks;
using CaseFlow.Web.Hosting;
using CaseFlow.Web.Language;
using Microsoft.AspNetCore.Components;

namespace CaseFlow.Web.Components.Meetings;

/// <summary>The agenda builder. Every act is a form of its own, so that it works without script; js/agenda.js lets items be dragged.</summary>
public sealed partial class AgendaPage(
    MeetingList list, EditAgenda editing, PutOnAgenda putting, ConfirmPosition confirming, InviteGuest inviting, ItemMandate mandate, TaskList tasks, BundleCatalog bundles,
    CurrentActor actors, FormState state, NavigationManager navigation, TimeProvider time)
{
    private const string BaselineThreshold = "informationsandel-utgangslage";
    private static readonly Texts T = Texts.For("Meetings");

    private IReadOnlyList<CaseInQueue> _queue = [];
    private IReadOnlyList<Unconfirmed> _unconfirmed = [];
    private IReadOnlyList<string> _matters = [];
    private IReadOnlyDictionary<Guid, AgendaSuggestion> _suggestions = new Dictionary<Guid, AgendaSuggestion>();
    private IReadOnlyDictionary<Guid, BilingualText> _outside = new Dictionary<Guid, BilingualText>();
    private ILookup<Guid, ItemGuest> _guests = Array.Empty<ItemGuest>().ToLookup(g => g.ItemId);
    private string? _noticeTask; // where the reader sends the notice
    private int? _ceiling;
    private int? _baseline;
    private bool _mayEdit;
    private bool _isActing; // a posted act is judged by its use case, also when the agenda is closed by now

    [CascadingParameter] private HttpContext Http { get; set; } = null!; // always set in static rendering

    [Parameter] public Guid Id { get; set; }

    private MeetingView? View { get; set; }

    protected override async Task OnInitializedAsync()
    {
        var ct = Http.RequestAborted;
        View = await list.Find(Id, ct);
        if (View is not { } view)
        {
            navigation.NotFound();
            return;
        }

        _isActing = state.Posted is not null;
        var mine = (await tasks.For(await actors.Get(ct), ct)).Where(t => t.Address.InstanceId == Id).ToList();
        _mayEdit = mine.Exists(t => MeetingRights.EditingCommands.Contains(t.CommandName ?? ""));
        _noticeTask = mine.Find(t => t.CommandName == "SendNotice") is { } open ? TaskPages.For(open.Address, open.CommandName) : null;
        (_queue, _unconfirmed, _guests) = (await list.Queue(view.Meeting.Body, ct), await confirming.Of(view.Meeting, ct), await inviting.Of(Id, ct));
        if (await bundles.Current(ct) is not { } bundle)
            return;
        var deployed = DeployedOrganisation.Of(bundle);
        _matters = [.. deployed.Rules.For(RuleKinds.AdoptedBy, view.Meeting.Date)?.Settings.Group("kinds").Keys ?? []];
        _outside = await mandate.Of(view, ct);
        _suggestions = AgendaSuggestions.Of(bundle, deployed, view.Meeting, view.Agenda, time.GetUtcNow()).ToDictionary(s => s.ItemId);
        _ceiling = Threshold(deployed, deployed.Rules.For(RuleKinds.InformationShare, view.Meeting.Date)?.Settings.Text("threshold"));
        _baseline = Threshold(deployed, BaselineThreshold);
    }

    private static int? Threshold(DeployedOrganisation deployed, string? key) =>
        key is not null && deployed.Mandate.FindThreshold(key) is { } threshold ? (int)threshold.Value : null;

    private static string Lead(MeetingView view) => view.Agenda.OverRun > 0
        ? T["builder.over", Clock(view.Agenda.EndsAt), view.Agenda.OverRun]
        : T["builder.ends", Clock(view.Agenda.EndsAt), (int)(view.Meeting.EndsAt - view.Agenda.EndsAt).TotalMinutes];

    private static string Clock(TimeOnly at) => at.ToString("H\\.mm", CultureInfo.InvariantCulture);

    private Task Move(FormPost post) => Act((actor, ct) => editing.Move(actor, post.RequestId, Id, Item(post), post.Number("plats") ?? 1, ct), Item(post));

    private Task Remove(FormPost post) => Act((actor, ct) => Guid.TryParse(post["arende"], out var caseId)
        ? putting.TakeOff(actor, post.RequestId, Id, caseId, ct)
        : editing.Remove(actor, post.RequestId, Id, Item(post), ct));

    private Task Change(FormPost post) => Act((actor, ct) => editing.Change(actor, post.RequestId, Id, Item(post), Version(post), ItemForm.Content(post), ct), Item(post));

    private async Task Become(FormPost post)
    {
        if (View?.Agenda.Slots.Select(s => s.Item).FirstOrDefault(i => i.Id == Item(post)) is not { } item)
            return;
        var isWritten = post["blir"] == ItemKinds.Written;
        var content = new ItemContent(post["blir"], item.Title, item.Purpose, isWritten ? 0 : item.Minutes, isWritten ? "" : item.Presenters, item.Expectation, item.Matter);
        await Act((actor, ct) => editing.Change(actor, post.RequestId, Id, item.Id, Version(post), content, ct), item.Id);
    }

    private Task Add(FormPost post) => Act((actor, ct) => editing.Add(actor, post.RequestId, Id, ItemForm.Content(post), null, ct));

    private Task Pause(FormPost post) =>
        Act((actor, ct) => editing.Add(actor, post.RequestId, Id, new(ItemKinds.Pause, T["item.paus"], "", post.Number("minuter") ?? 0, ""), null, ct));

    private Task Put(FormPost post) => Act((actor, ct) => putting.Handle(actor, post.RequestId, Id, Guid.TryParse(post["arende"], out var id) ? id : default, ct));

    private Task Confirm(FormPost post) => Act((actor, ct) => confirming.Handle(actor, post.RequestId, Id, Item(post), ct));

    private Task Invite(FormPost post) =>
        Act((actor, ct) => inviting.Handle(actor, post.RequestId, Id, Item(post), post["kalladRoll"], post["kalladAdress"], ct), Item(post));

    private Task TakeBack(FormPost post) =>
        Act((actor, ct) => inviting.TakeBack(actor, post.RequestId, Id, Guid.TryParse(post["gast"], out var id) ? id : default, ct), Item(post));

    private static Guid Item(FormPost post) => Guid.TryParse(post["punkt"], out var id) ? id : default;

    private static long Version(FormPost post) => long.TryParse(post["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : -1;

    // The reader comes back to the item that was touched, so that the keyboard goes on from there.
    private async Task Act(Func<Actor, CancellationToken, Task<Outcome<AgendaReceipt>>> act, Guid? item = null)
    {
        var outcome = await act(await actors.Get(Http.RequestAborted), Http.RequestAborted);
        if (outcome.IsAccepted)
            navigation.NavigateTo($"/moten/{Id}/dagordning#punkt-{item ?? outcome.Value.ItemId}");
        else
            state.Refuse(outcome.Refusals);
    }
}
