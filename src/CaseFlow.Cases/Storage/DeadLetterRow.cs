using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Cases.Storage;

/// <summary>A message that could not be handled, moved aside with its cause so that the others go on. A person looks at it and can run it again.</summary>
public sealed class DeadLetterRow
{
    public Guid Id { get; set; }

    /// <summary>Which queue it was taken from; <see cref="Outbox"/> when it could not even be sent.</summary>
    public required string Queue { get; set; }

    /// <summary>The message's id, when it could be read.</summary>
    public Guid? MessageId { get; set; }

    /// <summary>CloudEvents type, when it could be read.</summary>
    public string? Type { get; set; }

    /// <summary>The bytes as they came.</summary>
    public required byte[] Body { get; set; }

    /// <summary>The error's type and text.</summary>
    public required string Cause { get; set; }

    /// <summary>The last time that it failed.</summary>
    public DateTimeOffset FailedAt { get; set; }

    /// <summary>How often it has come here.</summary>
    public int Failures { get; set; }

    /// <summary>Somebody wants it run again; null when nobody does, and again after it has been handed over.</summary>
    public DateTimeOffset? AgainAt { get; set; }

    /// <summary>Account id of who last wanted it run again or put it away.</summary>
    public string? HandledBy { get; set; }

    /// <summary>It was run again with success, or a person put it away. The row stays.</summary>
    public DateTimeOffset? SettledAt { get; set; }

    /// <summary>The <see cref="Queue"/> of messages that could not be sent.</summary>
    public const string Outbox = "outbox";
}

internal sealed class DeadLetterRowConfiguration : IEntityTypeConfiguration<DeadLetterRow>
{
    public void Configure(EntityTypeBuilder<DeadLetterRow> builder)
    {
        builder.ToTable("DeadLetters");
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Property(d => d.Queue).HasMaxLength(200);
        builder.Property(d => d.Type).HasMaxLength(200);
        builder.Property(d => d.Cause).HasMaxLength(2000);
        builder.Property(d => d.HandledBy).HasMaxLength(450);
        builder.HasIndex(d => new { d.Queue, d.MessageId });
        builder.HasIndex(d => d.AgainAt);
        builder.HasIndex(d => d.SettledAt);
    }
}
