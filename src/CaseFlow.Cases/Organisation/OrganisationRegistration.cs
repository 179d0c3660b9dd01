using CaseFlow.Cases.Processes;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Cases.Organisation;

internal static class OrganisationRegistration
{
    public static IServiceCollection AddOrganisation(this IServiceCollection services) => services
        .AddSingleton<OrganisationSource>()
        .AddSingleton<SeatRegister>()
        .AddSingleton<ImportSeats>()
        .AddSingleton<EditSeats>()
        .AddSingleton<AppointToSeat>()
        .AddSingleton<IBundleCheck, MandateGuardCheck>();
}
