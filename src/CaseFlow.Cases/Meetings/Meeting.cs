using CaseFlow.Cases.Language;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Cases.Meetings;

/// <summary>A body's meeting (möte). Its id is that of its process instance; status is derived from where the token stands.</summary>
public sealed class Meeting
{
    public const string SubjectKind = "meeting";
    public const string Ordinary = "ordinarie";
    public const string Extra = "extra";

    public Guid Id { get; set; }

    /// <summary>Key of the body that meets.</summary>
    public required string Body { get; set; }

    /// <summary><see cref="Ordinary"/> or <see cref="Extra"/>.</summary>
    public required string Kind { get; set; }

    /// <summary>What it is called in lists: body and date.</summary>
    public required string Number { get; set; }

    public DateOnly Date { get; set; }

    /// <summary>Swedish local time.</summary>
    public TimeOnly StartsAt { get; set; }

    /// <summary>Swedish local time.</summary>
    public TimeOnly EndsAt { get; set; }

    public string Place { get; set; } = "";

    /// <summary>One sentence: what the meeting is for (R123).</summary>
    public string Purpose { get; set; } = "";

    /// <summary>What the notice greets with.</summary>
    public string Greeting { get; set; } = "";

    /// <summary>Why an extra meeting is called.</summary>
    public string? Reason { get; set; }

    /// <summary>Key of the side in the chair that year.</summary>
    public string? ChairSide { get; set; }

    /// <summary>Key of the side of the vice chair.</summary>
    public string? OtherSide { get; set; }

    /// <summary>Last day for papers.</summary>
    public DateOnly PapersDue { get; set; }

    /// <summary>When the notice (kallelse) was frozen and sent; later papers are supplements.</summary>
    public DateTimeOffset? NoticeSentAt { get; set; }

    /// <summary>SHA-256 of the frozen package, hexadecimal.</summary>
    public string? NoticeHash { get; set; }

    /// <summary>When the meeting approved its agenda (R113); what is changed after that is kept as <see cref="AgendaChange"/>.</summary>
    public DateTimeOffset? AgendaApprovedAt { get; set; }

    /// <summary>When a later meeting approved this one's minutes (R114).</summary>
    public DateTimeOffset? MinutesApprovedAt { get; set; }

    /// <summary>The meeting that approved this one's minutes.</summary>
    public Guid? MinutesApprovedIn { get; set; }

    /// <summary>When the meeting had to be interrupted (R126); null while it goes on or went to its end.</summary>
    public DateTimeOffset? InterruptedAt { get; set; }

    public string InterruptionReason { get; set; } = "";

    public string StatusKey { get; set; } = "";

    public string StatusSv { get; set; } = "";

    public string StatusEn { get; set; } = "";

    public bool IsEnded { get; set; }

    /// <summary>The instance's version.</summary>
    public long Version { get; set; }

    public required string PlannedBy { get; set; }

    public BilingualText Status => new(StatusSv, StatusEn);

    public int Length => (int)(EndsAt - StartsAt).TotalMinutes;
}

internal sealed class MeetingConfiguration : IEntityTypeConfiguration<Meeting>
{
    public void Configure(EntityTypeBuilder<Meeting> builder)
    {
        builder.ToTable("Meetings");
        builder.Ignore(m => m.Status);
        builder.Ignore(m => m.Length);
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property(m => m.Body).HasMaxLength(64);
        builder.Property(m => m.Kind).HasMaxLength(20);
        builder.Property(m => m.Number).HasMaxLength(100);
        builder.Property(m => m.Place).HasMaxLength(MeetingRules.MaxPlace);
        builder.Property(m => m.Purpose).HasMaxLength(MeetingRules.MaxPurpose);
        builder.Property(m => m.Greeting).HasMaxLength(MeetingRules.MaxGreeting);
        builder.Property(m => m.Reason).HasMaxLength(MeetingRules.MaxReason);
        builder.Property(m => m.ChairSide).HasMaxLength(64);
        builder.Property(m => m.OtherSide).HasMaxLength(64);
        builder.Property(m => m.NoticeHash).HasMaxLength(64);
        builder.Property(m => m.InterruptionReason).HasMaxLength(1000);
        builder.Property(m => m.StatusKey).HasMaxLength(100);
        builder.Property(m => m.StatusSv).HasMaxLength(200);
        builder.Property(m => m.StatusEn).HasMaxLength(200);
        builder.Property(m => m.PlannedBy).HasMaxLength(450);
        builder.HasIndex(m => new { m.Body, m.Date });
    }
}
