using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Cases.Storage;

/// <summary>An element of an instance stands still until a person mends it. The row stays after it was resolved.</summary>
public sealed class IncidentRow
{
    public Guid InstanceId { get; set; }

    public long IncidentKey { get; set; }

    public required string ElementId { get; set; }

    /// <summary>Stable code from the engine.</summary>
    public required string Code { get; set; }

    public required string Detail { get; set; }

    public DateTimeOffset RaisedAt { get; set; }

    public DateTimeOffset? ResolvedAt { get; set; }
}

internal sealed class IncidentRowConfiguration : IEntityTypeConfiguration<IncidentRow>
{
    public void Configure(EntityTypeBuilder<IncidentRow> builder)
    {
        builder.ToTable("Incidents");
        builder.HasKey(i => new { i.InstanceId, i.IncidentKey });
        builder.Property(i => i.ElementId).HasMaxLength(200);
        builder.Property(i => i.Code).HasMaxLength(100);
        builder.HasOne<InstanceRow>().WithMany().HasForeignKey(i => i.InstanceId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(i => i.ResolvedAt);
    }
}
