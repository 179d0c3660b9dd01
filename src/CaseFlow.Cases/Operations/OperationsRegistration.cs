using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Cases.Operations;

internal static class OperationsRegistration
{
    public static IServiceCollection AddOperations(this IServiceCollection services) => services.AddSingleton<OperationsState>();
}
