using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Cases.Storage;

/// <summary>An instance waits for a message with this name and key.</summary>
public sealed class SubscriptionRow
{
    public Guid InstanceId { get; set; }

    /// <summary>The wait's key inside the instance.</summary>
    public long WaitKey { get; set; }

    public required string ElementId { get; set; }

    public required string MessageName { get; set; }

    public required string CorrelationKey { get; set; }
}

internal sealed class SubscriptionRowConfiguration : IEntityTypeConfiguration<SubscriptionRow>
{
    public void Configure(EntityTypeBuilder<SubscriptionRow> builder)
    {
        builder.ToTable("Subscriptions");
        builder.HasKey(s => new { s.InstanceId, s.WaitKey });
        builder.Property(s => s.ElementId).HasMaxLength(200);
        builder.Property(s => s.MessageName).HasMaxLength(200);
        builder.Property(s => s.CorrelationKey).HasMaxLength(200);
        builder.HasOne<InstanceRow>().WithMany().HasForeignKey(s => s.InstanceId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(s => new { s.MessageName, s.CorrelationKey });
    }
}
