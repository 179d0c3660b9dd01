using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Cases.Consultation;

/// <summary>What kind of recipient it is: decides by which name people know it, and who has its task.</summary>
public enum RecipientKind
{
    /// <summary>An area; its process leader answers.</summary>
    Area,

    /// <summary>A side; its contact answers.</summary>
    Side,

    /// <summary>One of the parties to the collaboration (R8).</summary>
    Party,

    /// <summary>A body outside that the organisation file names.</summary>
    External,

    /// <summary>Somebody whom the preparers named themselves: a user organisation, a council (R167).</summary>
    Invited,
}

/// <summary>Somebody who is asked for views. Who has no account answers by a personal link.</summary>
public sealed class ConsultationRecipient
{
    public Guid Id { get; set; }

    public Guid CaseId { get; set; }

    /// <summary>Null while it waits for the next round to open.</summary>
    public Guid? RoundId { get; set; }

    /// <summary>What the process calls it: a key of the organisation, or the row's own id. Once within a round.</summary>
    public required string Key { get; set; }

    public RecipientKind Kind { get; set; }

    /// <summary>Written by the preparers for <see cref="RecipientKind.Invited"/>; empty for the others, whose names the organisation has.</summary>
    public string Name { get; set; } = "";

    /// <summary>Where the personal link is sent; null when it is not sent by mail.</summary>
    public string? Email { get; set; }

    public DateTimeOffset AddedAt { get; set; }

    /// <summary>When a link was last written to the recipient or given to a preparer to hand over.</summary>
    public DateTimeOffset? ToldAt { get; set; }

    public DateTimeOffset? AnsweredAt { get; set; }

    /// <summary>Code of the answer: <c>synpunkter</c>, <c>inga-synpunkter</c>, <c>avstar</c>.</summary>
    public string? Answer { get; set; }

    /// <summary>Account id of who answered; the link's own mark when the recipient did it by link.</summary>
    public string? AnsweredBy { get; set; }

    /// <summary>What has been written by link and not been handed in, as the form's answers in JSON.</summary>
    public string? Draft { get; set; }

    /// <summary>Counted up at every save of the draft.</summary>
    public int DraftVersion { get; set; }
}

internal sealed class ConsultationRecipientConfiguration : IEntityTypeConfiguration<ConsultationRecipient>
{
    public void Configure(EntityTypeBuilder<ConsultationRecipient> builder)
    {
        builder.ToTable("ConsultationRecipients");
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Key).HasMaxLength(64);
        builder.Property(r => r.Kind).HasConversion<string>().HasMaxLength(20);
        builder.Property(r => r.Name).HasMaxLength(200);
        builder.Property(r => r.Email).HasMaxLength(254);
        builder.Property(r => r.Answer).HasMaxLength(40);
        builder.Property(r => r.AnsweredBy).HasMaxLength(450);
        builder.Property(r => r.DraftVersion).IsConcurrencyToken();
        builder.HasIndex(r => new { r.CaseId, r.RoundId, r.Key });
    }
}
