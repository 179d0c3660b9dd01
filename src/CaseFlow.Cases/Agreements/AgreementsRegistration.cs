using CaseFlow.Cases.Processes;
using CaseFlow.Cases.Tasks;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Cases.Agreements;

internal static class AgreementsRegistration
{
    public static IServiceCollection AddAgreements(this IServiceCollection services) => services
        .AddSingleton<ITaskCommand>(new FormOnlyCommand("AcknowledgeAgreement"))
        .AddSingleton<ITaskCommand, PrepareAgreementReview>()
        .AddSingleton<ITaskCommand>(new FormOnlyCommand("CompileViews"))
        .AddSingleton<ITaskCommand, ReportAgreementSigned>()
        .AddSingleton<ITaskCommand>(new FormOnlyCommand("RecordImplementation"))
        .AddSingleton<IInlineTopic, ReturnViews>();
}
