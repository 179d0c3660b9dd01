using CaseFlow.Cases.Tasks;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Cases.Preparation;

internal static class PreparationRegistration
{
    public static IServiceCollection AddPreparation(this IServiceCollection services) => services
        .AddSingleton<ITaskCommand, PrepareMaterial>()
        .AddSingleton<ITaskCommand>(new FormOnlyCommand("AcknowledgePartyMatter"))
        .AddSingleton<ITaskCommand>(new FormOnlyCommand("ReportLocalOutcome"))
        .AddSingleton<SaveMaterial>()
        .AddSingleton<MaterialPage>();
}
