using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Cases.Dashboards;

internal static class DashboardsRegistration
{
    public static IServiceCollection AddDashboards(this IServiceCollection services) => services
        .AddSingleton<CaseFigures>()
        .AddSingleton<FlowMemory>()
        .AddSingleton<FlowFigures>()
        .AddSingleton<TagFigures>();
}
