using System.Resources;
using CaseFlow.Cases.Access;
using CaseFlow.Cases.Language;

namespace CaseFlow.Cases.Organisation;

/// <summary>A body is not composed as a clause of the mandate says. Shown, and never a hindrance (R85-R88).</summary>
/// <param name="Count">How many seats there are.</param>
/// <param name="Clause">The clause; its text says what it should be.</param>
/// <param name="IsKnown">True when a seat says itself that it departs from the clause, so that somebody has taken the question up.</param>
public sealed record CompositionWarning(string Body, SeatOwner Owner, string SeatKind, int Count, BilingualText Text, string Clause, bool IsKnown);

/// <summary>Who edits which seats, and how a body should be composed. Pure.</summary>
public static class SeatRules
{
    private static readonly ResourceManager Texts = new("CaseFlow.Cases.Organisation.OrganisationTexts", typeof(SeatRules).Assembly);

    /// <summary>Only the owner edits its seats and appoints to them (R87, R88): who holds the appointing role for that very area or side. No administrator does it for others.</summary>
    /// <returns>The refusal, or null.</returns>
    public static Refusal? MayEdit(OrganisationModel organisation, Actor actor, SeatOwner owner)
    {
        ArgumentNullException.ThrowIfNull(organisation);
        ArgumentNullException.ThrowIfNull(actor);
        if (actor == Actor.System)
            return null;
        var rule = organisation.Appointments.FirstOrDefault(a => a.SeatOwner == owner.Kind);
        var may = rule is not null && (owner.Kind == SeatOwnerKind.Area
            ? actor.Holds(rule.ByRole, area: owner.Key)
            : actor.Holds(rule.ByRole, side: owner.Key));
        return may
            ? null
            : new Refusal(RefusalKind.Forbidden, "seat.not-owner", Both("SeatNotOwner", NameOf(organisation, owner), RoleName(organisation, rule?.ByRole)), rule?.Clause);
    }

    /// <summary>The owners whose seats the actor edits.</summary>
    public static IReadOnlyList<SeatOwner> OwnersOf(OrganisationModel organisation, Actor actor)
    {
        ArgumentNullException.ThrowIfNull(organisation);
        return
        [
            .. organisation.Areas.Select(a => new SeatOwner(SeatOwnerKind.Area, a.Key))
                .Concat(organisation.Sides.Select(s => new SeatOwner(SeatOwnerKind.Side, s.Key)))
                .Where(owner => MayEdit(organisation, actor, owner) is null),
        ];
    }

    /// <summary>Where a body departs from the clauses on its seats on a day.</summary>
    /// <param name="seats">The body's seats; those not in force that day do not count.</param>
    public static IReadOnlyList<CompositionWarning> Composition(
        OrganisationModel organisation, MandateRules rules, string body, IEnumerable<Seat> seats, DateOnly date)
    {
        ArgumentNullException.ThrowIfNull(organisation);
        ArgumentNullException.ThrowIfNull(rules);
        var inForce = seats.Where(s => s.Body == body && s.IsInForce(date)).ToList();
        return
        [
            .. from clause in rules.All(RuleKinds.Seats, date)
               where clause.Settings.Text("body") == body
               from owner in Owners(organisation, clause.Settings)
               from want in SeatWants(clause.Settings)
               let held = inForce.Where(s => s.Owner == owner && s.Kind == want.Kind).ToList()
               where !want.IsMetBy(held)
               select Warn(organisation, clause, body, owner, want, held),
        ];
    }

    private static IEnumerable<SeatOwner> Owners(OrganisationModel organisation, RuleSettings settings)
    {
        var except = settings.List("except");
        return settings.Text("owner") switch
        {
            "area" => organisation.Areas.Where(a => !except.Contains(a.Key)).Select(a => new SeatOwner(SeatOwnerKind.Area, a.Key)),
            "side" => organisation.Sides.Where(s => !except.Contains(s.Key)).Select(s => new SeatOwner(SeatOwnerKind.Side, s.Key)),
            { } one when one.StartsWith("area:", StringComparison.Ordinal) => [new(SeatOwnerKind.Area, one["area:".Length..])],
            { } one when one.StartsWith("side:", StringComparison.Ordinal) => [new(SeatOwnerKind.Side, one["side:".Length..])],
            _ => [],
        };
    }

    private static IEnumerable<SeatWant> SeatWants(RuleSettings settings)
    {
        var counts = settings.Group("counts");
        foreach (var kind in counts.Keys)
            yield return new(kind, counts.Number(kind), counts.Number(kind), null);
        if (settings.Text("seatKind") is { } only)
            yield return new(only, settings.Number("exactly"), settings.Number("exactly") ?? settings.Number("atMost"), settings.Number("perSide"));
    }

    private static CompositionWarning Warn(
        OrganisationModel organisation, MandateCitation clause, string body, SeatOwner owner, SeatWant want, List<Seat> held) =>
        new(body, owner, want.Kind, held.Count,
            Both("Composition", NameOf(organisation, owner), held.Count, organisation.FindSeatKind(want.Kind)?.Name ?? new BilingualText(want.Kind, want.Kind), clause.Text),
            clause.ClauseId, held.Exists(s => s.Deviates == clause.ClauseId));

    private static BilingualText NameOf(OrganisationModel organisation, SeatOwner owner) =>
        (owner.Kind == SeatOwnerKind.Area ? organisation.FindArea(owner.Key)?.Name : organisation.FindSide(owner.Key)?.InSentence) ?? new(owner.Key, owner.Key);

    private static BilingualText RoleName(OrganisationModel organisation, string? role) =>
        (role is null ? null : organisation.FindRole(role)?.Name) ?? new(role ?? "-", role ?? "-");

    private static BilingualText Both(string key, params object[] arguments) => BilingualText.From(Texts, key, arguments);

    private sealed record SeatWant(string Kind, int? Least, int? Most, int? PerSide)
    {
        public bool IsMetBy(List<Seat> held) =>
            (Least is null || held.Count >= Least)
            && (Most is null || held.Count <= Most)
            && (PerSide is null || held.GroupBy(s => s.Side, StringComparer.Ordinal).All(side => side.Count() <= PerSide));
    }
}
