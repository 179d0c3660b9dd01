using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Cases.Meetings;

/// <summary>A case that waits for a body's meeting: for the next one, or for the one on whose agenda it stands.</summary>
public sealed class WaitingCase
{
    public Guid CaseId { get; set; }

    /// <summary>Key of the body.</summary>
    public required string Body { get; set; }

    /// <summary>Code of how the body is to treat it.</summary>
    public string? Treatment { get; set; }

    public DateTimeOffset Since { get; set; }

    /// <summary>The meeting on whose agenda it stands; null while it waits for a place.</summary>
    public Guid? MeetingId { get; set; }
}

internal sealed class WaitingCaseConfiguration : IEntityTypeConfiguration<WaitingCase>
{
    public void Configure(EntityTypeBuilder<WaitingCase> builder)
    {
        builder.ToTable("WaitingCases");
        builder.HasKey(w => w.CaseId);
        builder.Property(w => w.CaseId).ValueGeneratedNever();
        builder.Property(w => w.Body).HasMaxLength(64);
        builder.Property(w => w.Treatment).HasMaxLength(64);
        builder.HasIndex(w => new { w.Body, w.MeetingId });
    }
}
