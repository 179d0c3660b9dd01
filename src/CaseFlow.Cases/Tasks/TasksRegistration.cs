using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Cases.Tasks;

internal static class TasksRegistration
{
    public static IServiceCollection AddTasks(this IServiceCollection services) => services
        .AddSingleton<TaskCommands>()
        .AddSingleton<CompleteTask>()
        .AddSingleton<ClaimTask>()
        .AddSingleton<TaskList>()
        .AddSingleton<TaskPage>();
}
