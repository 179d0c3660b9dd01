using CaseFlow.Cases.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Cases.Timeline;

internal static class TimelineRegistration
{
    public static IServiceCollection AddTimeline(this IServiceCollection services) => services
        .AddSingleton<ISubjectProjection, CaseProjection>()
        .AddSingleton<CaseList>()
        .AddSingleton<CaseTimeline>()
        .AddSingleton<InstancePositions>();
}
