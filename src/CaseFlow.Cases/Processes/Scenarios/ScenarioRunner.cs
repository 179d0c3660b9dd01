using System.Text.Json.Nodes;
using CaseFlow.Cases.Access;
using CaseFlow.Cases.Consultation;
using CaseFlow.Cases.Decisions;
using CaseFlow.Cases.FollowUp;
using CaseFlow.Cases.Intake;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Meetings;
using CaseFlow.Cases.Organisation;
using CaseFlow.Cases.Storage;
using CaseFlow.Cases.Tasks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Cases.Processes.Scenarios;

/// <summary>
/// Plays a scenario through the same use cases as pages and REST, on a real database, with a clock that the scenario moves.
/// The services must have been built with a <see cref="ScenarioClock"/> as their time and with demo accounts allowed.
/// </summary>
public sealed class ScenarioRunner(IServiceProvider services, ScenarioClock clock)
{
    private const string Wait = "advanceTo";

    /// <summary>Services for scenarios on a database: as a host's, with a clock of their own.</summary>
    public static ServiceProvider Services(DatabaseOptions database, ScenarioClock clock, Action<IServiceCollection>? more = null)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(clock);
        services.AddSingleton(clock);
        services.AddSingleton(new AccessOptions(IsDemo: true));
        services.AddLogging();
        services.AddCases(database);
        services.AddSingleton<ScenarioRunner>();
        more?.Invoke(services);
        return services.BuildServiceProvider();
    }

    /// <summary>Plays it to its end, or to the first step that cannot be taken.</summary>
    public async Task<ScenarioResult> Run(Scenario scenario, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        clock.MoveTo(ScenarioClock.MomentOf(scenario.Start));
        var world = new ScenarioWorld(Get<IDbContextFactory<CaseFlowDb>>(), Get<FireDueTimer>(), Get<FinishJob>(), Get<TopicRegistry>(), clock);
        var accounts = new ScenarioAccounts(Get<ProcessStore>(), Get<ActorSource>(), Get<OrganisationSource>());
        var steps = new ScenarioSteps(
            Get<CompleteTask>(), Get<SubmitCase>(), Get<WithdrawCase>(), Get<RequestNewSorting>(), Get<WakeCase>(), Get<GiveCommission>(), Get<AmendCommission>(), Get<ReopenCase>(), new(Get<CloseConsultation>(), Get<AmendConsultation>(), Get<DisposeView>()), Meetings(), new(accounts, Get<ImportSeats>(), Get<AppointToSeat>(), Get<GiveRole>()), Get<OrganisationSource>());
        // Everybody is there from the start: who holds a role steers some of what happens before they act.
        foreach (var person in scenario.Steps.Select(s => s.As).OfType<string>().Distinct(StringComparer.Ordinal))
            await accounts.Actor(scenario, person, ct);
        var failures = new List<string>();
        for (var i = 0; i < scenario.Steps.Count; i++)
        {
            var step = scenario.Steps[i];
            var where = $"step {i + 1} {step.Do}";
            try
            {
                if (step.On is { } on)
                    await world.AdvanceTo(ScenarioClock.MomentOf(on), ct);
                world.Use(step.Case, step.Meeting);
                if (await Take(step, scenario, steps, accounts, world, ct) is { } wrong)
                {
                    failures.Add($"{where}: {wrong}");
                    return new(scenario, failures);
                }

                if (step.Expect.ContainsKey("refused"))
                    continue;
                world.Use(step.With["case"]?.ToString(), null);
                failures.AddRange(await Check(step.Expect, step.Meeting is not null, world, where, ct));
            }
            catch (Exception e) when (e is FormatException or InvalidOperationException)
            {
                failures.Add($"{where}: {e.Message}");
                return new(scenario, failures);
            }
        }

        failures.AddRange(await Check(scenario.Expect, scenario.Expect.ContainsKey("meeting"), world, "end", ct));
        return new(scenario, failures);
    }

    private static async Task<string?> Take(ScenarioStep step, Scenario scenario, ScenarioSteps steps, ScenarioAccounts accounts, ScenarioWorld world, CancellationToken ct)
    {
        if (step.Do == Wait)
            return null;
        var actor = await accounts.Actor(scenario, step.As ?? throw new FormatException("The step does not say who acts."), ct);
        var before = await world.FactCount(ct);
        world.Warned = [];
        var refusals = await steps.Take(step, actor, world, ct);
        await world.RunJobs(ct);
        var wanted = step.Expect["refused"]?.ToString();
        if (wanted is null)
            return refusals.Count == 0 ? Unwarned(step, world) : $"refused: {Names(refusals)}";
        if (refusals.Count == 0)
            return $"was done, expected the refusal {wanted}";
        if (!refusals.Any(r => r.Clause == wanted || r.Code == wanted))
            return $"refused with {Names(refusals)}, expected {wanted}";
        return await world.FactCount(ct) == before ? null : "was refused, and yet changed something";
    }

    private static string? Unwarned(ScenarioStep step, ScenarioWorld world) =>
        step.Expect["warned"]?.ToString() is { } wanted && !world.Warned.Any(w => w.Clause == wanted || w.Code == wanted)
            ? $"warned of '{string.Join(", ", world.Warned.Select(w => w.Clause ?? w.Code))}', expected {wanted}"
            : null;

    private static async Task<IEnumerable<string>> Check(JsonObject expect, bool ofMeeting, ScenarioWorld world, string where, CancellationToken ct)
    {
        if (expect.Count == 0)
            return [];
        var name = (expect["case"] ?? expect["meeting"])?.ToString() ?? (ofMeeting ? world.Meeting : world.Case);
        if (!world.Knows(name))
            return [];
        return (await ScenarioExpectations.Check(expect, world.Find(name), world, ct)).Select(failure => $"{where}: {failure} ({name})");
    }

    private static string Names(IEnumerable<Refusal> refusals) => string.Join(", ", refusals.Select(r => r.Clause is null ? $"{r.Code} {r.Field}".TrimEnd() : $"{r.Code} ({r.Clause})"));

    private MeetingSteps Meetings() => new(
        Get<PlanMeeting>(), Get<MoveMeeting>(), Get<CancelMeeting>(), Get<PutOnAgenda>(), Get<EditAgenda>(), Get<RegisterAttendance>(), Get<RegisterOthers>(), Get<ApproveItem>(), Get<NoteItem>(), Get<RecordClause>(), Get<RaiseMatter>(), Get<InterruptMeeting>(), Get<MeetingList>());

    private T Get<T>()
        where T : notnull => services.GetRequiredService<T>();
}
