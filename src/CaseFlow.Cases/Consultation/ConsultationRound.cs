using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Cases.Consultation;

/// <summary>One round of consultation (remiss) of a case. A case may go out more than once; the rounds are numbered.</summary>
public sealed class ConsultationRound
{
    public Guid Id { get; set; }

    public Guid CaseId { get; set; }

    /// <summary>From 1 within the case.</summary>
    public int Number { get; set; }

    public DateTimeOffset OpenedAt { get; set; }

    /// <summary>Account id.</summary>
    public required string OpenedBy { get; set; }

    /// <summary>The last day to answer; moved when the round is prolonged.</summary>
    public DateOnly Due { get; set; }

    /// <summary>When the views were answered and put together; null until then.</summary>
    public DateTimeOffset? CompiledAt { get; set; }

    /// <summary>The compiled document among the case's documents; null until there is one.</summary>
    public Guid? DocumentId { get; set; }

    /// <summary>What the preparers said of the round as a whole; null when erased or not yet said.</summary>
    public string? Summary { get; set; }

    /// <summary>What changed in the material because of the round.</summary>
    public string? Changes { get; set; }
}

internal sealed class ConsultationRoundConfiguration : IEntityTypeConfiguration<ConsultationRound>
{
    public void Configure(EntityTypeBuilder<ConsultationRound> builder)
    {
        builder.ToTable("ConsultationRounds");
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.OpenedBy).HasMaxLength(450);
        builder.HasIndex(r => new { r.CaseId, r.Number }).IsUnique();
    }
}
