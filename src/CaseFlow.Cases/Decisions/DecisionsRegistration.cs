using CaseFlow.Cases.Tasks;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Cases.Decisions;

internal static class DecisionsRegistration
{
    public static IServiceCollection AddDecisions(this IServiceCollection services) => services
        .AddSingleton<ITaskCommand>(new FormOnlyCommand("ClassifyEffect"))
        .AddSingleton<RecordClause>()
        .AddSingleton<PositionDocuments>()
        .AddSingleton<PositionRegister>();
}
