using CaseFlow.Cases.Notifications;
using CaseFlow.Cases.Storage;
using CaseFlow.Messaging.Bus;
using CaseFlow.Messaging.Commands;
using CaseFlow.Messaging.DeadLetters;
using CaseFlow.Messaging.Hosting;
using CaseFlow.Messaging.Inbox;
using CaseFlow.Messaging.Jobs;
using CaseFlow.Messaging.Mailing;
using CaseFlow.Messaging.Notifications;
using CaseFlow.Messaging.Outbox;
using CaseFlow.Messaging.Timers;
using CaseFlow.Messaging.Webhooks;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Messaging;

/// <summary>Everything that works beside the requests: the bus, the outbox, timers, jobs and mail.</summary>
public static class MessagingRegistration
{
    /// <summary>The consumers of CaseFlow itself.</summary>
    internal static readonly BusEndpoint[] OwnEndpoints =
    [
        new("caseflow.notices", typeof(MailRequestedConsumer)),
        new("caseflow.complete-task", typeof(CompleteTaskConsumer)),
        new("caseflow.submit-case", typeof(SubmitCaseConsumer)),
        new("caseflow.webhooks", typeof(WebhookConsumer)),
    ];

    /// <summary>Adds the messaging with the bus and mail server of <c>CaseFlow:Bus</c> and <c>CaseFlow:Mail</c>.</summary>
    /// <remarks>Comes after <c>AddCases</c>. <c>CaseFlow:BaseUrl</c> is where people reach CaseFlow; it stands in mails.</remarks>
    /// <exception cref="InvalidOperationException">The configuration names an unknown transport, or RabbitMQ without an address.</exception>
    public static IServiceCollection AddMessaging(this IServiceCollection services, IConfiguration configuration) =>
        services
            .AddSingleton(new MailLinks(configuration.GetValue("CaseFlow:BaseUrl", new Uri("http://localhost:5080/"))!, MailOptions.Read(configuration).From)) // a default is given
            .AddMessaging(BusOptions.Read(configuration), MailOptions.Read(configuration), OwnEndpoints)
            .AddLoops();

    /// <summary>Everything but the loops, so that tests do each step themselves.</summary>
    internal static IServiceCollection AddMessaging(
        this IServiceCollection services, BusOptions bus, MailOptions mail, IReadOnlyList<BusEndpoint> endpoints)
    {
        services.AddSingleton(provider => NodeName.Of(provider.GetRequiredService<DatabaseOptions>(), provider.GetRequiredService<Ids>()));
        services.AddSingleton<Wakes>();
        services.AddSingleton<ICommitObserver>(provider => provider.GetRequiredService<Wakes>());
        services.AddSingleton(provider => new CloudEventsSerializer(
            provider.GetRequiredService<MailLinks>().BaseUrl.AbsoluteUri, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<DeadLetterShelf>();
        services.AddSingleton<DeadLetterRunner>();
        services.AddSingleton<IOutboxSender, BusOutboxSender>();
        services.AddSingleton<OutboxDispatcher>();
        services.AddHealthChecks().AddCheck<OutboxHealth>("outbox", tags: ["ready"]);
        services.AddScoped<ConsumerUnit>();
        services.AddSingleton<TimerPoller>();
        services.AddSingleton<JobRunner>();
        services.AddSingleton(mail);
        services.AddSingleton<SmtpChannel>();
        services.AddSingleton<MailDelivery>();
        services.AddSingleton<WebhookClient>();
        services.AddSingleton<WebhookSending>();
        services.AddBus(bus, endpoints);
        return services;
    }

    private static IServiceCollection AddLoops(this IServiceCollection services) => services
        .AddHostedService<OwnLeases>()
        .AddHostedService<OutboxDelivery>()
        .AddHostedService(provider => provider.GetRequiredService<TimerPoller>())
        .AddHostedService<SweepSchedule>()
        .AddHostedService(provider => provider.GetRequiredService<JobRunner>())
        .AddHostedService(provider => provider.GetRequiredService<DeadLetterRunner>())
        .AddHostedService(provider => provider.GetRequiredService<MailDelivery>())
        .AddHostedService(provider => provider.GetRequiredService<WebhookSending>())
        .AddHostedService<WeeklySummarySchedule>();
}
