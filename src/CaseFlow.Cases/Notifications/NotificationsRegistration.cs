using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CaseFlow.Cases.Notifications;

/// <summary>Notices, mails and the weekly summary. Sending them is <c>CaseFlow.Messaging</c>'s work.</summary>
internal static class NotificationsRegistration
{
    public static IServiceCollection AddNotifications(this IServiceCollection services)
    {
        // A host that sends mail says where people reach it (AddMessaging); the others never write a link that is read.
        services.TryAddSingleton(new MailLinks(new Uri("http://localhost/")));
        return services
            .AddSingleton<WriteNotices>()
            .AddSingleton<ReadNotices>()
            .AddSingleton<ChooseMailPace>()
            .AddSingleton<MailOutbox>()
            .AddSingleton<WriteWeeklySummaries>();
    }
}
