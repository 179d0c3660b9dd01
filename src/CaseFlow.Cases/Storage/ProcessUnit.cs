using System.Diagnostics;
using System.Globalization;
using CaseFlow.Cases.Access;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Processes;
using CaseFlow.Contracts;
using CaseFlow.Engine.Execution;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Model;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Storage;

/// <summary>
/// One unit of work: everything done through it is stored in one transaction, or not at all. Given to the work by
/// <see cref="ProcessStore.Run"/>; not usable after it, and not by several threads.
/// </summary>
public sealed class ProcessUnit
{
    private readonly Dictionary<Guid, LoadedInstance> _instances = [];
    private readonly LockSet _locks;
    private readonly BundleCatalog _bundles;
    private readonly CommandLoop _loop;

    internal ProcessUnit(CaseFlowDb db, Actor actor, DateTimeOffset now, Ids ids, LockSet locks, BundleCatalog bundles, TopicRegistry topics, StoreOptions options)
    {
        Db = db;
        Actor = actor;
        Now = now;
        Ids = ids;
        _locks = locks;
        _bundles = bundles;
        _loop = new(this, locks, topics, options);
    }

    /// <summary>The subject's own rows are read and changed here; the store saves them with the rest.</summary>
    public CaseFlowDb Db { get; }

    public Actor Actor { get; }

    /// <summary>The time of everything in this unit, in whole milliseconds, UTC.</summary>
    public DateTimeOffset Now { get; }

    /// <summary>Today in Sweden.</summary>
    public DateOnly Today => SwedishDay.Of(Now);

    public Ids Ids { get; }

    internal IReadOnlyCollection<LoadedInstance> Instances => _instances.Values;

    internal bool HasOutbox { get; private set; }

    /// <summary>Loads and locks an instance; the same object when asked again. Null when there is none with this id.</summary>
    public async Task<LoadedInstance?> Load(Guid instanceId, CancellationToken ct)
    {
        if (_instances.TryGetValue(instanceId, out var known))
        {
            return known;
        }

        var row = await _locks.Instance(instanceId, ct);
        if (row is null)
        {
            return null;
        }

        var bundle = await _bundles.Get(Db, row.BundleHash, ct);
        return _instances[instanceId] = new(row, StateJson.Read(row.State), bundle);
    }

    /// <summary>Starts a new instance in the bundle that is deployed now, and runs it to where it waits.</summary>
    /// <param name="id">The id of the case or meeting, made by the caller with <see cref="Ids"/>.</param>
    /// <param name="subjectKind"><c>case</c> or <c>meeting</c>.</param>
    /// <param name="correlationKey">The key of the message that starts it; the id otherwise. A second instance of the process with the same key is a conflict.</param>
    public async Task<Outcome<LoadedInstance>> Start(Guid id, string subjectKind, StartProcess command, CancellationToken ct, string? correlationKey = null)
    {
        ArgumentNullException.ThrowIfNull(command);
        var bundle = await _bundles.Current(Db, ct);
        if (bundle is null)
        {
            return StoreRefusals.NothingDeployed();
        }

        var row = new InstanceRow
        {
            Id = id,
            SubjectKind = subjectKind,
            ProcessId = command.ProcessId,
            CorrelationKey = correlationKey ?? id.ToString("N"),
            BundleHash = bundle.Hash,
            State = [],
            ChainHash = FactChain.Start(id),
            StartedAt = Now,
            ChangedAt = Now,
        };
        var instance = new LoadedInstance(row, new InstanceState(), bundle);
        _instances.Add(id, instance);
        var rejection = await Execute(instance, command, ct);
        if (rejection is not null)
        {
            _instances.Remove(id);
            return StoreRefusals.From(rejection);
        }

        return Outcome<LoadedInstance>.Accepted(instance);
    }

    /// <summary>
    /// Carries out a command, and everything that follows from it at once: inline service tasks run, thrown messages reach
    /// whoever waits for them (here or in another instance), new waits take buffered messages.
    /// </summary>
    /// <returns>Why nothing happened, or null.</returns>
    public Task<Rejection?> Execute(LoadedInstance instance, Command command, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(instance);
        ArgumentNullException.ThrowIfNull(command);
        return _loop.Run(instance, command, ct);
    }

    /// <summary>Sends a message from outside any process: to the instance that waits for name and key, else to a message start, else into the buffer.</summary>
    public Task<MessageDelivery> Send(string messageName, string correlationKey, FeelContext payload, CancellationToken ct) =>
        _loop.Send(messageName, correlationKey, payload, ct);

    /// <summary>The instances that wait for a message of this name and key, by id; for messages that go to all of them.</summary>
    public async Task<IReadOnlyList<Guid>> WaitingFor(string messageName, string correlationKey, CancellationToken ct) =>
        await Db.Subscriptions.Where(s => s.Kind == SubscriptionKind.Message && s.Name == messageName && s.CorrelationKey == correlationKey)
            .Select(s => s.InstanceId).Distinct().OrderBy(id => id).ToListAsync(ct);

    /// <summary>Stores an event or command of the contracts in the outbox; it is sent after the commit, in order within its subject.</summary>
    /// <param name="contractEvent">A message of <see cref="ContractMap"/>: ids, codes, numbers and dates.</param>
    /// <param name="subjectId">The case, meeting or other thing it is about.</param>
    /// <param name="notBefore">For a delayed message; later messages of the subject wait for it.</param>
    /// <exception cref="ArgumentException">The type is not in the contract map.</exception>
    public void Publish(object contractEvent, Guid subjectId, DateTimeOffset? notBefore = null)
    {
        ArgumentNullException.ThrowIfNull(contractEvent);
        var body = ContractJson.Write(contractEvent);
        Db.Outbox.Add(new OutboxRow
        {
            MessageId = Ids.Next(),
            SubjectId = subjectId,
            Bucket = OutboxRow.BucketOf(subjectId),
            // ContractJson.Write has refused what has no name.
            Type = ContractMap.NameOf(contractEvent.GetType())!,
            Body = body,
            OccurredAt = Now,
            AvailableAt = notBefore ?? Now,
            TraceParent = Activity.Current?.Id,
        });
        HasOutbox = true;
    }

    /// <summary>The next number of a series, from 1. Given back when the unit is not stored, so that a series has no gaps; units that take from the same series wait for each other.</summary>
    public async Task<long> TakeNumber(string series, CancellationToken ct)
    {
        var taken = await Db.Database.SqlQuery<long>(
            $"""
            INSERT INTO "Counters" ("Series", "LastNumber") VALUES ({series}, 1)
            ON CONFLICT ("Series") DO UPDATE SET "LastNumber" = "Counters"."LastNumber" + 1
            RETURNING "LastNumber" AS "Value"
            """).ToListAsync(ct);
        return taken[0];
    }

    /// <summary>The next case number of this year: <c>2026-00017</c>.</summary>
    public async Task<string> TakeCaseNumber(CancellationToken ct)
    {
        var year = Today.Year;
        var number = await TakeNumber(string.Create(CultureInfo.InvariantCulture, $"case-{year}"), ct);
        return string.Create(CultureInfo.InvariantCulture, $"{year}-{number:00000}");
    }

    /// <summary>The bundle that new instances start with, or null before the first deployment.</summary>
    public Task<ModelBundle?> CurrentBundle(CancellationToken ct) => _bundles.Current(Db, ct);
}
