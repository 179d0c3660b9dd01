using CaseFlow.Cases.Language;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Cases.Tasks;

/// <summary>How a task came to its end.</summary>
public enum TaskEnd
{
    Done,
    Withdrawn,
}

/// <summary>A user task of an instance: open until it is done or withdrawn, and kept after that.</summary>
public sealed class TaskRow
{
    public Guid InstanceId { get; set; }

    /// <summary>The task's key inside the instance.</summary>
    public long TaskKey { get; set; }

    /// <summary>As <c>InstanceRow.SubjectKind</c>: <c>case</c> or <c>meeting</c>.</summary>
    public required string SubjectKind { get; set; }

    /// <summary>The process that declares the task: the instance's own, or one that it calls.</summary>
    public required string ProcessId { get; set; }

    public required string ElementId { get; set; }

    /// <summary>The task's name in the model: what is to be done, in Swedish.</summary>
    public required string Name { get; set; }

    public string NameEn { get; set; } = "";

    public string? LaneName { get; set; }

    public string? LaneNameEn { get; set; }

    public string? FormKey { get; set; }

    public string? CommandName { get; set; }

    /// <summary>From 1, counted up at every change of the row. Whoever completes the task says which version they saw.</summary>
    public long Version { get; set; }

    public DateTimeOffset OpenedAt { get; set; }

    /// <summary>When it is due, by the timers on its boundary.</summary>
    public DateTimeOffset? DueAt { get; set; }

    /// <summary>Account id of who said "I take it"; the other candidates may still do it.</summary>
    public string? ClaimedBy { get; set; }

    public DateTimeOffset? ClaimedAt { get; set; }

    /// <summary>Null while the task is open.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    public string? EndedBy { get; set; }

    public TaskEnd? End { get; set; }

    /// <summary>Any of them may do it. None at all: only CaseFlow itself.</summary>
    public List<TaskCandidateRow> Candidates { get; } = [];

    public TaskAddress Address => new(InstanceId, TaskKey);

    /// <summary><see cref="Name"/> in both languages.</summary>
    public BilingualText Called => new(Name, NameEn);

    /// <summary><see cref="LaneName"/> in both languages.</summary>
    public BilingualText? Lane => LaneName is null ? null : new(LaneName, LaneNameEn ?? LaneName);
}

/// <summary>A role that may do a task, narrowed to a side or an area where the role has one.</summary>
public sealed class TaskCandidateRow
{
    public Guid InstanceId { get; set; }

    public long TaskKey { get; set; }

    /// <summary>The order in the model, from 0.</summary>
    public int Ordinal { get; set; }

    public required string Role { get; set; }

    public string? Side { get; set; }

    public string? Area { get; set; }
}

internal sealed class TaskRowConfiguration : IEntityTypeConfiguration<TaskRow>
{
    public void Configure(EntityTypeBuilder<TaskRow> builder)
    {
        builder.ToTable("Tasks");
        builder.HasKey(t => new { t.InstanceId, t.TaskKey });
        builder.Ignore(t => t.Address);
        builder.Ignore(t => t.Called);
        builder.Ignore(t => t.Lane);
        builder.Property(t => t.TaskKey).ValueGeneratedNever();
        builder.Property(t => t.SubjectKind).HasMaxLength(100);
        builder.Property(t => t.ProcessId).HasMaxLength(200);
        builder.Property(t => t.ElementId).HasMaxLength(200);
        builder.Property(t => t.Name).HasMaxLength(400);
        builder.Property(t => t.NameEn).HasMaxLength(400);
        builder.Property(t => t.LaneName).HasMaxLength(200);
        builder.Property(t => t.LaneNameEn).HasMaxLength(200);
        builder.Property(t => t.FormKey).HasMaxLength(200);
        builder.Property(t => t.CommandName).HasMaxLength(200);
        builder.Property(t => t.ClaimedBy).HasMaxLength(450);
        builder.Property(t => t.EndedBy).HasMaxLength(450);
        builder.Property(t => t.End).HasConversion<string>().HasMaxLength(20);
        builder.HasOne<Storage.InstanceRow>().WithMany().HasForeignKey(t => t.InstanceId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(t => t.Candidates).WithOne().HasForeignKey(c => new { c.InstanceId, c.TaskKey }).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(t => t.EndedAt);
        builder.HasIndex(t => t.CommandName);
    }
}

internal sealed class TaskCandidateRowConfiguration : IEntityTypeConfiguration<TaskCandidateRow>
{
    public void Configure(EntityTypeBuilder<TaskCandidateRow> builder)
    {
        builder.ToTable("TaskCandidates");
        builder.HasKey(c => new { c.InstanceId, c.TaskKey, c.Ordinal });
        builder.Property(c => c.Ordinal).ValueGeneratedNever();
        builder.Property(c => c.Role).HasMaxLength(64);
        builder.Property(c => c.Side).HasMaxLength(64);
        builder.Property(c => c.Area).HasMaxLength(64);
        builder.HasIndex(c => new { c.Role, c.Side, c.Area });
    }
}
