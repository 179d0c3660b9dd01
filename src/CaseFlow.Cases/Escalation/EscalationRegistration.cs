using CaseFlow.Cases.Processes;
using CaseFlow.Cases.Tasks;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Cases.Escalation;

internal static class EscalationRegistration
{
    public static IServiceCollection AddEscalation(this IServiceCollection services) => services
        .AddSingleton<IInlineTopic, ReceivePackage>()
        .AddSingleton<IInlineTopic, ReturnAnswer>()
        .AddSingleton<ITaskCommand>(new FormOnlyCommand("PrepareSroPackage"))
        .AddSingleton<ITaskCommand>(new FormOnlyCommand("ReviewSroPackage"))
        .AddSingleton<ITaskCommand, RecordSroClause>()
        .AddSingleton<EscalationAnswers>()
        .AddSingleton<EscalationList>();
}
