using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Cases.Storage;

/// <summary>A message that is to be sent, stored in the commit that it tells of. Deleted when the broker has confirmed it.</summary>
/// <remarks>
/// Within a subject, <see cref="Sequence"/> gives the order of the commits: the store writes the subject's instance row first,
/// so a later commit gets its numbers after an earlier one is done. Between subjects it says nothing.
/// </remarks>
public sealed class OutboxRow
{
    /// <summary>How many buckets the subjects are spread over. Changing it needs an empty outbox.</summary>
    public const int Buckets = 64;

    public long Sequence { get; set; }

    /// <summary>The message's id on the bus, the same however often it is sent.</summary>
    public Guid MessageId { get; set; }

    /// <summary>The case, meeting or other thing that the message is about.</summary>
    public Guid SubjectId { get; set; }

    /// <summary>0 to 63; a bucket is delivered by one node at a time, in order.</summary>
    public int Bucket { get; set; }

    /// <summary>CloudEvents type, a name of <c>ContractMap</c>.</summary>
    public required string Type { get; set; }

    /// <summary>UTF-8 JSON of the contract.</summary>
    public required byte[] Body { get; set; }

    public DateTimeOffset OccurredAt { get; set; }

    /// <summary>Not before: delayed messages, and those that failed. A message that waits holds back the later ones of its subject.</summary>
    public DateTimeOffset AvailableAt { get; set; }

    /// <summary>W3C trace context of the command, so that one trace spans the bus.</summary>
    public string? TraceParent { get; set; }

    public int Attempts { get; set; }

    public string? LastError { get; set; }

    /// <summary>The subject's bucket: the same on every node and in every release.</summary>
    public static int BucketOf(Guid subjectId)
    {
        Span<byte> bytes = stackalloc byte[16];
        subjectId.TryWriteBytes(bytes, bigEndian: true, out _);
        // The end of a version 7 GUID is random; its beginning is time.
        return bytes[15] % Buckets;
    }
}

internal sealed class OutboxRowConfiguration : IEntityTypeConfiguration<OutboxRow>
{
    public void Configure(EntityTypeBuilder<OutboxRow> builder)
    {
        builder.ToTable("Outbox");
        builder.HasKey(o => o.Sequence);
        builder.Property(o => o.Type).HasMaxLength(200);
        builder.Property(o => o.TraceParent).HasMaxLength(100);
        builder.Property(o => o.LastError).HasMaxLength(2000);
        builder.HasIndex(o => new { o.Bucket, o.Sequence });
        builder.HasIndex(o => o.MessageId).IsUnique();
    }
}
