using CaseFlow.Cases.Access;
using CaseFlow.Cases.Storage;
using CaseFlow.Contracts;
using CaseFlow.Messaging;
using CaseFlow.Messaging.Bus;
using CaseFlow.Messaging.Mailing;
using CaseFlow.Messaging.Outbox;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CaseFlow.Cases.Tests.Messaging;

/// <summary>All of CaseFlow.Cases with its messaging on a SQLite file of its own. The loops do not run: tests do each step themselves.</summary>
internal sealed class BusHouse : IAsyncDisposable
{
    private readonly TestDatabase _database = TestDatabase.Sqlite();
    private IReadOnlyList<IHostedService> _started = [];

    public BusHouse(Action<IServiceCollection>? more = null) => House = new TestHouse(_database.Options, services =>
    {
        services.AddMessaging(
            new BusOptions(BusTransport.InMemory, null, "", null, [TimeSpan.FromMilliseconds(5)]),
            new MailOptions(null, 25, "caseflow@caseflow.example", false, null, null),
            MessagingRegistration.OwnEndpoints);
        more?.Invoke(services);
    });

    public TestHouse House { get; }

    public T Get<T>()
        where T : notnull => House.Get<T>();

    /// <summary>Starts the bus.</summary>
    public async Task StartBus()
    {
        _started = [.. Get<IEnumerable<IHostedService>>()];
        foreach (var service in _started)
            await service.StartAsync(CancellationToken.None);
    }

    /// <summary>Sends a command or event and waits until it is handled or moved aside.</summary>
    public Task Send(object message, Guid? messageId = null) => Get<IOutboxSender>().Send(
        new OutboxRow
        {
            MessageId = messageId ?? Guid.CreateVersion7(),
            Type = ContractMap.NameOf(message.GetType()) ?? "",
            Body = [],
            OccurredAt = House.Time.GetUtcNow(),
        },
        message, CancellationToken.None);

    /// <summary>An account that holds the roles from long ago.</summary>
    public async Task<Actor> Account(string id, params IEnumerable<RoleGrant> grants)
    {
        await using var db = House.OpenDb();
        db.Add(new Account { Id = id, UserName = id, Email = $"{id}@vard.example" });
        var roles = grants.ToList();
        db.AddRange(roles.Select(grant => new RoleAssignment
        {
            Id = Guid.CreateVersion7(),
            AccountId = id,
            Role = grant.Role,
            Side = grant.Side,
            Area = grant.Area,
            ValidFrom = new DateOnly(2020, 1, 1),
            GivenBy = "system",
        }));
        await db.SaveChangesAsync();
        return new(id, roles);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var service in _started)
            await service.StopAsync(CancellationToken.None);
        await House.DisposeAsync();
        _database.Dispose();
    }
}
