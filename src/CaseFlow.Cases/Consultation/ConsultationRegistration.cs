using CaseFlow.Cases.Notifications;
using CaseFlow.Cases.Processes;
using CaseFlow.Cases.Tasks;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Cases.Consultation;

internal static class ConsultationRegistration
{
    public static IServiceCollection AddConsultation(this IServiceCollection services) => services
        .AddSingleton<IInlineTopic, OpenConsultation>()
        .AddSingleton<IInlineTopic, RemindOfConsultation>()
        .AddSingleton<ITaskCommand, AnswerConsultation>()
        .AddSingleton<ITaskCommand, DisposeViews>()
        .AddSingleton<ConsultationMails>()
        .AddSingleton<ConsultationLinks>()
        .AddSingleton<IPersonalLinks>(provider => provider.GetRequiredService<ConsultationLinks>())
        .AddSingleton<ConsultationLinkReader>()
        .AddSingleton<ConsultationAnswers>()
        .AddSingleton<ConsultationStates>()
        .AddSingleton<NameRecipients>()
        .AddSingleton<RemindRecipients>()
        .AddSingleton<MarkPapers>()
        .AddSingleton<DisposeView>()
        .AddSingleton<AmendConsultation>()
        .AddSingleton<CloseConsultation>();
}
