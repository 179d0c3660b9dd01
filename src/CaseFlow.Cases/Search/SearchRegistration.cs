using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Cases.Search;

internal static class SearchRegistration
{
    public static IServiceCollection AddSearch(this IServiceCollection services) => services.AddSingleton<SearchEverything>();
}
