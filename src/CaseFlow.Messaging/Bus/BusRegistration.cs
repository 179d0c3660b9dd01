using CaseFlow.Contracts;
using CaseFlow.Messaging.DeadLetters;
using CaseFlow.Messaging.Inbox;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CaseFlow.Messaging.Bus;

/// <summary>MassTransit as CaseFlow uses it. Everything that is particular to it stays in this folder and in the filters.</summary>
internal static class BusRegistration
{
    public static void AddBus(this IServiceCollection services, BusOptions options, IReadOnlyList<BusEndpoint> endpoints)
    {
        services.AddSingleton(options);
        services.AddSingleton(new DeliveryReceipts(endpoints));
        services.AddMassTransit(bus =>
        {
            bus.DisableUsageTelemetry();
            foreach (var endpoint in endpoints)
                bus.AddConsumer(endpoint.Consumer);
            // A broker that is away degrades CaseFlow and does not stop it: the outbox keeps what is to be sent.
            bus.ConfigureHealthCheckOptions(health => health.MinimalFailureStatus = HealthStatus.Degraded);
            switch (options.Transport)
            {
                case BusTransport.InMemory:
                    bus.UsingInMemory((context, factory) => Configure(context, factory, options, endpoints));
                    break;
                case BusTransport.RabbitMq:
                    bus.UsingRabbitMq((context, factory) =>
                    {
                        factory.Host(options.Uri);
                        Configure(context, factory, options, endpoints);
                    });
                    break;
            }
        });
        services.AddOptions<MassTransitHostOptions>().Configure(host =>
        {
            // In memory the bus is ready at once, and nothing may be sent before. RabbitMQ may be away when CaseFlow
            // starts; people must still be able to work, so the host does not wait and the outbox does.
            host.WaitUntilStarted = options.Transport == BusTransport.InMemory;
            // A start that was given up is never tried again: messages would go out and nobody here would receive them.
            host.StartTimeout = options.Transport == BusTransport.InMemory ? TimeSpan.FromSeconds(30) : null;
            host.StopTimeout = TimeSpan.FromSeconds(30);
        });
    }

    private static void Configure(IBusRegistrationContext context, IBusFactoryConfigurator factory, BusOptions options, IReadOnlyList<BusEndpoint> endpoints)
    {
        var serializer = context.GetRequiredService<CloudEventsSerializer>();
        factory.ClearSerialization();
        factory.AddSerializer(serializer);
        factory.AddDeserializer(serializer, isDefault: true);
        factory.MessageTopology.SetEntityNameFormatter(new ContractEntityNames(options.Prefix));
        factory.Publish<ICaseEvent>(topology => topology.Exclude = true);
        factory.Publish<IMeetingEvent>(topology => topology.Exclude = true);
        factory.Publish<ISubjectEvent>(topology => topology.Exclude = true);
        factory.Publish<ICommand>(topology => topology.Exclude = true);
        factory.ConnectReceiveObserver(context.GetRequiredService<DeliveryReceipts>());
        foreach (var endpoint in endpoints)
            factory.ReceiveEndpoint(options.Prefix + endpoint.Queue, queue => Configure(context, queue, options, endpoint));
    }

    private static void Configure(IBusRegistrationContext context, IReceiveEndpointConfigurator queue, BusOptions options, BusEndpoint endpoint)
    {
        var shelf = context.GetRequiredService<DeadLetterShelf>();
        var name = options.Prefix + endpoint.Queue;
        if (queue is IRabbitMqReceiveEndpointConfigurator rabbit && options.QuorumSize is { } size)
            rabbit.SetQuorumQueue(size);
        queue.PrefetchCount = 16;
        // The cause stands on the dead letter; a fault message would be a type that is not in the map.
        queue.PublishFaults = false;
        queue.ConfigureError(pipe => pipe.UseFilter(new FailedMessageFilter(shelf, name)));
        queue.ConfigureDeadLetter(pipe => pipe.UseFilter(new UnhandledMessageFilter(shelf, name)));
        queue.UseMessageRetry(retry =>
        {
            retry.Intervals([.. options.Retries]);
            retry.Ignore<CommandRefusedException>();
        });
        queue.UseConsumeFilter(typeof(SettleFilter<>), context);
        if (endpoint.HasInbox)
            queue.UseConsumeFilter(typeof(InboxFilter<>), context);
        queue.ConfigureConsumer(context, endpoint.Consumer);
    }
}
