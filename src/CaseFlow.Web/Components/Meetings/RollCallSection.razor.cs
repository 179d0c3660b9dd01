using CaseFlow.Cases.Language;
using CaseFlow.Cases.Meetings;
using CaseFlow.Cases.Organisation;
using CaseFlow.Cases.Processes;
using CaseFlow.Web.Components.Shared.Forms;
using CaseFlow.Web.Hosting;
using CaseFlow.Web.Language;
using Microsoft.AspNetCore.Components;

namespace CaseFlow.Web.Components.Meetings;

/// <summary>Calls the roll. Only what was changed on the page is recorded, so that two who call it at once do not undo each other's words.</summary>
public sealed partial class RollCallSection(
    RegisterAttendance attending, RegisterOthers others, BundleCatalog bundles, CurrentActor actors, FormState state, NavigationManager navigation, TimeProvider time)
{
    private const string Named = AttendanceStates.Substitute + ":";
    private static readonly Texts T = Texts.For("Meetings");

    private OrganisationNames _names = OrganisationNames.None;
    private OrganisationModel? _organisation;
    private IReadOnlyList<Choice> _categories = [];

    [CascadingParameter] private HttpContext Http { get; set; } = null!; // always set in static rendering

    [Parameter, EditorRequired] public required MeetingView View { get; set; }

    /// <summary>The reader is one of those who hold the meeting now.</summary>
    [Parameter] public bool MayHold { get; set; }

    /// <summary>The page that the section stands on.</summary>
    [Parameter, EditorRequired] public required string Back { get; set; }

    private bool IsEarly => SwedishDates.Day(time.GetUtcNow()) < View.Meeting.Date;

    protected override async Task OnInitializedAsync()
    {
        if (await bundles.Current(Http.RequestAborted) is not { } bundle)
            return;
        _names = OrganisationNames.Of(bundle);
        _organisation = DeployedOrganisation.Of(bundle).Organisation;
        _categories = [.. RegisterOthers.Categories(_organisation).Select(c => new Choice(c, Category(c)))];
    }

    private string Category(string key) => _organisation?.FindSeatKind(key)?.Name.Current ?? T["others.guest"];

    private static string Name(SeatAtMeeting seat) => seat.Holder is { } holder ? $"{seat.Title}, {holder.PersonName}" : T["attendance.vacant", seat.Title];

    private static IReadOnlyList<Choice> Choices(SeatAtMeeting seat) =>
    [
        new(AttendanceStates.Present, T["attendance." + AttendanceStates.Present]),
        new(AttendanceStates.Absent, T["attendance." + AttendanceStates.Absent]),
        .. seat.Substitutes.Select(s => new Choice(Named + s.Id, T["attendance.substitute", s.Called])),
        new(AttendanceStates.Substitute, T["attendance." + AttendanceStates.Substitute]),
        new(AttendanceStates.Late, T["attendance." + AttendanceStates.Late]),
    ];

    private static string Drawn(SeatAtMeeting seat) => seat.Recorded is not { } recorded ? ""
        : recorded.SubstituteId is { } substitute ? Named + substitute : recorded.State;

    private async Task Save(FormPost post)
    {
        var said = View.Roll.Seats.Select(s => Said(post, s.Key)).OfType<SeatAttendance>().ToList();
        if (said.Count == 0)
        {
            navigation.NavigateTo(Back);
            return;
        }

        var outcome = await attending.Handle(await actors.Get(Http.RequestAborted), post.RequestId, View.Meeting.Id, said, post.Optional("tidigtSkal"), Http.RequestAborted);
        // The use case speaks of a substitute; the page has one field for each seat.
        var wrong = said.Find(s => s.Substitute.Length > 300 || PersonalNumberGuard.Contains(s.Substitute))?.SeatKey;
        Finish(outcome, refusal => refusal.Field == "ersattare" && wrong is not null ? refusal with { Field = "annan-" + wrong } : refusal);
    }

    private static SeatAttendance? Said(FormPost post, string key)
    {
        var (chosen, other) = (post["plats-" + key], post["annan-" + key]);
        if (chosen.Length == 0 && other.Length == 0 && post["_step"] == "rest")
            return new(key, AttendanceStates.Present);
        if (chosen == post["_plats-" + key] && other == post["_annan-" + key])
            return null;
        if (chosen.StartsWith(Named, StringComparison.Ordinal))
            return new(key, AttendanceStates.Substitute, SubstituteId: Guid.TryParse(chosen[Named.Length..], out var id) ? id : null);
        // A name that was just typed says that somebody came instead.
        var isTyped = other.Length > 0 && other != post["_annan-" + key];
        return chosen.Length == 0 && !isTyped ? null : new(key, isTyped ? AttendanceStates.Substitute : chosen, other);
    }

    private async Task Add(FormPost post) => Finish(await others.Add(
        await actors.Get(Http.RequestAborted), post.RequestId, View.Meeting.Id, post["slag"], post["person"], post["fran"], Http.RequestAborted));

    private async Task Remove(Guid id, FormPost post) =>
        Finish(await others.Remove(await actors.Get(Http.RequestAborted), post.RequestId, View.Meeting.Id, id, Http.RequestAborted));

    private void Finish<TReceipt>(Outcome<TReceipt> outcome, Func<Refusal, Refusal>? pointing = null)
    {
        if (outcome.IsAccepted)
            navigation.NavigateTo(Back);
        else
            state.Refuse(pointing is null ? outcome.Refusals : [.. outcome.Refusals.Select(pointing)]);
    }
}
