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

/// <summary>A meeting in short: its agenda with computed times, and for those who hold it the clauses item by item and the roll call.</summary>
public sealed partial class MeetingPage(
    MeetingList list, RecordClause recording, PositionDocuments documents, ItemMandate mandate, SentNotices notices, ConfirmRead reading, TaskList tasks, BundleCatalog bundles,
    CurrentActor actors, FormState state, NavigationManager navigation)
{
    private static readonly Texts T = Texts.For("Meetings");

    private IReadOnlyList<TaskListItem> _mine = [];
    private IReadOnlyList<string> _effects = [];
    private IReadOnlyDictionary<Guid, BilingualText> _outside = new Dictionary<Guid, BilingualText>();
    private IReadOnlyDictionary<Guid, Readership> _readers = new Dictionary<Guid, Readership>();
    private ILookup<Guid, DecidableDocument> _documents = Array.Empty<DecidableDocument>().ToLookup(d => d.CaseId);
    private bool _hasMore; // something was added after the notice and is not sent
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
        _readers = await reading.Of(actor, Id, ct);
        _outside = await mandate.Of(view, ct);
        _hasMore = _mayEdit && (await notices.Of(Id, ct)).HasMore;
        if (_mayHold)
            _documents = await documents.Decidable([.. view.Agenda.Slots.Where(s => s.Item.ClosedAt is null).Select(s => s.Item.CaseId).OfType<Guid>()], ct);
        if (await bundles.Current(ct) is not { } bundle)
            return;
        var deployed = DeployedOrganisation.Of(bundle);
        _mayPlan = MeetingRights.MayPlan(actor, deployed.Organisation.FindBody(view.Meeting.Body));
        _effects = deployed.Rules.For(RuleKinds.EffectStated, view.Meeting.Date)?.Settings.List("effects") ?? [];
    }

    // The forms that confirm reading: a written item that is not read yet has one.
    private IEnumerable<string> Unread(MeetingView view) => view.Meeting.NoticeSentAt is null ? [] : view.Agenda.Slots.Select(s => s.Item)
        .Where(i => i.Kind == ItemKinds.Written && _readers.GetValueOrDefault(i.Id) is not { IsRead: true }).Select(i => "read-" + i.Id);

    private static string Clock(TimeOnly at) => at.ToString("H\\.mm", CultureInfo.InvariantCulture);

    private Task Read(FormPost post) => Act((actor, ct) => reading.Handle(actor, post.RequestId, Id, Item(post), ct));

    private Task Record(FormPost post) => Act((actor, ct) => recording.Handle(actor, post.RequestId, new(Id, Item(post), Version(post), ClausePost.Recorded(post)), ct));

    private static Guid Item(FormPost post) => Guid.TryParse(post["punkt"], out var id) ? id : default;

    private static long Version(FormPost post) => long.TryParse(post["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : -1;

    private async Task Act<TReceipt>(Func<Actor, CancellationToken, Task<Outcome<TReceipt>>> act)
    {
        var outcome = await act(await actors.Get(Http.RequestAborted), Http.RequestAborted);
        if (outcome.IsAccepted)
            navigation.NavigateTo($"/moten/{Id}");
        else
            state.Refuse(outcome.Refusals);
    }
}
