using System.Collections.Frozen;
using CaseFlow.Cases.Access;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Organisation;
using Microsoft.EntityFrameworkCore;
using static CaseFlow.Cases.Processes.Scenarios.ScenarioSteps;

namespace CaseFlow.Cases.Processes.Scenarios;

/// <summary>The verbs of a scenario that concern who holds what: seats and roles.</summary>
internal sealed class OrganisationSteps(ScenarioAccounts accounts, ImportSeats seats, AppointToSeat appoint, GiveRole give)
{
    public static FrozenSet<string> Verbs { get; } = new[] { "AppointSeat", "GrantRole" }.ToFrozenSet(StringComparer.Ordinal);

    public Task<IReadOnlyList<Refusal>> Take(ScenarioStep step, Actor actor, ScenarioWorld world, CancellationToken ct) =>
        step.Do == "AppointSeat" ? Appoint(step, actor, world, ct) : Give(step, actor, world, ct);

    private async Task<IReadOnlyList<Refusal>> Appoint(ScenarioStep step, Actor actor, ScenarioWorld world, CancellationToken ct)
    {
        await seats.Run(ct);
        var (key, title) = (step.With.Text("plats"), step.With.Text("titel"));
        await using var db = world.OpenDb();
        var seat = await db.Set<Seat>().AsNoTracking().FirstOrDefaultAsync(s => s.Key == key, ct) ?? throw new FormatException($"There is no seat '{key}'.");
        return await Refusals(appoint.Handle(actor, null, new(seat.Id, seat.Version, title, title, null, IsSubstitute: false, world.Today, null), ct));
    }

    private async Task<IReadOnlyList<Refusal>> Give(ScenarioStep step, Actor actor, ScenarioWorld world, CancellationToken ct)
    {
        var with = step.With;
        var receiver = await accounts.Receiver(ct);
        return await Refusals(give.Handle(actor, null, new(receiver, with.Text("roll"), with["sida"]?.ToString(), with["omrade"]?.ToString(), world.Today, null), ct));
    }
}
