using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Cases.Tasks;

/// <summary>
/// What a person answered in a task's form, texts included. Beside the record, so that it can be corrected, masked or
/// weeded out: the fact holds only a salted digest, which says nothing once the salt is gone.
/// </summary>
public sealed class TaskAnswersRow
{
    public Guid InstanceId { get; set; }

    public long TaskKey { get; set; }

    public required string ElementId { get; set; }

    public string? FormKey { get; set; }

    /// <summary>The answers as canonical JSON; null when they were erased.</summary>
    public string? Answers { get; set; }

    /// <summary>The salt of the digest; null when the answers were erased.</summary>
    public byte[]? Salt { get; set; }

    public required string AnsweredBy { get; set; }

    public DateTimeOffset AnsweredAt { get; set; }

    public DateTimeOffset? ErasedAt { get; set; }
}

internal sealed class TaskAnswersRowConfiguration : IEntityTypeConfiguration<TaskAnswersRow>
{
    public void Configure(EntityTypeBuilder<TaskAnswersRow> builder)
    {
        builder.ToTable("TaskAnswers");
        builder.HasKey(a => new { a.InstanceId, a.TaskKey });
        builder.Property(a => a.TaskKey).ValueGeneratedNever();
        builder.Property(a => a.ElementId).HasMaxLength(200);
        builder.Property(a => a.FormKey).HasMaxLength(200);
        builder.Property(a => a.AnsweredBy).HasMaxLength(450);
    }
}
