using System.Globalization;
using CaseFlow.Cases.Access;
using CaseFlow.Cases.Meetings;
using CaseFlow.Cases.Tasks;
using CaseFlow.Web.Components.Shared.Forms;
using CaseFlow.Web.Components.Tasks;
using CaseFlow.Web.Hosting;
using CaseFlow.Web.Language;
using Microsoft.AspNetCore.Components;

namespace CaseFlow.Web.Components.Meetings;

/// <summary>The notice (kallelse) of a meeting and its supplements, for everybody who reads meetings.</summary>
public sealed partial class SentNoticesPage(
    MeetingList list, SentNotices notices, SendSupplement sending, TaskList tasks, AccountTitles titles, CurrentActor actors, FormState state, NavigationManager navigation)
{
    private static readonly Texts T = Texts.For("Meetings");

    private Meeting? _meeting;
    private SentNoticesView _notices = new([], null);
    private IReadOnlyDictionary<string, string> _titles = new Dictionary<string, string>();
    private bool _mayEdit;
    private string? _task; // where the reader sends the notice

    [CascadingParameter] private HttpContext Http { get; set; } = null!; // always set in static rendering

    [Parameter] public Guid Id { get; set; }

    private FormState State => state;

    private string Lead => _notices.Sent.Count == 0 ? T["sent.lead-none"]
        : _notices.Sent.Count(s => s.Notice.Kind == SentNoticeKinds.Supplement) is > 0 and var supplements ? T.Count("sent.lead", supplements) : T["sent.lead-sent"];

    protected override async Task OnInitializedAsync()
    {
        var ct = Http.RequestAborted;
        _meeting = (await list.Find(Id, ct))?.Meeting;
        if (_meeting is null)
        {
            navigation.NotFound();
            return;
        }

        _notices = await notices.Of(Id, ct);
        _titles = await titles.Of(_notices.Sent.Select(s => s.Notice.SentBy), ct);
        var mine = (await tasks.For(await actors.Get(ct), ct)).Where(t => t.Address.InstanceId == Id).ToList();
        _mayEdit = mine.Exists(t => MeetingRights.EditingCommands.Contains(t.CommandName ?? ""));
        _task = mine.Find(t => t.CommandName == "SendNotice") is { } open ? TaskPages.For(open.Address, open.CommandName) : null;
    }

    private string Sender(SentNotice notice) => _titles.GetValueOrDefault(notice.SentBy) is { } title ? T["sent.by", title] : "";

    private static string Clock(TimeOnly time) => time.ToString("H\\.mm", CultureInfo.InvariantCulture);

    private async Task Send(FormPost post)
    {
        var sent = await sending.Handle(await actors.Get(Http.RequestAborted), post.RequestId, Id, Http.RequestAborted);
        if (sent.IsAccepted)
            navigation.NavigateTo($"/moten/{Id}/kallelse");
        else
            state.Refuse(sent.Refusals);
    }
}
