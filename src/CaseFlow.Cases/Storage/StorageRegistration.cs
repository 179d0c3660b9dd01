using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CaseFlow.Cases.Storage;

internal static class StorageRegistration
{
    public static IServiceCollection AddStorage(this IServiceCollection services, DatabaseOptions database)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(new StoreOptions());
        return services
            .AddSingleton(database)
            .AddSingleton<IDbContextFactory<CaseFlowDb>, CaseFlowDbFactory>()
            // For what works within one web request, such as Identity's stores; processes are changed through ProcessStore.
            .AddScoped(provider => provider.GetRequiredService<IDbContextFactory<CaseFlowDb>>().CreateDbContext())
            .AddSingleton<Ids>()
            .AddSingleton<ProcessStore>()
            .AddSingleton<RepeatedRequests>()
            .AddSingleton<Leases>()
            .AddSingleton<DeadLetters>()
            .AddSingleton<ReplayAll>()
            .AddSingleton<SweepStore>()
            .AddSingleton<MigrateDatabase>();
    }
}
