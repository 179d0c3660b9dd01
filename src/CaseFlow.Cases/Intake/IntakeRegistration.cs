using CaseFlow.Cases.Processes;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Cases.Intake;

internal static class IntakeRegistration
{
    public static IServiceCollection AddIntake(this IServiceCollection services) => services
        .AddSingleton<IInlineTopic, ReceiveCase>()
        .AddSingleton<IInlineTopic, CloseCase>()
        .AddSingleton<SubmitCase>()
        .AddSingleton<WithdrawCase>()
        .AddSingleton<RequestNewSorting>()
        .AddSingleton<WakeCase>()
        .AddSingleton<ReopenCase>()
        .AddSingleton<CloseCandidate>()
        .AddSingleton<CandidateList>()
        .AddSingleton<SaveDraft>()
        .AddSingleton<JoinCase>()
        .AddSingleton<CommentOnCase>()
        .AddSingleton<WishedMeetings>()
        .AddSingleton<SimilarCases>()
        .AddSingleton<LinkCases>()
        .AddSingleton<CaseDetails>();
}
