using CaseFlow.Cases.Access;
using CaseFlow.Cases.Processes;
using CaseFlow.Cases.Tasks;
using CaseFlow.Cases.Timeline;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Storage;

/// <summary>
/// All rows of CaseFlow. Entities live with their subject, each with an <c>IEntityTypeConfiguration</c> that is found here;
/// a subject reads its own with <c>Set&lt;T&gt;()</c>. SQLite and PostgreSQL are the two derived contexts.
/// </summary>
/// <remarks>Rows of the process (instances, facts, tasks, timers, jobs, subscriptions, outbox) are written by <see cref="ProcessStore"/> alone.</remarks>
public abstract class CaseFlowDb(DbContextOptions options) : IdentityUserContext<Account>(options)
{
    public DbSet<CaseRow> Cases => Set<CaseRow>();

    public DbSet<TaskRow> Tasks => Set<TaskRow>();

    public DbSet<TaskAnswersRow> TaskAnswers => Set<TaskAnswersRow>();

    public DbSet<InstanceRow> Instances => Set<InstanceRow>();

    public DbSet<FactRow> Facts => Set<FactRow>();

    public DbSet<TimerRow> Timers => Set<TimerRow>();

    public DbSet<JobRow> Jobs => Set<JobRow>();

    public DbSet<SubscriptionRow> Subscriptions => Set<SubscriptionRow>();

    public DbSet<BufferedMessageRow> BufferedMessages => Set<BufferedMessageRow>();

    public DbSet<IncidentRow> Incidents => Set<IncidentRow>();

    public DbSet<OutboxRow> Outbox => Set<OutboxRow>();

    public DbSet<OutboxBucketRow> OutboxBuckets => Set<OutboxBucketRow>();

    public DbSet<InboxRow> Inbox => Set<InboxRow>();

    public DbSet<RequestRow> Requests => Set<RequestRow>();

    public DbSet<CounterRow> Counters => Set<CounterRow>();

    public DbSet<BundleRow> Bundles => Set<BundleRow>();

    public DbSet<BundleFileRow> BundleFiles => Set<BundleFileRow>();

    public DbSet<DeploymentRow> Deployments => Set<DeploymentRow>();

    /// <summary>Begins a transaction that may write. On SQLite it first waits for its turn, so keep it short and never talk to another server inside it.</summary>
    public abstract Task<WriteTransaction> BeginWrite(CancellationToken ct);

    /// <summary>Reads an instance and keeps others from changing it until the transaction ends.</summary>
    /// <param name="mayWait">False: gives up at once with <see cref="LockUnavailableException"/> when another transaction holds it.</param>
    internal abstract Task<InstanceRow?> LockInstance(Guid id, bool mayWait, CancellationToken ct);

    /// <summary>Holds a name that is no row (a message's name and key) until the transaction ends.</summary>
    /// <inheritdoc cref="LockInstance" path="/param"/>
    internal abstract Task LockName(long name, bool mayWait, CancellationToken ct);

    /// <summary>Takes up to <paramref name="max"/> free rows; runs in its own transaction.</summary>
    internal abstract Task<IReadOnlyList<TimerRow>> TakeTimers(Lease lease, int max, CancellationToken ct);

    /// <inheritdoc cref="TakeTimers"/>
    internal abstract Task<IReadOnlyList<JobRow>> TakeJobs(Lease lease, int max, CancellationToken ct);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        ArgumentNullException.ThrowIfNull(configurationBuilder);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcTime>();
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(CaseFlowDb).Assembly);
    }
}
