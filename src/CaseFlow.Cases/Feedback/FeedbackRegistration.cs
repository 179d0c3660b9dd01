using CaseFlow.Cases.Processes;
using CaseFlow.Cases.Storage;
using CaseFlow.Cases.Tasks;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Cases.Feedback;

internal static class FeedbackRegistration
{
    public static IServiceCollection AddFeedback(this IServiceCollection services) => services
        .AddSingleton<IInlineTopic, TellOfOccasion>()
        .AddSingleton<IInlineTopic, RemindHolders>()
        .AddSingleton<IJobTopic>(provider => new SendOutcome(provider.GetRequiredService<ProcessStore>))
        .AddSingleton<ITaskCommand, ConfirmSpread>()
        .AddSingleton<SpreadRegister>();
}
