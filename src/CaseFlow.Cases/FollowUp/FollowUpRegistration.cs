using CaseFlow.Cases.Tasks;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Cases.FollowUp;

internal static class FollowUpRegistration
{
    public static IServiceCollection AddFollowUp(this IServiceCollection services) => services
        .AddSingleton<ITaskCommand>(new FormOnlyCommand("PlanCommission"))
        .AddSingleton<ITaskCommand>(new FormOnlyCommand("ReportCommission"))
        .AddSingleton<ITaskCommand>(new FormOnlyCommand("RecordFollowUp"))
        .AddSingleton<GiveCommission>()
        .AddSingleton<AmendCommission>()
        .AddSingleton<CommissionHistory>()
        .AddSingleton<CaseChain>()
        .AddSingleton<CommissionRegister>()
        .AddSingleton<CommissionThread>();
}
