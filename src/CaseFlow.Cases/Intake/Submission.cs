using CaseFlow.Cases.Timeline;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Cases.Intake;

/// <summary>What the submitter wrote when the case was handed in. Beside the record, so that it can be corrected, masked or weeded out.</summary>
public sealed class Submission
{
    /// <summary>The case.</summary>
    public Guid CaseId { get; set; }

    /// <summary>The submission form's answers as canonical JSON; null when they were erased.</summary>
    public string? Answers { get; set; }

    /// <summary>What was written, as <see cref="CaseSearch"/> finds it; null when it was erased.</summary>
    public string? SearchText { get; set; }

    /// <summary>Path of the form in the bundle that the case is pinned to.</summary>
    public required string FormKey { get; set; }

    public DateTimeOffset? ErasedAt { get; set; }
}

/// <summary>An area that stands behind a case that another handed in: <em>vi delar frågan</em> (R36).</summary>
public sealed class CoSponsor
{
    public Guid CaseId { get; set; }

    /// <summary>Key of the area.</summary>
    public required string Area { get; set; }

    public required string JoinedBy { get; set; }

    public DateTimeOffset JoinedAt { get; set; }
}

/// <summary>A case that somebody writes on and has not handed in (Utkast). Seen by its owner alone.</summary>
public sealed class Draft
{
    public Guid Id { get; set; }

    /// <summary>Account id of the writer.</summary>
    public required string OwnerId { get; set; }

    public string? Area { get; set; }

    public string? Side { get; set; }

    /// <summary>The candidate case (övrig fråga) that is taken up with it; null where it began otherwise.</summary>
    public Guid? CandidateId { get; set; }

    /// <summary>The answers so far, unchecked, as JSON.</summary>
    public required string Answers { get; set; }

    /// <summary>Counted up at every save; a save over a newer one is refused with both texts kept.</summary>
    public long Version { get; set; }

    public DateTimeOffset SavedAt { get; set; }
}

internal sealed class SubmissionConfiguration : IEntityTypeConfiguration<Submission>
{
    public void Configure(EntityTypeBuilder<Submission> builder)
    {
        builder.ToTable("Submissions");
        builder.HasKey(s => s.CaseId);
        builder.Property(s => s.CaseId).ValueGeneratedNever();
        builder.Property(s => s.FormKey).HasMaxLength(200);
    }
}

internal sealed class CoSponsorConfiguration : IEntityTypeConfiguration<CoSponsor>
{
    public void Configure(EntityTypeBuilder<CoSponsor> builder)
    {
        builder.ToTable("CoSponsors");
        builder.HasKey(s => new { s.CaseId, s.Area });
        builder.Property(s => s.Area).HasMaxLength(64);
        builder.Property(s => s.JoinedBy).HasMaxLength(450);
    }
}

internal sealed class DraftConfiguration : IEntityTypeConfiguration<Draft>
{
    public void Configure(EntityTypeBuilder<Draft> builder)
    {
        builder.ToTable("Drafts");
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Property(d => d.OwnerId).HasMaxLength(450);
        builder.Property(d => d.Area).HasMaxLength(64);
        builder.Property(d => d.Side).HasMaxLength(64);
        builder.Property(d => d.Version).IsConcurrencyToken();
        builder.HasIndex(d => d.OwnerId);
    }
}
