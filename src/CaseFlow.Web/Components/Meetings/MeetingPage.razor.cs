using System.Globalization;
using CaseFlow.Cases.Access;
using CaseFlow.Cases.Decisions;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Meetings;
using CaseFlow.Cases.Organisation;
using CaseFlow.Cases.Processes;
using CaseFlow.Cases.Tasks;
using CaseFlow.Web.Components.Shared.Forms;
using CaseFlow.Web.Hosting;
using CaseFlow.Web.Language;
using Microsoft.AspNetCore.Components;

namespace CaseFlow.Web.Components.Meetings;

/// <summary>A meeting: its agenda with computed times, the cases that wait for it, the roll call, the clauses item by item, and a draft of the minutes.</summary>
public sealed partial class MeetingPage(
    MeetingList list, EditAgenda editing, PutOnAgenda putting, RecordClause recording, MoveMeeting moving, CancelMeeting cancelling,
    ConfirmPosition confirming, PositionDocuments documents, ItemMandate mandate, TaskList tasks, BundleCatalog bundles, CurrentActor actors, FormState state,
    NavigationManager navigation)
{
    private static readonly Texts T = Texts.For("Meetings");

    private IReadOnlyList<TaskListItem> _mine = [];
    private IReadOnlyList<CaseInQueue> _queue = [];
    private IReadOnlyList<string> _effects = [];
    private IReadOnlyList<Unconfirmed> _unconfirmed = [];
    private ILookup<Guid, DecidableDocument> _documents = Array.Empty<DecidableDocument>().ToLookup(d => d.CaseId);
    private IReadOnlyDictionary<Guid, BilingualText> _outside = new Dictionary<Guid, BilingualText>();
    private IReadOnlyList<string> _matters = [];
    private bool _mayEdit;
    private bool _mayHold;
    private bool _mayPlan;

    [CascadingParameter] private HttpContext Http { get; set; } = null!; // always set in static rendering

    [Parameter] public Guid Id { get; set; }

    private MeetingView? View { get; set; }

    /// <summary>The item whose clauses were just posted and refused: its form stays open.</summary>
    private Guid? OpenItem => Guid.TryParse(state.Posted?["punkt"].ToString(), out var id) ? id : null;

    protected override async Task OnInitializedAsync()
    {
        var ct = Http.RequestAborted;
        View = await list.Find(Id, ct);
        if (View is not { } view)
        {
            navigation.NotFound();
            return;
        }

        var actor = await actors.Get(ct);
        _mine = [.. (await tasks.For(actor, ct)).Where(t => t.Address.InstanceId == Id)];
        _mayEdit = _mine.Any(t => MeetingRights.EditingCommands.Contains(t.CommandName ?? ""));
        _mayHold = _mine.Any(t => MeetingRights.HoldingCommands.Contains(t.CommandName ?? ""));
        if (_mayEdit)
            (_queue, _unconfirmed) = (await list.Queue(view.Meeting.Body, ct), await confirming.Of(view.Meeting, ct));
        if (_mayHold)
            _documents = await documents.Decidable([.. view.Agenda.Slots.Where(s => s.Item.ClosedAt is null).Select(s => s.Item.CaseId).OfType<Guid>()], ct);
        if (await bundles.Current(ct) is not { } bundle)
            return;
        var deployed = DeployedOrganisation.Of(bundle);
        _mayPlan = MeetingRights.MayPlan(actor, deployed.Organisation.FindBody(view.Meeting.Body));
        _effects = deployed.Rules.For(RuleKinds.EffectStated, view.Meeting.Date)?.Settings.List("effects") ?? [];
        _matters = [.. deployed.Rules.For(RuleKinds.AdoptedBy, view.Meeting.Date)?.Settings.Group("kinds").Keys ?? []];
        _outside = await mandate.Of(view, ct);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private Task Move(FormPost post) => Act((actor, ct) => editing.Move(actor, post.RequestId, Id, Item(post), post.Number("plats") ?? 1, ct));

    private Task Remove(FormPost post) => Act((actor, ct) => Guid.TryParse(post["arende"], out var caseId)
        ? putting.TakeOff(actor, post.RequestId, Id, caseId, ct)
        : editing.Remove(actor, post.RequestId, Id, Item(post), ct));

    private Task Change(FormPost post) => Act((actor, ct) => editing.Change(actor, post.RequestId, Id, Item(post), Version(post), Content(post), ct));

    private Task Add(FormPost post) => Act((actor, ct) => editing.Add(actor, post.RequestId, Id, Content(post), null, ct));

    private Task Put(FormPost post) => Act((actor, ct) => putting.Handle(actor, post.RequestId, Id, Guid.TryParse(post["arende"], out var id) ? id : default, ct));

    private Task Confirm(FormPost post) => Act((actor, ct) => confirming.Handle(actor, post.RequestId, Id, Item(post), ct));

    private Task Record(FormPost post) => Act((actor, ct) => recording.Handle(actor, post.RequestId, new(Id, Item(post), Version(post), ClausePost.Recorded(post)), ct));

    private async Task MoveIt(FormPost post)
    {
        if (post.Date("datum") is not { } date || MeetingListPage.Time(post["start"]) is not { } start || MeetingListPage.Time(post["slut"]) is not { } end)
            state.AddError("datum", T["when-missing"]);
        else
            await Act((actor, ct) => moving.Handle(actor, post.RequestId, new(Id, date, start, end, post["lokal"]), ct));
    }

    private Task Cancel(FormPost post) => Act((actor, ct) => cancelling.Handle(actor, post.RequestId, Id, ct));

    private static Guid Item(FormPost post) => Guid.TryParse(post["punkt"], out var id) ? id : default;

    private static long Version(FormPost post) => long.TryParse(post["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : -1;

    private static ItemContent Content(FormPost post) => new(
        string.Join(' ', post.All("typ").OfType<string>()), post["rubrik"], post["syfte"], post.Number("minuter") ?? 0, post["foredragande"], post["forvantan"], post["galler"]);

    private async Task Act<TReceipt>(Func<Actor, CancellationToken, Task<Outcome<TReceipt>>> act)
    {
        var outcome = await act(await actors.Get(Http.RequestAborted), Http.RequestAborted);
        if (outcome.IsAccepted)
            navigation.NavigateTo($"/moten/{Id}");
        else
            state.Refuse(outcome.Refusals);
    }
}
