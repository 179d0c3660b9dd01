using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Cases.Feedback;

/// <summary>That those concerned were told of an occasion, and when. Whom, is with the notices.</summary>
public sealed class FeedbackLetter
{
    public Guid Id { get; set; }

    public Guid CaseId { get; set; }

    /// <summary>Code of the occasion, as the process declares it.</summary>
    public required string Occasion { get; set; }

    /// <summary>True when the submitter was among those told.</summary>
    public bool ToSubmitter { get; set; }

    public int Recipients { get; set; }

    public DateTimeOffset SentAt { get; set; }
}

internal sealed class FeedbackLetterConfiguration : IEntityTypeConfiguration<FeedbackLetter>
{
    public void Configure(EntityTypeBuilder<FeedbackLetter> builder)
    {
        builder.ToTable("FeedbackLetters");
        builder.Property(l => l.Id).ValueGeneratedNever();
        builder.Property(l => l.Occasion).HasMaxLength(64);
        builder.HasIndex(l => l.CaseId);
    }
}
