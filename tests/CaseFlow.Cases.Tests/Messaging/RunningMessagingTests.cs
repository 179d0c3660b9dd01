using CaseFlow.Cases.Access;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Notifications;
using CaseFlow.Cases.Storage;
using CaseFlow.Cases.Webhooks;
using CaseFlow.Contracts.Notifications;
using CaseFlow.Messaging;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;

namespace CaseFlow.Cases.Tests.Messaging;

/// <summary>The messaging as a host runs it, with its loops, from configuration alone.</summary>
[TestFixture]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class RunningMessagingTests : IDisposable
{
    private static readonly Guid Case = Guid.Parse("019a8b00-0000-7000-8000-000000000017");
    private readonly TestDatabase _database = TestDatabase.Sqlite();

    [Test]
    public async Task What_a_commit_tells_people_is_in_their_list_soon_after_and_its_mail_is_kept()
    {
        using var host = await Start([]);
        await Publish(host);
        var mail = await Eventually.Find(async () =>
        {
            await using var db = _database.Factory.CreateDbContext();
            return await db.Set<Mail>().AsNoTracking().FirstOrDefaultAsync(m => m.State == MailState.Kept);
        });
        Assert.That(mail.PlainText, Does.Contain("http://localhost:5080/arenden/2027-00017"));
        await host.StopAsync();
    }

    [Test]
    [Category("Slow")]
    public async Task Broker_that_is_away_at_the_start_stops_nobody_from_working_and_loses_nothing()
    {
        using var host = await Start(new()
        {
            ["CaseFlow:Bus:Transport"] = "rabbitmq",
            ["CaseFlow:Bus:Uri"] = "amqp://guest:guest@127.0.0.1:1/",
        });
        await Publish(host);
        var waiting = await Eventually.Find(async () =>
        {
            await using var db = _database.Factory.CreateDbContext();
            return await db.Outbox.AsNoTracking().FirstOrDefaultAsync(o => o.Attempts > 0);
        });
        Assert.That(waiting.LastError, Is.Not.Empty);
        var health = await host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync();
        Assert.That(health.Status, Is.EqualTo(HealthStatus.Degraded));
        await host.StopAsync();
    }

    public void Dispose() => _database.Dispose();

    private async Task<IHost> Start(Dictionary<string, string?> settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { EnvironmentName = "Development" });
        builder.Configuration.AddInMemoryCollection(settings);
        builder.Services.AddCases(_database.Options);
        builder.Services.AddSingleton(new WebhookOptions()).AddSingleton<ISecretProtection, NoProtection>();
        builder.Services.AddMessaging(builder.Configuration);
        builder.Services.AddIdentityCore<Account>().AddEntityFrameworkStores<CaseFlowDb>();
        var host = builder.Build();
        await host.StartAsync();
        return host;
    }

    private async Task Publish(IHost host)
    {
        await using (var db = _database.Factory.CreateDbContext())
        {
            db.Add(new Account { Id = "konto-1", UserName = "konto-1", Email = "konto-1@vard.example" });
            await db.SaveChangesAsync();
        }

        await host.Services.GetRequiredService<ProcessStore>().Run<bool>(
            Actor.System, "Test", null,
            (unit, _) =>
            {
                unit.Publish(new MailRequested(Case, null, "2027-00017", 1, "mottaget", ["konto-1"], new Dictionary<string, string>(StringComparer.Ordinal)), Case);
                return Task.FromResult(Outcome<bool>.Accepted(true));
            },
            CancellationToken.None);
    }

    private sealed class NoProtection : ISecretProtection
    {
        public string Protect(string secret) => secret;

        public string Unprotect(string kept) => kept;
    }
}
