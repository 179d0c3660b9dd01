using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Cases.Webhooks;

internal static class WebhooksRegistration
{
    /// <remarks>The host adds <see cref="ISecretProtection"/> and <see cref="WebhookOptions"/>.</remarks>
    public static IServiceCollection AddWebhooks(this IServiceCollection services) => services
        .AddSingleton<EditWebhooks>()
        .AddSingleton<WriteWebhooks>()
        .AddSingleton<WebhookOutbox>();
}
