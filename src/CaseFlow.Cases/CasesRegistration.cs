using CaseFlow.Cases.Access;
using CaseFlow.Cases.Agreements;
using CaseFlow.Cases.Consultation;
using CaseFlow.Cases.Dashboards;
using CaseFlow.Cases.Decisions;
using CaseFlow.Cases.Documents;
using CaseFlow.Cases.Escalation;
using CaseFlow.Cases.Feedback;
using CaseFlow.Cases.FollowUp;
using CaseFlow.Cases.Intake;
using CaseFlow.Cases.Meetings;
using CaseFlow.Cases.Minutes;
using CaseFlow.Cases.Notifications;
using CaseFlow.Cases.Operations;
using CaseFlow.Cases.Organisation;
using CaseFlow.Cases.Preparation;
using CaseFlow.Cases.Processes;
using CaseFlow.Cases.SavedViews;
using CaseFlow.Cases.Search;
using CaseFlow.Cases.Sorting;
using CaseFlow.Cases.Storage;
using CaseFlow.Cases.Tasks;
using CaseFlow.Cases.Timeline;
using CaseFlow.Cases.Webhooks;
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
        services.AddDocuments();
        services.AddTasks();
        services.AddTimeline();

        services.AddIntake();
        services.AddSorting();
        services.AddPreparation();
        services.AddConsultation();
        services.AddAgreements();
        services.AddMeetings();
        services.AddDecisions();
        services.AddMinutes();
        services.AddEscalation();
        services.AddFeedback();
        services.AddFollowUp();

        services.AddNotifications();
        services.AddWebhooks();
        services.AddDashboards();
        services.AddSearch();
        services.AddSavedViews();
        services.AddOperations();
        return services;
    }
}
