using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Cases.Minutes;

/// <summary>What somebody who took part says about the minutes, or why somebody could not sign them.</summary>
public sealed class MinutesComment
{
    public Guid Id { get; set; }

    public Guid MeetingId { get; set; }

    /// <summary>The version that was commented; 0 before anything was saved.</summary>
    public int Version { get; set; }

    public required string Text { get; set; }

    /// <summary>True: the reason for not signing.</summary>
    public bool IsDecline { get; set; }

    public required string WrittenBy { get; set; }

    public DateTimeOffset WrittenAt { get; set; }

    /// <summary>When whoever writes the minutes marked it as taken care of.</summary>
    public DateTimeOffset? HandledAt { get; set; }

    public string? HandledBy { get; set; }
}

internal sealed class MinutesCommentConfiguration : IEntityTypeConfiguration<MinutesComment>
{
    public void Configure(EntityTypeBuilder<MinutesComment> builder)
    {
        builder.ToTable("MinutesComments");
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property(m => m.Text).HasMaxLength(CommentOnMinutes.MaxLength);
        builder.Property(m => m.WrittenBy).HasMaxLength(450);
        builder.Property(m => m.HandledBy).HasMaxLength(450);
        builder.HasIndex(m => new { m.MeetingId, m.WrittenAt });
    }
}
