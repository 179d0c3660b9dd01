using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Cases.Storage;

/// <summary>A timer that waits. The row goes when it fires or is cancelled; a poller leases it before firing.</summary>
public sealed class TimerRow : ILeased
{
    public Guid InstanceId { get; set; }

    /// <summary>The timer's key inside the instance.</summary>
    public long TimerKey { get; set; }

    public required string ElementId { get; set; }

    public DateTimeOffset DueAt { get; set; }

    public string? LeasedBy { get; set; }

    public DateTimeOffset? LeasedUntil { get; set; }

    /// <summary>How often it was leased; above one, something went wrong before.</summary>
    public int Attempts { get; set; }
}

internal sealed class TimerRowConfiguration : IEntityTypeConfiguration<TimerRow>
{
    public void Configure(EntityTypeBuilder<TimerRow> builder)
    {
        builder.ToTable("Timers");
        builder.HasKey(t => new { t.InstanceId, t.TimerKey });
        builder.Property(t => t.ElementId).HasMaxLength(200);
        builder.Property(t => t.LeasedBy).HasMaxLength(200);
        builder.HasOne<InstanceRow>().WithMany().HasForeignKey(t => t.InstanceId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(t => t.DueAt);
    }
}
