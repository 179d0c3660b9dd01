using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Cases.Processes;

internal static class ProcessesRegistration
{
    public static IServiceCollection AddProcesses(this IServiceCollection services) => services
        .AddSingleton<TopicRegistry>()
        .AddSingleton<BundleCatalog>()
        .AddSingleton<IBundleCheck, BindingCheck>()
        .AddSingleton<IBundleCheck, EnglishNameCheck>()
        .AddSingleton<DeployBundle>()
        .AddSingleton<CheckDefinitions>()
        .AddSingleton<DeployChecked>()
        .AddSingleton<DeploymentHistory>()
        .AddSingleton<FireDueTimer>()
        .AddSingleton<FinishJob>()
        .AddSingleton<MendIncident>();
}
