using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Cases.Consultation;

/// <summary>What became of a view (R165).</summary>
public enum ViewDisposition
{
    /// <summary>Accepteras.</summary>
    Accepted,

    /// <summary>Accepteras delvis.</summary>
    Partly,

    /// <summary>Avvisas.</summary>
    Rejected,
}

/// <summary>One view (synpunkt) of an answer: a paragraph of it, answered on its own.</summary>
public sealed class ConsultationView
{
    public Guid Id { get; set; }

    public Guid RoundId { get; set; }

    public Guid RecipientId { get; set; }

    /// <summary>From 1 within the answer.</summary>
    public int Number { get; set; }

    public required string Text { get; set; }

    /// <summary>Null until the preparers have answered it.</summary>
    public ViewDisposition? Disposition { get; set; }

    /// <summary>Why, or how it was taken in.</summary>
    public string Reason { get; set; } = "";

    public string? DisposedBy { get; set; }

    public DateTimeOffset? DisposedAt { get; set; }

    /// <summary>The paragraphs of an answer, in order; a paragraph ends at an empty line.</summary>
    public static IReadOnlyList<string> Split(string? answer) =>
        [.. (answer ?? "").ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
}

internal sealed class ConsultationViewConfiguration : IEntityTypeConfiguration<ConsultationView>
{
    public void Configure(EntityTypeBuilder<ConsultationView> builder)
    {
        builder.ToTable("ConsultationViews");
        builder.Property(v => v.Id).ValueGeneratedNever();
        builder.Property(v => v.Disposition).HasConversion<string>().HasMaxLength(20);
        builder.Property(v => v.Reason).HasMaxLength(4000);
        builder.Property(v => v.DisposedBy).HasMaxLength(450);
        builder.HasOne<ConsultationRecipient>().WithMany().HasForeignKey(v => v.RecipientId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(v => new { v.RoundId, v.RecipientId, v.Number }).IsUnique();
    }
}
