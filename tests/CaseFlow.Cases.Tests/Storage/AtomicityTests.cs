using CaseFlow.Cases.Language;
using CaseFlow.Cases.Storage;
using CaseFlow.Contracts.Timeline;
using CaseFlow.Engine.Execution;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Cases.Tests.Storage;

/// <summary>A unit of work is stored whole or not at all.</summary>
internal sealed class AtomicityTests(DatabaseProvider provider) : StoreContract(provider)
{
    private readonly FailingProjection _failing = new();

    protected override void Configure(IServiceCollection services) => services.AddSingleton<ISubjectProjection>(_failing);

    [SetUp]
    public Task Deploy() => House.Deploy(ConcurrencyTests.Parallel(2));

    [Test]
    public async Task A_failure_in_the_middle_of_storing_leaves_nothing_behind()
    {
        _failing.IsOn = true;

        Assert.ThrowsAsync<InvalidOperationException>(() => House.StartCase("parallell"));

        await using var db = House.OpenDb();
        Assert.That(await Counts(db), Is.All.Zero);
    }

    [Test]
    public async Task A_failure_after_everything_was_done_leaves_an_existing_case_as_it_was()
    {
        var id = await House.StartCase("parallell");
        var task = await House.OpenTask(id, "T1");
        int[] before;
        await using (var db = House.OpenDb())
        {
            before = await Counts(db);
        }

        _failing.IsOn = true;
        Assert.ThrowsAsync<InvalidOperationException>(() => House.Complete(PreparerA, task, requestId: "r"));
        _failing.IsOn = false;

        await using var after = House.OpenDb();
        Assert.That(await Counts(after), Is.EqualTo(before));
        Assert.That((await House.Complete(PreparerA, task, requestId: "r")).IsAccepted, Is.True);
    }

    [Test]
    public async Task A_refusal_undoes_rows_events_and_numbers()
    {
        var refused = await House.Run<bool>(async (unit, ct) =>
        {
            var id = unit.Ids.Next();
            await unit.Start(id, "case", new StartProcess("parallell", Engine.Feel.FeelContext.Empty), ct);
            unit.Publish(new CaseClosed(id, await unit.TakeCaseNumber(ct), 1, "completed", unit.Now), id);
            return new Refusal(RefusalKind.Rule, "regel.nej", new("Nej", "No"), "klausul.1");
        });

        Assert.That(refused.IsAccepted, Is.False);
        await using var db = House.OpenDb();
        Assert.That(await Counts(db), Is.All.Zero);
        Assert.That((await db.Set<CaseFlow.Cases.Access.SecurityEvent>().SingleAsync(e => e.Clause != null)).Clause, Is.EqualTo("klausul.1"));
    }

    [Test]
    public async Task Case_numbers_have_no_gaps_when_some_submissions_are_refused()
    {
        var numbers = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(() => House.Run<string>(async (unit, ct) =>
        {
            var number = await unit.TakeCaseNumber(ct);
            return i % 3 == 0 ? new Refusal(RefusalKind.Invalid, "nej", new("Nej", "No")) : Outcome<string>.Accepted(number);
        }))));

        var given = numbers.Where(n => n.IsAccepted).Select(n => n.Value).Order().ToList();
        Assert.That(given, Is.EqualTo(Enumerable.Range(1, given.Count).Select(n => $"2026-{n:00000}")));
    }

    [Test]
    public async Task A_new_year_begins_a_new_series_at_midnight_in_Sweden()
    {
        House.Time.MoveTo(new(2026, 12, 31, 23, 30, 0, TimeSpan.Zero));

        var number = await House.Run(async (unit, ct) => Outcome<string>.Accepted(await unit.TakeCaseNumber(ct)));

        Assert.That(number.Value, Is.EqualTo("2027-00001"));
    }

    private static async Task<int[]> Counts(CaseFlowDb db) =>
    [
        await db.Instances.CountAsync(), await db.Facts.CountAsync(), await db.Tasks.CountAsync(), await db.Cases.CountAsync(),
        await db.Outbox.CountAsync(), await db.Counters.CountAsync(), await db.Requests.CountAsync(), await db.TaskAnswers.CountAsync(),
    ];

    private sealed class FailingProjection : ISubjectProjection
    {
        public bool IsOn { get; set; }

        public string SubjectKind => "case";

        public Task Project(ProcessUnit unit, LoadedInstance instance, CancellationToken ct) =>
            IsOn ? throw new InvalidOperationException("The power went.") : Task.CompletedTask;
    }
}
