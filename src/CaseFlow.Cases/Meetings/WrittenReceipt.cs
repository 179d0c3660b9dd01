using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Cases.Meetings;

/// <summary>Somebody has read an item that is written information (R119).</summary>
public sealed class WrittenReceipt
{
    public Guid ItemId { get; set; }

    public required string AccountId { get; set; }

    public DateTimeOffset At { get; set; }
}

internal sealed class WrittenReceiptConfiguration : IEntityTypeConfiguration<WrittenReceipt>
{
    public void Configure(EntityTypeBuilder<WrittenReceipt> builder)
    {
        builder.ToTable("WrittenReceipts");
        builder.HasKey(r => new { r.ItemId, r.AccountId });
        builder.Property(r => r.AccountId).HasMaxLength(450);
        builder.HasOne<AgendaItem>().WithMany().HasForeignKey(r => r.ItemId).OnDelete(DeleteBehavior.Cascade);
    }
}
