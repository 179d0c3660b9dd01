using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Cases.Storage;

/// <summary>A message that nobody waited for when it came. The first wait with its name and key takes it; after its time it is ignored and swept away.</summary>
public sealed class BufferedMessageRow
{
    public Guid Id { get; set; }

    public required string MessageName { get; set; }

    public required string CorrelationKey { get; set; }

    /// <summary>The payload as FEEL JSON.</summary>
    public required string Payload { get; set; }

    public DateTimeOffset ReceivedAt { get; set; }

    public DateTimeOffset ExpiresAt { get; set; }
}

internal sealed class BufferedMessageRowConfiguration : IEntityTypeConfiguration<BufferedMessageRow>
{
    public void Configure(EntityTypeBuilder<BufferedMessageRow> builder)
    {
        builder.ToTable("BufferedMessages");
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property(m => m.MessageName).HasMaxLength(200);
        builder.Property(m => m.CorrelationKey).HasMaxLength(200);
        builder.HasIndex(m => new { m.MessageName, m.CorrelationKey });
        builder.HasIndex(m => m.ExpiresAt);
    }
}
