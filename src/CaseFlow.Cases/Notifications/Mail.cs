using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Cases.Notifications;

/// <summary>Where a mail stands.</summary>
public enum MailState
{
    /// <summary>Is to be sent, now or at its next attempt.</summary>
    Waiting,

    /// <summary>The mail server took it.</summary>
    Sent,

    /// <summary>There is no mail server: shown to the administrator and sent only when they say so.</summary>
    Kept,

    /// <summary>The server refused it for good, or never answered; a person can send it again.</summary>
    GivenUp,
}

/// <summary>A mail to one account, or by personal link to somebody without one; written once and never lost. The address is looked up when it is sent.</summary>
public sealed class Mail
{
    /// <summary>Stands in the text where the personal link's token comes when the mail is sent.</summary>
    public const string PersonalMark = "personlig-lank";

    public Guid Id { get; set; }

    /// <summary>What caused it, and whom it is for: the same cause never makes two mails.</summary>
    public required string Cause { get; set; }

    /// <summary>Empty for somebody without an account.</summary>
    public required string AccountId { get; set; }

    /// <summary>Where it goes when there is no account. Personal data: can be erased when it is sent.</summary>
    public string? Address { get; set; }

    /// <summary>Who gets a personal link in it, and has no account; see <see cref="IPersonalLinks"/>.</summary>
    public Guid? LinkHolder { get; set; }

    /// <summary><c>sv</c> or <c>en</c>.</summary>
    public required string Language { get; set; }

    public required string Subject { get; set; }

    public required string PlainText { get; set; }

    public required string Html { get; set; }

    public DateTimeOffset WrittenAt { get; set; }

    public MailState State { get; set; }

    /// <summary>Not before: moved forward after a failure.</summary>
    public DateTimeOffset AvailableAt { get; set; }

    /// <summary>A node sends it until this moment.</summary>
    public DateTimeOffset? LeasedUntil { get; set; }

    public int Attempts { get; set; }

    public string? LastError { get; set; }

    public DateTimeOffset? SentAt { get; set; }

    public List<MailAttachment> Attachments { get; set; } = [];
}

internal sealed class MailConfiguration : IEntityTypeConfiguration<Mail>
{
    public void Configure(EntityTypeBuilder<Mail> builder)
    {
        builder.ToTable("Mails");
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property(m => m.Cause).HasMaxLength(600);
        builder.Property(m => m.AccountId).HasMaxLength(450);
        builder.Property(m => m.Address).HasMaxLength(254);
        builder.Property(m => m.Language).HasMaxLength(5);
        builder.Property(m => m.Subject).HasMaxLength(200);
        builder.Property(m => m.State).HasConversion<string>().HasMaxLength(20);
        builder.Property(m => m.LastError).HasMaxLength(500);
        builder.HasIndex(m => m.Cause).IsUnique();
        builder.HasIndex(m => new { m.State, m.AvailableAt });
    }
}
