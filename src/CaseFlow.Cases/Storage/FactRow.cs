using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Cases.Storage;

/// <summary>One fact of an instance as it was stored: never changed, never deleted, chained by <see cref="FactChain"/>.</summary>
public sealed class FactRow
{
    public Guid InstanceId { get; set; }

    /// <summary>Counted inside the instance, from 1, without gaps.</summary>
    public long Sequence { get; set; }

    /// <summary>The fact's stable name.</summary>
    public required string Name { get; set; }

    /// <summary>The version of the fact's format.</summary>
    public int FactVersion { get; set; }

    /// <summary>UTF-8 JSON, the bytes that the chain is computed over.</summary>
    public required byte[] Json { get; set; }

    public DateTimeOffset At { get; set; }

    /// <summary>Account id or <c>system</c>.</summary>
    public required string Actor { get; set; }

    /// <summary>SHA-256 over the previous fact's hash and this row.</summary>
    public required byte[] Hash { get; set; }
}

internal sealed class FactRowConfiguration : IEntityTypeConfiguration<FactRow>
{
    public void Configure(EntityTypeBuilder<FactRow> builder)
    {
        builder.ToTable("Facts");
        builder.HasKey(f => new { f.InstanceId, f.Sequence });
        builder.Property(f => f.Name).HasMaxLength(100);
        builder.Property(f => f.Actor).HasMaxLength(450);
        builder.HasOne<InstanceRow>().WithMany().HasForeignKey(f => f.InstanceId).OnDelete(DeleteBehavior.Restrict);
    }
}
