using CaseFlow.Cases.Processes;
using CaseFlow.Cases.Tasks;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Cases.Sorting;

internal static class SortingRegistration
{
    public static IServiceCollection AddSorting(this IServiceCollection services) => services
        .AddSingleton<ITaskCommand, DecideSorting>()
        .AddSingleton<ITaskCommand, ResolveDisagreement>()
        .AddSingleton<ITaskCommand>(new FormOnlyCommand("AnswerCompletion"))
        .AddSingleton<ITaskCommand>(new FormOnlyCommand("DecideLapsedCompletion"))
        .AddSingleton<IInlineTopic, RecordSorting>()
        .AddSingleton<IInlineTopic, RequestCompletion>()
        .AddSingleton<SortingSecrecy>()
        .AddSingleton<SortingRound>()
        .AddSingleton<SortingHistory>()
        .AddSingleton<SortingList>();
}
