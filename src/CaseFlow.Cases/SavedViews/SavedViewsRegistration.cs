using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Cases.SavedViews;

internal static class SavedViewsRegistration
{
    public static IServiceCollection AddSavedViews(this IServiceCollection services) => services.AddSingleton<ViewRegister>();
}
