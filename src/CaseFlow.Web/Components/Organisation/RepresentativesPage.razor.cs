using CaseFlow.Cases.Language;
using CaseFlow.Cases.Organisation;
using CaseFlow.Cases.Processes;
using CaseFlow.Web.Components.Shared.Forms;
using CaseFlow.Web.Hosting;
using CaseFlow.Web.Language;
using Microsoft.AspNetCore.Components;

namespace CaseFlow.Web.Components.Organisation;

/// <summary><em>Representanter</em>: the seats of a body with who sits on them today, where the composition departs from the mandate, and the owner's own appointments.</summary>
public sealed partial class RepresentativesPage(
    SeatRegister register, AppointToSeat appointing, BundleCatalog bundles, CurrentActor actors, FormState state, NavigationManager navigation, TimeProvider time)
{
    private const string Representative = "representant";
    private const string Substitute = "ersattare";
    private static readonly Texts T = Texts.For("Organisation");

    private OrganisationNames _names = OrganisationNames.None;
    private List<Body> _bodies = [];
    private IReadOnlyList<SeatOwner> _mine = [];
    private SeatRoll? _roll;
    private SeatView? _chosen;
    private ChairSides? _chair;
    private Refusal? _refused;

    [CascadingParameter] private HttpContext Http { get; set; } = null!; // always set in static rendering

    /// <summary>Key of the body to show; the first that has seats when it is not known.</summary>
    [SupplyParameterFromQuery(Name = "organ")] private string? BodyKey { get; set; }

    /// <summary>The seat to change.</summary>
    [SupplyParameterFromQuery(Name = "plats")] private Guid? SeatId { get; set; }

    [SupplyParameterFromQuery(Name = "klart")] private string? Done { get; set; }

    private static IReadOnlyList<Choice> Kinds => [new(Representative, T["seats.representative"], T["seats.representative-hint"]), new(Substitute, T["seats.substitute"])];

    private string Lead => _roll is not { } roll ? T["seats.lead-none"]
        : T["seats.lead", roll.Seats.Count, roll.Seats.Count(s => s.Representative is null)];

    protected override async Task OnInitializedAsync()
    {
        var ct = Http.RequestAborted;
        if (await bundles.Current(ct) is not { } bundle)
            return;
        _names = OrganisationNames.Of(bundle);
        var organisation = DeployedOrganisation.Of(bundle).Organisation;
        var today = SwedishDates.Day(time.GetUtcNow());
        foreach (var body in organisation.BodiesAt(today))
        {
            var roll = await register.At(body.Key, today, ct);
            if (roll.Seats.Count == 0)
                continue;
            _bodies.Add(body);
            if (_roll is null || body.Key == BodyKey)
                _roll = roll;
        }

        if (_roll is null)
            return;
        _chair = organisation.ChairAt(_roll.Body, today);
        var actor = await actors.Get(ct);
        _mine = SeatRules.OwnersOf(organisation, actor);
        if (_roll.Seats.FirstOrDefault(s => s.Id == SeatId) is not { } asked)
            return;
        _refused = SeatRules.MayEdit(organisation, actor, asked.Owner);
        _chosen = _refused is null ? asked : null;
    }

    private string Owner(SeatOwner owner) => owner.Kind == SeatOwnerKind.Area ? _names.Area(owner.Key) : _names.Side(owner.Key);

    private static IEnumerable<SeatHolderView> Holders(SeatView seat) => seat.Representative is { } sitting ? seat.Substitutes.Prepend(sitting) : seat.Substitutes;

    private static string Here(string body, Guid? seat = null) =>
        "/representanter?organ=" + Uri.EscapeDataString(body) + (seat is { } id ? $"&plats={id}#chosen" : "");

    private async Task Appoint(FormPost post)
    {
        if (post.Date("validFrom") is not { } from)
        {
            state.AddError("validFrom", T["seats.from-missing"]);
            return;
        }

        if (post.Optional("validTo") is not null && post.Date("validTo") is null)
        {
            state.AddError("validTo", T["seats.not-a-date"]);
            return;
        }

        var appointment = new SeatAppointment(
            Chosen.Id, Version(post), post["personName"], post["personTitle"], AccountId: null, post["kind"] == Substitute, from, post.Date("validTo"));
        Finish(await appointing.Handle(await actors.Get(Http.RequestAborted), post.RequestId, appointment, Http.RequestAborted));
    }

    private async Task End(Guid holder, FormPost post)
    {
        if (post.Date("lastDay") is not { } last)
        {
            state.AddError("lastDay", T["seats.not-a-date"]);
            return;
        }

        Finish(await appointing.End(await actors.Get(Http.RequestAborted), post.RequestId, Chosen.Id, Version(post), holder, last, Http.RequestAborted));
    }

    private SeatView Chosen => _chosen ?? throw new InvalidOperationException("A form was posted on a page that shows none.");

    private static int Version(FormPost post) => post.Number("_version") ?? 0;

    private void Finish(Outcome<SeatChange> outcome)
    {
        if (outcome.IsAccepted)
            navigation.NavigateTo($"/representanter?organ={Uri.EscapeDataString(_roll?.Body ?? "")}&klart=ja");
        else
            state.Refuse(outcome.Refusals);
    }
}
