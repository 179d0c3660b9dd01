using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CaseFlow.Cases.Access;

internal static class AccessRegistration
{
    public static IServiceCollection AddAccess(this IServiceCollection services)
    {
        services.TryAddSingleton(new AccessOptions());
        services.TryAddSingleton<IPasswordHasher<Account>, PasswordHasher<Account>>();
        return services
            .AddSingleton<ActorSource>()
            .AddSingleton<ApiKeys>()
            .AddSingleton<ProgramKeys>()
            .AddSingleton<SecurityLog>()
            .AddSingleton<AccountRegister>()
            .AddSingleton<AccountTitles>()
            .AddSingleton<CreateAccount>()
            .AddSingleton<CloseAccount>()
            .AddSingleton<GiveRole>()
            .AddSingleton<EndRole>()
            .AddSingleton<FirstAdministrator>()
            .AddSingleton<DemoAccounts>();
    }
}
