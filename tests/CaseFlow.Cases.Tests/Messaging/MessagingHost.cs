using CaseFlow.Cases.Notifications;
using CaseFlow.Cases.Storage;
using CaseFlow.Cases.Tests.Contracts;
using CaseFlow.Contracts;
using CaseFlow.Contracts.Sorting;
using CaseFlow.Messaging;
using CaseFlow.Messaging.Bus;
using CaseFlow.Messaging.Mailing;
using CaseFlow.Messaging.Outbox;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CaseFlow.Cases.Tests.Messaging;

/// <summary>One node: its own services on a database and a bus. Disposing it is its death; another on the same database is its restart.</summary>
internal sealed class MessagingHost : IAsyncDisposable
{
    public const string Queue = "test.sorted";

    private readonly ServiceProvider _services;

    private MessagingHost(ServiceProvider services) => _services = services;

    public ConsumerScript Script => Get<ConsumerScript>();

    public OutboxDispatcher Dispatcher => Get<OutboxDispatcher>();

    public static async Task<MessagingHost> Start(
        BusOptions bus, CaseFlowDbFactory databases, ManualTime time, MailOptions? mail = null, Action<IServiceCollection>? more = null, DatabaseProvider provider = DatabaseProvider.Sqlite)
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.None));
        services.AddSingleton<TimeProvider>(time);
        services.AddSingleton<Ids>();
        services.AddSingleton(new DatabaseOptions(provider, ""));
        services.AddSingleton<IDbContextFactory<CaseFlowDb>>(databases);
        services.AddSingleton<ConsumerScript>();
        services.AddNotifications().AddSingleton(new MailLinks(new Uri("https://caseflow.example/")));
        services.AddMessaging(bus, mail ?? new MailOptions(null, 25, "caseflow@caseflow.example", false, null, null), [new BusEndpoint(Queue, typeof(SortedConsumer))]);
        more?.Invoke(services);
        var host = new MessagingHost(services.BuildServiceProvider());
        foreach (var service in host._services.GetServices<IHostedService>())
            await service.StartAsync(CancellationToken.None);
        await host.Get<IBusControl>().WaitForHealthStatus(BusHealthStatus.Healthy, TimeSpan.FromSeconds(30));
        return host;
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>Commits events of a case to the outbox, as the store does.</summary>
    public async Task Publish(params IEnumerable<CaseSorted> events)
    {
        await using var db = await Database();
        foreach (var e in events)
            db.Outbox.Add(Row(e));
        await db.SaveChangesAsync();
    }

    public OutboxRow Row(CaseSorted message) => new()
    {
        MessageId = Guid.CreateVersion7(),
        SubjectId = message.CaseId,
        Bucket = OutboxRow.BucketOf(message.CaseId),
        Type = ContractMap.NameOf(typeof(CaseSorted)) ?? "",
        Body = ContractJson.Write(message),
        OccurredAt = message.SortedAt,
        AvailableAt = Get<TimeProvider>().GetUtcNow(),
    };

    /// <summary>Sends bytes to the test's queue as a stranger would.</summary>
    public async Task SendRaw(string body, string prefix)
    {
        var queue = await Get<IBus>().GetSendEndpoint(new Uri($"queue:{prefix}{Queue}"));
        await queue.Send(ContractSamples.Sorted(1), context => context.Serializer = new RawBody(body));
    }

    public async Task<CaseFlowDb> Database() => await Get<IDbContextFactory<CaseFlowDb>>().CreateDbContextAsync();

    /// <summary>The rows that the consumer has left, by case and version.</summary>
    public async Task<IReadOnlyList<string>> Effects()
    {
        await using var db = await Database();
        return await db.Set<Notice>().Where(n => n.AccountId == "effect").OrderBy(n => n.Id).Select(n => n.Number).ToListAsync();
    }

    /// <summary>Waits until a dead letter is there that fits.</summary>
    public async Task<DeadLetterRow> DeadLetter(Func<DeadLetterRow, bool> fits) =>
        await Eventually.Find(async () =>
        {
            await using var db = await Database();
            return (await db.Set<DeadLetterRow>().AsNoTracking().ToListAsync()).FirstOrDefault(fits);
        });

    public async ValueTask DisposeAsync()
    {
        using var enough = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        foreach (var service in _services.GetServices<IHostedService>())
            await service.StopAsync(enough.Token);
        await _services.DisposeAsync();
    }
}
