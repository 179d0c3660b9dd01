using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Cases.Minutes;

/// <summary>Signed minutes that everybody may read without signing in, from when they were approved for it until they are withdrawn.</summary>
public sealed class MinutesPublication
{
    public Guid Id { get; set; }

    public Guid MeetingId { get; set; }

    /// <summary>Key of the body; with the date it is the address.</summary>
    public required string Body { get; set; }

    public DateOnly Date { get; set; }

    public int Version { get; set; }

    public required string Title { get; set; }

    /// <summary>The text as it was signed.</summary>
    public required string Text { get; set; }

    public required string Hash { get; set; }

    /// <summary>Who answers for that it may be published.</summary>
    public required string ApprovedBy { get; set; }

    public DateTimeOffset ApprovedAt { get; set; }

    /// <summary>How many names of persons were found in the text and approved.</summary>
    public int ApprovedNames { get; set; }

    /// <summary>When the last channel had confirmed; null until then (R140).</summary>
    public DateTimeOffset? PublishedAt { get; set; }

    public DateTimeOffset? WithdrawnAt { get; set; }

    public string? WithdrawnBy { get; set; }

    public string? WithdrawnReason { get; set; }
}

/// <summary>A channel has the minutes on its site.</summary>
public sealed class ChannelConfirmation
{
    public const int MaxAddress = 500;

    public Guid MeetingId { get; set; }

    /// <summary>Key of the channel in the organisation.</summary>
    public required string Channel { get; set; }

    /// <summary>Of the text that was published: the same in every channel.</summary>
    public required string Hash { get; set; }

    /// <summary>Where on the channel's site, when it was given.</summary>
    public string Address { get; set; } = "";

    public required string ConfirmedBy { get; set; }

    public DateTimeOffset ConfirmedAt { get; set; }
}

internal sealed class MinutesPublicationConfiguration : IEntityTypeConfiguration<MinutesPublication>
{
    public void Configure(EntityTypeBuilder<MinutesPublication> builder)
    {
        builder.ToTable("MinutesPublications");
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property(m => m.Body).HasMaxLength(64);
        builder.Property(m => m.Title).HasMaxLength(300);
        builder.Property(m => m.Hash).HasMaxLength(64);
        builder.Property(m => m.ApprovedBy).HasMaxLength(450);
        builder.Property(m => m.WithdrawnBy).HasMaxLength(450);
        builder.Property(m => m.WithdrawnReason).HasMaxLength(1000);
        builder.HasIndex(m => new { m.Body, m.Date });
        builder.HasIndex(m => m.MeetingId);
    }
}

internal sealed class ChannelConfirmationConfiguration : IEntityTypeConfiguration<ChannelConfirmation>
{
    public void Configure(EntityTypeBuilder<ChannelConfirmation> builder)
    {
        builder.ToTable("ChannelConfirmations");
        builder.HasKey(m => new { m.MeetingId, m.Channel, m.Hash });
        builder.Property(m => m.Channel).HasMaxLength(64);
        builder.Property(m => m.Hash).HasMaxLength(64);
        builder.Property(m => m.Address).HasMaxLength(ChannelConfirmation.MaxAddress);
        builder.Property(m => m.ConfirmedBy).HasMaxLength(450);
    }
}
