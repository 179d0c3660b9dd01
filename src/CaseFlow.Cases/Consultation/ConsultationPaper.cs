using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Cases.Consultation;

/// <summary>A version of a document that goes out with the consultation: all that a recipient without an account can open.</summary>
public sealed class ConsultationPaper
{
    public Guid CaseId { get; set; }

    public Guid VersionId { get; set; }

    /// <summary>Account id.</summary>
    public required string MarkedBy { get; set; }

    public DateTimeOffset MarkedAt { get; set; }
}

internal sealed class ConsultationPaperConfiguration : IEntityTypeConfiguration<ConsultationPaper>
{
    public void Configure(EntityTypeBuilder<ConsultationPaper> builder)
    {
        builder.ToTable("ConsultationPapers");
        builder.HasKey(p => new { p.CaseId, p.VersionId });
        builder.Property(p => p.MarkedBy).HasMaxLength(450);
    }
}
