using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Cases.Meetings;

/// <summary>Why a notice went out.</summary>
public static class SentNoticeKinds
{
    /// <summary>The notice itself (kallelse).</summary>
    public const string Summons = "kallelse";

    /// <summary>What came after it (kompletterande handlingar, R110).</summary>
    public const string Supplement = "kallelse-komplettering";

    /// <summary>The meeting has another time.</summary>
    public const string Moved = "mote-flyttat";

    /// <summary>The meeting will not be held.</summary>
    public const string Cancelled = "mote-installt";
}

/// <summary>A notice as it was sent: a frozen package of agenda, papers and recipients (R110). Never changed; what comes later is a notice of its own.</summary>
public sealed class SentNotice
{
    public Guid Id { get; set; }

    public Guid MeetingId { get; set; }

    /// <summary>Counted from 1 within the meeting; the calendar's sequence follows it.</summary>
    public int Number { get; set; }

    /// <summary>One of <see cref="SentNoticeKinds"/>.</summary>
    public required string Kind { get; set; }

    public DateTimeOffset At { get; set; }

    public required string SentBy { get; set; }

    /// <summary>The package as JSON (<see cref="NoticePackage"/>), byte for byte what the hash is of.</summary>
    public required string Content { get; set; }

    /// <summary>SHA-256 of <see cref="Content"/>, hexadecimal.</summary>
    public required string Hash { get; set; }

    public List<SentNoticeRecipient> Recipients { get; set; } = [];
}

/// <summary>Somebody whom a notice went to.</summary>
public sealed class SentNoticeRecipient
{
    public Guid NoticeId { get; set; }

    public int Ordinal { get; set; }

    /// <summary>Null for a guest without an account.</summary>
    public string? AccountId { get; set; }

    /// <summary>Where a guest gets mail; null for an account, whose address is looked up when the mail is sent. Personal data: can be erased.</summary>
    public string? Address { get; set; }

    /// <summary>Role and organisation of a guest; empty for an account.</summary>
    public string Title { get; set; } = "";

    /// <summary>Set when the person is called to one item only (kallad, R109).</summary>
    public Guid? ItemId { get; set; }

    /// <summary>True when the person was called and is so no longer.</summary>
    public bool IsWithdrawn { get; set; }
}

internal sealed class SentNoticeConfiguration : IEntityTypeConfiguration<SentNotice>
{
    public void Configure(EntityTypeBuilder<SentNotice> builder)
    {
        builder.ToTable("SentNotices");
        builder.Property(n => n.Id).ValueGeneratedNever();
        builder.Property(n => n.Kind).HasMaxLength(40);
        builder.Property(n => n.SentBy).HasMaxLength(450);
        builder.Property(n => n.Hash).HasMaxLength(64);
        builder.HasIndex(n => new { n.MeetingId, n.Number }).IsUnique();
        builder.HasOne<Meeting>().WithMany().HasForeignKey(n => n.MeetingId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(n => n.Recipients).WithOne().HasForeignKey(r => r.NoticeId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class SentNoticeRecipientConfiguration : IEntityTypeConfiguration<SentNoticeRecipient>
{
    public void Configure(EntityTypeBuilder<SentNoticeRecipient> builder)
    {
        builder.ToTable("SentNoticeRecipients");
        builder.HasKey(r => new { r.NoticeId, r.Ordinal });
        builder.Property(r => r.AccountId).HasMaxLength(450);
        builder.Property(r => r.Address).HasMaxLength(ItemGuest.MaxAddress);
        builder.Property(r => r.Title).HasMaxLength(ItemGuest.MaxTitle);
    }
}
