using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Cases.Storage;

/// <summary>A service task's work that waits for its handler, at least once. The row goes when the job is done, withdrawn or given up.</summary>
public sealed class JobRow : ILeased
{
    public Guid InstanceId { get; set; }

    /// <summary>The job's key inside the instance.</summary>
    public long JobKey { get; set; }

    public required string ElementId { get; set; }

    public required string Topic { get; set; }

    /// <summary>The input variables as FEEL JSON.</summary>
    public required string Input { get; set; }

    /// <summary>Not before: moved forward after a failure.</summary>
    public DateTimeOffset AvailableAt { get; set; }

    public string? LeasedBy { get; set; }

    public DateTimeOffset? LeasedUntil { get; set; }

    public int Attempts { get; set; }

    /// <summary>Type of the last failure, for the person who mends it.</summary>
    public string? LastError { get; set; }
}

internal sealed class JobRowConfiguration : IEntityTypeConfiguration<JobRow>
{
    public void Configure(EntityTypeBuilder<JobRow> builder)
    {
        builder.ToTable("Jobs");
        builder.HasKey(j => new { j.InstanceId, j.JobKey });
        builder.Property(j => j.ElementId).HasMaxLength(200);
        builder.Property(j => j.Topic).HasMaxLength(200);
        builder.Property(j => j.LeasedBy).HasMaxLength(200);
        builder.Property(j => j.LastError).HasMaxLength(2000);
        builder.HasOne<InstanceRow>().WithMany().HasForeignKey(j => j.InstanceId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(j => j.AvailableAt);
    }
}
