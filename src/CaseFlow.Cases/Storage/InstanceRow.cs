using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Cases.Storage;

/// <summary>One process instance: its present state, derived from its facts, and its place in the order of commits. Written by the store alone.</summary>
public sealed class InstanceRow
{
    /// <summary>Also the id of the case or the meeting that the instance carries.</summary>
    public Guid Id { get; set; }

    /// <summary><c>case</c>, <c>meeting</c>, or the process id for an instance that a message started.</summary>
    public required string SubjectKind { get; set; }

    /// <summary>What people call the subject: the case's number. Null until it has one.</summary>
    public string? Number { get; set; }

    public required string ProcessId { get; set; }

    /// <summary>The key of the message that started it; the id as 32 hexadecimal digits otherwise. At most one instance of a process has it.</summary>
    public required string CorrelationKey { get; set; }

    /// <summary>The bundle that the instance is pinned to.</summary>
    public required string BundleHash { get; set; }

    /// <summary>Counted up by one for each commit, from 1.</summary>
    public long Version { get; set; }

    public long FactCount { get; set; }

    /// <summary>The engine's state as canonical JSON; replaying the facts gives the same bytes.</summary>
    public required byte[] State { get; set; }

    /// <summary>Hash of the last fact in the chain.</summary>
    public required byte[] ChainHash { get; set; }

    public DateTimeOffset StartedAt { get; set; }

    public DateTimeOffset ChangedAt { get; set; }

    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>The end's code, null while it runs.</summary>
    public string? Outcome { get; set; }
}

internal sealed class InstanceRowConfiguration : IEntityTypeConfiguration<InstanceRow>
{
    public void Configure(EntityTypeBuilder<InstanceRow> builder)
    {
        builder.ToTable("Instances");
        builder.Property(i => i.Id).ValueGeneratedNever();
        builder.Property(i => i.SubjectKind).HasMaxLength(100);
        builder.Property(i => i.Number).HasMaxLength(100);
        builder.Property(i => i.ProcessId).HasMaxLength(200);
        builder.Property(i => i.CorrelationKey).HasMaxLength(200);
        builder.Property(i => i.BundleHash).HasMaxLength(64);
        builder.Property(i => i.Outcome).HasMaxLength(200);
        builder.HasIndex(i => new { i.ProcessId, i.CorrelationKey }).IsUnique();
        builder.HasIndex(i => i.SubjectKind);
    }
}
