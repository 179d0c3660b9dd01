using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Cases.Notifications;

/// <summary>Something that one account is told about a case or a meeting. Holds codes and dates; the text is written when it is shown.</summary>
public sealed class Notice
{
    public Guid Id { get; set; }

    public required string AccountId { get; set; }

    /// <summary>The occasion: a key of <c>NotificationsTexts</c>. An unknown one is shown with the general text.</summary>
    public required string Template { get; set; }

    /// <summary>Set when it is about a case.</summary>
    public Guid? CaseId { get; set; }

    /// <summary>Set when it is about a meeting; a case's meeting date has both.</summary>
    public Guid? MeetingId { get; set; }

    /// <summary>The case's number, or what the meeting is called.</summary>
    public required string Number { get; set; }

    /// <summary>The codes, numbers and dates that the text needs, as a JSON object of strings.</summary>
    public required string Codes { get; set; }

    public DateTimeOffset At { get; set; }

    /// <summary>Null while unread.</summary>
    public DateTimeOffset? ReadAt { get; set; }
}

internal sealed class NoticeConfiguration : IEntityTypeConfiguration<Notice>
{
    public void Configure(EntityTypeBuilder<Notice> builder)
    {
        builder.ToTable("Notices");
        builder.Property(n => n.Id).ValueGeneratedNever();
        builder.Property(n => n.AccountId).HasMaxLength(450);
        builder.Property(n => n.Template).HasMaxLength(100);
        builder.Property(n => n.Number).HasMaxLength(100);
        builder.HasIndex(n => new { n.AccountId, n.At });
        builder.HasIndex(n => new { n.AccountId, n.ReadAt });
    }
}
