using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Cases.Storage;

/// <summary>A consumer has acted on a message. Stored in the same transaction as what it did, and kept: a repeat may come after any time.</summary>
public sealed class InboxRow
{
    public Guid MessageId { get; set; }

    /// <summary>The consumer's stable name.</summary>
    public required string Consumer { get; set; }

    public DateTimeOffset ReceivedAt { get; set; }
}

internal sealed class InboxRowConfiguration : IEntityTypeConfiguration<InboxRow>
{
    public void Configure(EntityTypeBuilder<InboxRow> builder)
    {
        builder.ToTable("Inbox");
        builder.HasKey(i => new { i.MessageId, i.Consumer });
        builder.Property(i => i.Consumer).HasMaxLength(200);
    }
}
