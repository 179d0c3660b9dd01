using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Cases.Sorting;

/// <summary>Where one side thinks that a case belongs, said by its own preparer (R43). The words lie with the task's answers.</summary>
public sealed class SortingAssessment
{
    public Guid CaseId { get; set; }

    /// <summary>The task that it was said in.</summary>
    public long TaskKey { get; set; }

    /// <summary>Key of the side.</summary>
    public required string Side { get; set; }

    /// <summary>Code of the outcome: a choice of the sorting form.</summary>
    public required string Outcome { get; set; }

    /// <summary>Code of how the body is to treat it, where the outcome has one.</summary>
    public string? Treatment { get; set; }

    /// <summary>Account id.</summary>
    public required string By { get; set; }

    public DateTimeOffset At { get; set; }
}

/// <summary>The joint outcome. A case that is sorted again gets another; the earlier ones stay.</summary>
public sealed class SortingDecision
{
    public Guid Id { get; set; }

    public Guid CaseId { get; set; }

    public required string Outcome { get; set; }

    public string? Treatment { get; set; }

    /// <summary>Key of the side that a matter for one party went to.</summary>
    public string? Party { get; set; }

    /// <summary>Key of the area that the case went back to.</summary>
    public string? ReturnedTo { get; set; }

    public DateTimeOffset At { get; set; }
}

internal sealed class SortingAssessmentConfiguration : IEntityTypeConfiguration<SortingAssessment>
{
    public void Configure(EntityTypeBuilder<SortingAssessment> builder)
    {
        builder.ToTable("SortingAssessments");
        builder.HasKey(a => new { a.CaseId, a.TaskKey });
        builder.Property(a => a.TaskKey).ValueGeneratedNever();
        builder.Property(a => a.Side).HasMaxLength(64);
        builder.Property(a => a.Outcome).HasMaxLength(64);
        builder.Property(a => a.Treatment).HasMaxLength(64);
        builder.Property(a => a.By).HasMaxLength(450);
    }
}

internal sealed class SortingDecisionConfiguration : IEntityTypeConfiguration<SortingDecision>
{
    public void Configure(EntityTypeBuilder<SortingDecision> builder)
    {
        builder.ToTable("SortingDecisions");
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Property(d => d.Outcome).HasMaxLength(64);
        builder.Property(d => d.Treatment).HasMaxLength(64);
        builder.Property(d => d.Party).HasMaxLength(64);
        builder.Property(d => d.ReturnedTo).HasMaxLength(64);
        builder.HasIndex(d => d.CaseId);
    }
}
