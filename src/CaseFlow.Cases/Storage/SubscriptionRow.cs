using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Cases.Storage;

/// <summary>What an instance can wait for from outside.</summary>
public enum SubscriptionKind
{
    /// <summary>One receiver, found by name and key; kept for later when nobody waits.</summary>
    Message,

    /// <summary>Everybody who waits for the name gets it; nobody is no loss. Has no key.</summary>
    Signal,
}

/// <summary>An instance waits for a message with this name and key, or for a signal with this name.</summary>
public sealed class SubscriptionRow
{
    public Guid InstanceId { get; set; }

    /// <summary>The wait's key inside the instance.</summary>
    public long WaitKey { get; set; }

    public required string ElementId { get; set; }

    public SubscriptionKind Kind { get; set; }

    /// <summary>Of the message or signal.</summary>
    public required string Name { get; set; }

    public required string CorrelationKey { get; set; }
}

internal sealed class SubscriptionRowConfiguration : IEntityTypeConfiguration<SubscriptionRow>
{
    public void Configure(EntityTypeBuilder<SubscriptionRow> builder)
    {
        builder.ToTable("Subscriptions");
        builder.HasKey(s => new { s.InstanceId, s.WaitKey });
        builder.Property(s => s.ElementId).HasMaxLength(200);
        builder.Property(s => s.Kind).HasConversion<string>().HasMaxLength(20);
        builder.Property(s => s.Name).HasMaxLength(200);
        builder.Property(s => s.CorrelationKey).HasMaxLength(200);
        builder.HasOne<InstanceRow>().WithMany().HasForeignKey(s => s.InstanceId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(s => new { s.Kind, s.Name, s.CorrelationKey });
    }
}
