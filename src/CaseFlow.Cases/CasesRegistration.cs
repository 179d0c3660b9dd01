using CaseFlow.Cases.Access;
using CaseFlow.Cases.Intake;
using CaseFlow.Cases.Notifications;
using CaseFlow.Cases.Organisation;
using CaseFlow.Cases.Processes;
using CaseFlow.Cases.Sorting;
using CaseFlow.Cases.Storage;
using CaseFlow.Cases.Tasks;
using CaseFlow.Cases.Timeline;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Cases;

/// <summary>Everything in CaseFlow.Cases, for a host to run: one line for each subject.</summary>
public static class CasesRegistration
{
    /// <summary>Registers store and subjects. Use cases, topics and task commands are singletons: they are stateless and take everything from the unit of work.</summary>
    public static IServiceCollection AddCases(this IServiceCollection services, DatabaseOptions database)
    {
        services.AddStorage(database);
        services.AddProcesses();
        services.AddOrganisation();
        services.AddAccess();
        services.AddTasks();
        services.AddTimeline();

        services.AddIntake();
        services.AddSorting();

        services.AddNotifications();
        return services;
    }
}
