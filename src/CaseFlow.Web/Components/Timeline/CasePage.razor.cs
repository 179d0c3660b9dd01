using CaseFlow.Cases.Access;
using CaseFlow.Cases.Consultation;
using CaseFlow.Cases.Decisions;
using CaseFlow.Cases.Escalation;
using CaseFlow.Cases.Forms;
using CaseFlow.Cases.Intake;
using CaseFlow.Cases.Meetings;
using CaseFlow.Cases.Processes;
using CaseFlow.Cases.Sorting;
using CaseFlow.Cases.Timeline;
using CaseFlow.Engine.Feel;
using CaseFlow.Web.Components.Intake;
using CaseFlow.Web.Components.Processes;
using CaseFlow.Web.Components.Shared.Forms;
using CaseFlow.Web.Components.Tasks;
using CaseFlow.Web.Hosting;
using CaseFlow.Web.Language;
using Microsoft.AspNetCore.Components;

namespace CaseFlow.Web.Components.Timeline;

/// <summary>A case: how it stands, with whom it is, what comes next, what was said, where it has been.</summary>
public sealed partial class CasePage(
    CaseList cases, CaseDetails details, CaseTimeline timeline, InstancePositions positions, WishedMeetings meetings,
    MeetingList agendas, SortingHistory sorting, EscalationAnswers answers, WithdrawCase withdrawing, RequestNewSorting asking, CloseConsultation closing, CandidateList candidates, CurrentActor actors, FormState state, NavigationManager navigation, TimeProvider time)
{
    private const string OpenWithdrawal = "arende.aterta";
    private const string OpenNewSorting = "sortering.omprova";

    private static readonly Texts T = Texts.For("Cases");

    private OrganisationNames _names = OrganisationNames.None;
    private IReadOnlyList<HistoryLine> _history = [];
    private IReadOnlyList<CaseNote> _notes = [];
    private IReadOnlyList<CoSponsor> _sponsors = [];
    private IReadOnlyList<LinkedCase> _links = [];
    private IReadOnlyList<PositionLine> _positions = [];
    private IReadOnlyList<string> _mayJoin = [];
    private IReadOnlyList<SortedOnce> _sortings = [];
    private IReadOnlyList<EscalationAnswer> _aboveSaid = [];
    private WaitingPlace? _place;
    private CandidateLine? _raised;
    private InstanceView? _view;
    private FormView? _submission;
    private FormAnswers? _answers;
    private bool _mayWithdraw;
    private bool _mayAskAgain;
    private bool _mayReopen;
    private bool _mayCloseRound;

    [CascadingParameter] private HttpContext Http { get; set; } = null!; // always set in static rendering

    [Parameter] public string Number { get; set; } = "";

    [SupplyParameterFromQuery(Name = "inlamnat")] private string? Submitted { get; set; }

    /// <summary>"ja" when the reader's area has just said that it shares the question.</summary>
    [SupplyParameterFromQuery(Name = "delar")] private string? Shares { get; set; }

    private CaseRow? Case { get; set; }

    private string Address => "/arenden/" + Number;

    protected override async Task OnInitializedAsync()
    {
        var ct = Http.RequestAborted;
        Case = await cases.Find(Number, ct);
        if (Case is null)
        {
            navigation.NotFound();
            return;
        }

        await Load(Case, await actors.Get(ct), ct);
    }

    private async Task Load(CaseRow about, Actor actor, CancellationToken ct)
    {
        _view = await positions.Read(about.Id, ct);
        _names = _view is null ? OrganisationNames.None : OrganisationNames.Of(_view.Bundle);
        _raised = await candidates.OfCase(about.Id, ct);
        var matters = await details.Read(about.Id, ct);
        (_notes, _sponsors, _answers, _links) = (matters.Notes, matters.Sponsors, matters.Answers, matters.Links);
        (_sortings, _aboveSaid) = (await sorting.Of(about.Id, ct), await answers.Of(about.Id, ct));
        _place = about.ClosedAt is null && _view?.State.OpenTasks.Count == 0 ? await agendas.PlaceOf(about.Id, ct) : null;
        _history = CaseHistory.Of(await timeline.Read(about.Id, ct), matters.Positions, _aboveSaid, _names, about.OriginLevel);
        _positions = [.. matters.Positions.Select(Line)];
        if (_view is not null && SubmitCase.Opening(_view.Bundle) is { } opening)
        {
            var environment = new FeelEnvironment(time.GetUtcNow());
            Meeting[] wished = await meetings.Find(_answers.Text(SubmitCase.WishedMeetingField), ct) is { } meeting ? [meeting] : [];
            _submission = new(opening.Form, new(_view.Variables, environment), _view.Variables, environment, FeelContext.Empty, code => MeetingWords.Name(code, wished, _names) ?? _names.Find(code));
        }

        var taken = matters.Sponsors.Select(s => s.Area).Append(about.OriginArea).ToHashSet(StringComparer.Ordinal);
        _mayJoin = about.ClosedAt is not null ? [] : [.. actor.Grants.Where(g => JoinCase.Roles.Contains(g.Role)).Select(g => g.Area).OfType<string>().Where(a => !taken.Contains(a)).Distinct()];
        var speaks = Submitters.Speaks(actor, about, _view?.Variables ?? FeelContext.Empty);
        _mayReopen = speaks && about.ClosedAt is not null && _answers.Keys.Any();
        _mayWithdraw = speaks && Waits(OpenWithdrawal);
        _mayAskAgain = speaks && Waits(OpenNewSorting);
        _mayCloseRound = CloseConsultation.MayClose(actor) && Waits(CloseConsultation.Message);
    }

    private bool Waits(string message) => _view?.State.MessageWaits.Any(w => w.MessageName == message) == true;

    private string StatusSentence(CaseRow about) => _place is { } place ? Waits("sentence.", place) : about switch
    {
        { ClosedAt: { } closed } => T["sentence.closed", about.Status.Current, SwedishDates.Short(SwedishDates.Day(closed))],
        { OwnerText.Length: > 0, NextStep.Length: > 0 } => T["sentence.with", about.Status.Current, about.WithWhom.Current, about.Next.Current],
        _ => T["sentence.since", about.Status.Current, SwedishDates.Short(SwedishDates.Day(about.StatusSince))],
    };

    private string NextStep(CaseRow about) => _place is { } place ? Waits("next.", place) : about.NextStep.Length > 0 ? about.Next.Current : T["nothing"];

    private string Waits(string form, WaitingPlace place) => place.Meeting is { } meeting
        ? T[form + "on-agenda", _names.ShortBody(place.Body), SwedishDates.Short(meeting.Date)]
        : T[form + "waits", _names.ShortBody(place.Body)];

    private string OriginName(CaseRow about) => (about.OriginArea, about.OriginSide) switch
    {
        ({ } area, _) => _names.Area(area),
        (_, { } side) => _names.Side(side),
        _ => T["origin-commission"],
    };

    private PositionLine Line(BodyPosition position) => new(
        position.Meeting.Id,
        position.Meeting.Number,
        position.Item.Wording.Length > 0 ? position.Item.Wording : string.Join(", ", position.Item.ClauseCodes.Select(c => T.Find("clause." + c) ?? c)),
        position.Item.Effect is { Length: > 0 } effect ? T.Find("effect." + effect) ?? effect : "",
        position.Item.Message,
        position.Documents);

    private static IReadOnlyList<DiagramMark> MarksOf(InstanceView view, string process) =>
    [
        .. view.Tokens.Where(t => t.ProcessId == process).GroupBy(t => t.ElementId).Select(at => new DiagramMark(
            at.Key,
            view.Bundle.FindProcess(process)?.FindElement(at.Key)?.Called()?.Current ?? at.Key,
            at.Any(t => t.HasIncident) ? T["mark.incident"] : T["mark.here"],
            at.Count() > 1 ? at.Count() : null,
            at.Any(t => t.HasIncident) ? "stop" : "active")),
    ];

    private async Task Withdraw(FormPost post) =>
        Finish(await withdrawing.Handle(await actors.Get(Http.RequestAborted), post.RequestId, About.Id, Http.RequestAborted));

    private async Task AskAgain(FormPost post) =>
        Finish(await asking.Handle(await actors.Get(Http.RequestAborted), post.RequestId, About.Id, post["skal"], Http.RequestAborted));

    private async Task CloseRound(FormPost post) =>
        Finish(await closing.Handle(await actors.Get(Http.RequestAborted), post.RequestId, About.Id, Http.RequestAborted));

    private CaseRow About => Case ?? throw new InvalidOperationException("A form was posted on a page that shows none.");

    private void Finish<TValue>(Cases.Language.Outcome<TValue> outcome)
    {
        if (outcome.IsAccepted)
            navigation.NavigateTo("/arenden/" + Number);
        else
            state.Refuse(outcome.Refusals);
    }

    private sealed record PositionLine(Guid MeetingId, string Meeting, string Words, string Effect, string Message, IReadOnlyList<PositionDocument> Documents);
}
