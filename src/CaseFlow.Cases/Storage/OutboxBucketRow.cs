using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Cases.Storage;

/// <summary>Which node delivers a bucket of the outbox right now. All 64 rows are there from the first migration.</summary>
public sealed class OutboxBucketRow : ILeased
{
    public int Bucket { get; set; }

    public string? LeasedBy { get; set; }

    public DateTimeOffset? LeasedUntil { get; set; }
}

internal sealed class OutboxBucketRowConfiguration : IEntityTypeConfiguration<OutboxBucketRow>
{
    public void Configure(EntityTypeBuilder<OutboxBucketRow> builder)
    {
        builder.ToTable("OutboxBuckets");
        builder.HasKey(b => b.Bucket);
        builder.Property(b => b.Bucket).ValueGeneratedNever();
        builder.Property(b => b.LeasedBy).HasMaxLength(200);
        builder.HasData(Enumerable.Range(0, OutboxRow.Buckets).Select(bucket => new OutboxBucketRow { Bucket = bucket }));
    }
}
