using CaseFlow.Cases.Access;
using CaseFlow.Cases.Storage;

namespace CaseFlow.Cases.Tests.Storage;

/// <summary>What the store promises, whichever database it stands on. Each class below it runs once on each database.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
[TestFixture(DatabaseProvider.Sqlite)]
[TestFixture(DatabaseProvider.PostgreSql, Category = "Servers")]
internal abstract class StoreContract(DatabaseProvider provider)
{
    protected static readonly Actor PreparerA = new("preparer-a", [new RoleGrant("beredningsansvarig", "a")]);
    protected static readonly Actor PreparerB = new("preparer-b", [new RoleGrant("beredningsansvarig", "b")]);

    protected TestHouse House { get; private set; } = null!; // set before each test

    [SetUp]
    public async Task OpenHouse() => House = new(await DatabasesOfRun.For(provider).Create(), services => Configure(services));

    [TearDown]
    public async Task CloseHouse()
    {
        if (House is not null)
        {
            await House.DisposeAsync();
        }
    }

    protected virtual void Configure(Microsoft.Extensions.DependencyInjection.IServiceCollection services)
    {
    }
}
