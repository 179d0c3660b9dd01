using System.Globalization;
using CaseFlow.Cases.Access;
using CaseFlow.Cases.Decisions;
using CaseFlow.Cases.Documents;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Meetings;
using CaseFlow.Cases.Minutes;
using CaseFlow.Cases.Organisation;
using CaseFlow.Cases.Storage;
using CaseFlow.Cases.Tasks;
using CaseFlow.Web.Components.Shared.Forms;
using CaseFlow.Web.Hosting;
using CaseFlow.Web.Language;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Web.Components.Meetings;

/// <summary>Meeting mode: what the item is about, its papers, its time, and what is recorded of it. Everybody signed in may look; those who hold the meeting record.</summary>
public sealed partial class MeetingRoomPage(
    MinutesReader reader, RecordClause recording, ApproveItem approving, StartItem starting, PositionDocuments documents, TaskList tasks, OrganisationSource organisations,
    IDbContextFactory<CaseFlowDb> databases, CurrentActor actors, FormState state, NavigationManager navigation)
{
    private const string RollCallPart = "narvaro";
    private static readonly Texts T = Texts.For("Meetings");

    private IReadOnlyList<TaskListItem> _mine = [];
    private IReadOnlyList<AgendaItem> _items = [];
    private IReadOnlyList<string> _effects = [];
    private ILookup<Guid, DecidableDocument> _documents = Array.Empty<DecidableDocument>().ToLookup(d => d.CaseId);
    private ILookup<Guid, Document> _papers = Array.Empty<Document>().ToLookup(d => d.SubjectId);
    private Slot? _slot;
    private AgendaItem? _previous;
    private AgendaItem? _next;
    private AgendaItem? _now;
    private Meeting? _earlier;
    private int _number;
    private bool _mayHold;
    private bool _isApproval;
    private bool _isRollCall;

    [CascadingParameter] private HttpContext Http { get; set; } = null!; // always set in static rendering

    [Parameter] public Guid Id { get; set; }

    /// <summary>The item that is shown; otherwise the one that the meeting has come to.</summary>
    [SupplyParameterFromQuery(Name = "punkt")] private Guid? ItemId { get; set; }

    private MeetingView? View { get; set; }

    private IReadOnlyList<Document> Papers => [.. _papers[_slot?.Item.CaseId ?? Guid.Empty], .. _isRollCall ? _papers[Id] : []];

    /// <summary>Changes when anything does that somebody who looks at the item should see.</summary>
    private string Seen => string.Create(CultureInfo.InvariantCulture, $"{View?.Meeting.Version}-{_slot?.Item.Version}-{(_mayHold ? 0 : _slot?.Item.NotesVersion)}-{_now?.Id}-{View?.Roll.Recorded.Count()}");

    protected override async Task OnInitializedAsync()
    {
        var ct = Http.RequestAborted;
        var actor = await actors.Get(ct);
        if (await reader.Find(actor, Id, ct) is not { Meeting: { Agenda.Slots.Count: > 0 } view } minutes)
        {
            navigation.NotFound();
            return;
        }

        (View, _papers) = (view, minutes.Documents);
        _items = [.. view.Agenda.Slots.Select(s => s.Item)];
        _now = _items.Where(i => i.StartedAt is not null && i.ClosedAt is null).OrderBy(i => i.StartedAt).LastOrDefault();
        var shown = _items.FirstOrDefault(i => i.Id == ItemId) ?? _now ?? _items.FirstOrDefault(i => i.ClosedAt is null) ?? _items[^1];
        _slot = view.Agenda.Slots.First(s => s.Item.Id == shown.Id);
        _number = _items.ToList().IndexOf(shown) + 1;
        (_previous, _next) = (_items.ElementAtOrDefault(_number - 2), _items.ElementAtOrDefault(_number));
        _mine = [.. (await tasks.For(actor, ct)).Where(t => t.Address.InstanceId == Id)];
        _mayHold = _mine.Any(t => MeetingRights.HoldingCommands.Contains(t.CommandName ?? ""));
        if (_mayHold && shown is { CaseId: { } caseId, ClosedAt: null })
            _documents = await documents.Decidable([caseId], ct);
        if (await organisations.Find(ct) is not { } deployed)
            return;
        _effects = deployed.Rules.For(RuleKinds.EffectStated, view.Meeting.Date)?.Settings.List("effects") ?? [];
        _isApproval = ApproveItem.IsFor(deployed.Organisation, view.Meeting, shown);
        _isRollCall = deployed.Organisation.StandingItemsOf(view.Meeting.Body).FirstOrDefault(s => s.Key == shown.StandingKey && s.Key.Length > 0)?.Parts.Contains(RollCallPart, StringComparer.Ordinal) == true;
        await using var db = await databases.CreateDbContextAsync(ct);
        _earlier = await ApproveItem.Previous(db, deployed.Organisation, view.Meeting, shown, ct);
    }

    private string Path(AgendaItem item) => $"/moten/{Id}/rum?punkt={item.Id}";

    private AgendaItem Item => _slot?.Item ?? throw new InvalidOperationException("A form was posted on a page that shows none.");

    private Task Start(FormPost post) => Act(Item, (actor, ct) => starting.Handle(actor, post.RequestId, Id, Item.Id, ct));

    private Task Approve(FormPost post) => Act(_next ?? Item, (actor, ct) => approving.Handle(actor, post.RequestId, Id, Item.Id, ClausePost.Version(post), ct));

    private Task Record(FormPost post) => Act(
        post["_step"] == "next" && _next is not null ? _next : Item,
        (actor, ct) => recording.Handle(actor, post.RequestId, new(Id, Item.Id, ClausePost.Version(post), ClausePost.Recorded(post)), ct));

    private async Task Act<TReceipt>(AgendaItem then, Func<Actor, CancellationToken, Task<Outcome<TReceipt>>> act)
    {
        var outcome = await act(await actors.Get(Http.RequestAborted), Http.RequestAborted);
        if (outcome.IsAccepted)
            navigation.NavigateTo(Path(then));
        else
            state.Refuse(outcome.Refusals);
    }
}
