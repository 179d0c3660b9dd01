using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Cases.Storage;

/// <summary>The last number given in a series. Taken inside the commit that uses it, so that no number is lost.</summary>
public sealed class CounterRow
{
    /// <summary>For example <c>case-2026</c>.</summary>
    public required string Series { get; set; }

    public long LastNumber { get; set; }
}

internal sealed class CounterRowConfiguration : IEntityTypeConfiguration<CounterRow>
{
    public void Configure(EntityTypeBuilder<CounterRow> builder)
    {
        builder.ToTable("Counters");
        builder.HasKey(c => c.Series);
        builder.Property(c => c.Series).HasMaxLength(100);
    }
}
