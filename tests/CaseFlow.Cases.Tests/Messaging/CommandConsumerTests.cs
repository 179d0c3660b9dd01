using System.Text.Json;
using CaseFlow.Cases.Access;
using CaseFlow.Cases.Storage;
using CaseFlow.Cases.Tasks;
using Microsoft.EntityFrameworkCore;
using Command = CaseFlow.Contracts.Tasks.CompleteTask;

namespace CaseFlow.Cases.Tests.Messaging;

/// <summary>Commands from the bus take the same road as pages.</summary>
[TestFixture]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class CommandConsumerTests : IAsyncDisposable
{
    private BusHouse _bus = null!; // opened before each test
    private TaskRow _task = null!; // opened before each test

    [SetUp]
    public async Task Open()
    {
        _bus = new BusHouse();
        await _bus.House.Deploy(SmallModel.Process(
            "beredning",
            SmallModel.Start() + SmallModel.UserTask("Bered", "Bered ärendet", SmallModel.Candidates("beredningsansvarig", "a")) + SmallModel.End()
            + SmallModel.Flow("Start", "Bered", "End")));
        _task = await _bus.House.OpenTask(await _bus.House.StartCase("beredning"));
        await _bus.Account("konto-a", new RoleGrant("beredningsansvarig", "a"));
        await _bus.Account("konto-b", new RoleGrant("beredningsansvarig", "b"));
        await _bus.StartBus();
    }

    public ValueTask DisposeAsync() => _bus?.DisposeAsync() ?? ValueTask.CompletedTask;

    [Test]
    public async Task Task_is_completed_by_a_command_once_however_often_it_comes()
    {
        var id = Guid.CreateVersion7();
        for (var i = 0; i < 10; i++)
            await _bus.Send(Complete("konto-a"), id);
        await using var db = _bus.House.OpenDb();
        Assert.That((await db.Tasks.SingleAsync()).EndedBy, Is.EqualTo("konto-a"));
        Assert.That((await db.Instances.SingleAsync()).Version, Is.EqualTo(2));
        Assert.That(await db.Set<DeadLetterRow>().CountAsync(), Is.Zero);
    }

    [TestCase("konto-b", 1, "task.not-candidate", TestName = "Command_of_somebody_who_may_not_is_moved_aside")]
    [TestCase("system", 1, "task.not-candidate", TestName = "Command_cannot_act_as_CaseFlow_itself")]
    [TestCase("konto-a", 7, "task.changed", TestName = "Command_that_saw_another_version_is_moved_aside")]
    public async Task Refused_command_changes_nothing_and_stands_with_its_reason(string account, long version, string code)
    {
        await _bus.Send(Complete(account, version));
        await using var db = _bus.House.OpenDb();
        Assert.That((await db.Tasks.SingleAsync()).EndedAt, Is.Null);
        var letter = await db.Set<DeadLetterRow>().SingleAsync();
        Assert.That(letter.Cause, Does.Contain(code));
        Assert.That(letter.Failures, Is.EqualTo(1), "trying again would not help");
    }

    [Test]
    public async Task Administrator_runs_a_message_again_and_puts_another_away()
    {
        var administrator = new Actor("admin", [new RoleGrant("systemadministrator")]);
        await _bus.Send(Complete("konto-b"));
        var letters = _bus.Get<DeadLetters>();
        var letter = (await letters.List(administrator, withSettled: false, 10, CancellationToken.None)).Value.Single();
        Assert.That((await letters.RunAgain(new Actor("konto-a", []), letter.Id, CancellationToken.None)).Refusals.Single().Code, Is.EqualTo("dead-letters.not-administrator"));
        Assert.That((await letters.RunAgain(administrator, letter.Id, CancellationToken.None)).IsAccepted, Is.True);
        Assert.That((await letters.List(administrator, withSettled: false, 10, CancellationToken.None)).Value.Single().IsToRunAgain, Is.True);
        await letters.PutAway(administrator, letter.Id, CancellationToken.None);
        Assert.That((await letters.List(administrator, withSettled: false, 10, CancellationToken.None)).Value, Is.Empty);
        Assert.That((await letters.RunAgain(administrator, letter.Id, CancellationToken.None)).Refusals.Single().Code, Is.EqualTo("dead-letters.settled"));
    }

    private Command Complete(string account, long? version = null) =>
        new("req-1", account, _task.InstanceId, _task.TaskKey, version ?? _task.Version, new Dictionary<string, JsonElement>(StringComparer.Ordinal));
}
