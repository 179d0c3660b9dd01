using CaseFlow.Cases.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Tests.Storage;

/// <summary>Messages lie in the outbox in the order of their subject's commits.</summary>
internal sealed class OutboxTests(DatabaseProvider provider) : StoreContract(provider)
{
    [Test]
    public async Task Messages_of_a_subject_are_in_the_order_of_its_versions_however_many_write_at_once()
    {
        await House.Deploy(ConcurrencyTests.Parallel(20));
        var cases = new[] { await House.StartCase("parallell"), await House.StartCase("parallell") };
        List<Tasks.TaskRow> tasks;
        await using (var db = House.OpenDb())
        {
            tasks = await db.Tasks.AsNoTracking().OrderBy(t => t.TaskKey).ToListAsync();
        }

        await Task.WhenAll(tasks.Select(task => Task.Run(() => House.Complete(PreparerA, task))));

        await using var after = House.OpenDb();
        foreach (var id in cases)
        {
            var messages = await after.Outbox.Where(o => o.SubjectId == id).OrderBy(o => o.Sequence).ToListAsync();
            var versions = messages.Select(m => System.Text.Json.JsonDocument.Parse(m.Body).RootElement.GetProperty("version").GetInt64()).ToList();
            Assert.That(versions, Is.Ordered);
            Assert.That(versions.Max(), Is.EqualTo(21));
            Assert.That(messages.Select(m => m.Bucket).Distinct(), Is.EqualTo([OutboxRow.BucketOf(id)]));
            Assert.That(messages.Select(m => m.MessageId), Is.Unique);
        }
    }

    [Test]
    public async Task Whoever_observes_commits_is_told_after_each_with_the_version()
    {
        await House.Deploy(ConcurrencyTests.Parallel(2));
        var id = await House.StartCase("parallell");
        _observer.Notices.Clear();

        await House.Complete(PreparerA, await House.OpenTask(id, "T1"));

        var notice = _observer.Notices.Single();
        Assert.That(notice.HasOutbox, Is.True);
        Assert.That(notice.Instances, Is.EqualTo([new ChangedInstance(id, "case", 2)]));
    }

    private readonly Observer _observer = new();

    protected override void Configure(Microsoft.Extensions.DependencyInjection.IServiceCollection services) =>
        Microsoft.Extensions.DependencyInjection.ServiceCollectionServiceExtensions.AddSingleton<ICommitObserver>(services, _observer);

    private sealed class Observer : ICommitObserver
    {
        public List<CommitNotice> Notices { get; } = [];

        public void Committed(CommitNotice notice) => Notices.Add(notice);
    }
}
