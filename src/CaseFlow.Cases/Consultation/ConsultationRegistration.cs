using CaseFlow.Cases.Processes;
using CaseFlow.Cases.Tasks;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Cases.Consultation;

internal static class ConsultationRegistration
{
    public static IServiceCollection AddConsultation(this IServiceCollection services) => services
        .AddSingleton<IInlineTopic, OpenConsultation>()
        .AddSingleton<ITaskCommand>(new FormOnlyCommand("AnswerConsultation"))
        .AddSingleton<ITaskCommand>(new FormOnlyCommand("DisposeViews"))
        .AddSingleton<CloseConsultation>();
}
