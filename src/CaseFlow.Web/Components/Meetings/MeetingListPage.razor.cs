using System.Globalization;
using CaseFlow.Cases.Meetings;
using CaseFlow.Cases.Organisation;
using CaseFlow.Cases.Processes;
using CaseFlow.Cases.Tasks;
using CaseFlow.Web.Components.Shared.Forms;
using CaseFlow.Web.Hosting;
using CaseFlow.Web.Language;
using Microsoft.AspNetCore.Components;

namespace CaseFlow.Web.Components.Meetings;

/// <summary><em>Möten</em>: the coming ones with their last day for papers, the year's plan with the mandate's floor, the past ones.</summary>
public sealed partial class MeetingListPage(
    MeetingList list, PlanMeeting planning, TaskList tasks, BundleCatalog bundles, CurrentActor actors, FormState state, NavigationManager navigation, TimeProvider time)
{
    private const int Shown = 50;
    private static readonly Texts T = Texts.For("Meetings");

    private IReadOnlyList<Meeting> _coming = [];
    private IReadOnlyList<Meeting> _past = [];
    private IReadOnlyList<TaskListItem> _mine = []; // what waits for the reader at meetings, old and new
    private IReadOnlyList<Choice> _bodies = []; // whose meetings the reader plans
    private IReadOnlyList<string> _warnings = [];

    [CascadingParameter] private HttpContext Http { get; set; } = null!; // always set in static rendering

    private static IReadOnlyList<Choice> Kinds => [new(Meeting.Ordinary, T["kind.ordinarie"]), new(Meeting.Extra, T["kind.extra"], T["kind.extra-hint"])];

    private string Lead => _coming.FirstOrDefault(m => !m.IsEnded) is { } next ? T["lead.next", next.Number] : T["lead.none"];

    protected override async Task OnInitializedAsync()
    {
        var ct = Http.RequestAborted;
        var today = SwedishDates.Day(time.GetUtcNow());
        _coming = await list.Coming(today, Shown, ct);
        _past = await list.Past(today, 0, Shown, ct);
        var actor = await actors.Get(ct);
        _mine = [.. (await tasks.For(actor, ct)).Where(t => t.SubjectKind == Meeting.SubjectKind)];
        if (await bundles.Current(ct) is not { } bundle)
            return;
        var deployed = DeployedOrganisation.Of(bundle);
        _bodies = [.. deployed.Organisation.BodiesAt(today).Where(b => MeetingRights.MayPlan(actor, b)).Select(b => new Choice(b.Key, b.Name.Current))];
        _warnings = [.. YearPlan.Check(deployed, today.Year, [.. _coming, .. _past]).Select(w => w.Current)];
    }

    private async Task Plan(FormPost post)
    {
        if (post.Date("datum") is not { } date || Time(post["start"]) is not { } start || Time(post["slut"]) is not { } end)
        {
            state.AddError("datum", T["when-missing"]);
            return;
        }

        var request = new PlanMeetingRequest(post["organ"], post["slag"], date, start, end, post["lokal"], post["syfte"], post.Optional("skal"));
        var planned = await planning.Handle(await actors.Get(Http.RequestAborted), post.RequestId, request, Http.RequestAborted);
        if (planned.IsAccepted)
            navigation.NavigateTo($"/moten/{planned.Value.MeetingId}");
        else
            state.Refuse(planned.Refusals);
    }

    internal static string Times(Meeting meeting) =>
        string.Create(CultureInfo.InvariantCulture, $"{meeting.StartsAt:H\\.mm} – {meeting.EndsAt:H\\.mm}");

    // People here write 9.05 as well as 09:05.
    internal static TimeOnly? Time(string text) =>
        TimeOnly.TryParseExact(text.Replace('.', ':'), ["H:mm", "HH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
}
