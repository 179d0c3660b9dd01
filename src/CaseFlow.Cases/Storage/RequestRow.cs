using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Cases.Storage;

/// <summary>A request that was accepted, and its answer, for whoever sends it again.</summary>
public sealed class RequestRow
{
    public required string ActorId { get; set; }

    public required string UseCase { get; set; }

    public required string RequestId { get; set; }

    /// <summary>The answer as JSON; empty only inside the transaction that works on it.</summary>
    public required string Answer { get; set; }

    public DateTimeOffset At { get; set; }
}

internal sealed class RequestRowConfiguration : IEntityTypeConfiguration<RequestRow>
{
    public void Configure(EntityTypeBuilder<RequestRow> builder)
    {
        builder.ToTable("Requests");
        builder.HasKey(r => new { r.ActorId, r.UseCase, r.RequestId });
        builder.Property(r => r.ActorId).HasMaxLength(450);
        builder.Property(r => r.UseCase).HasMaxLength(100);
        builder.Property(r => r.RequestId).HasMaxLength(200);
        builder.HasIndex(r => r.At);
    }
}
