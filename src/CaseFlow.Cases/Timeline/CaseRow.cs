using CaseFlow.Cases.Language;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Cases.Timeline;

/// <summary>
/// A case (ärende) as lists and filters see it. Title and origin are set at submission; number at receipt; status, owner,
/// next step and due date are derived at every commit from where the tokens stand (<see cref="CaseProjection"/>).
/// </summary>
public sealed class CaseRow
{
    /// <summary>The longest title that a case may have.</summary>
    public const int MaxTitle = 300;

    /// <summary>Also the id of the case's process instance.</summary>
    public Guid Id { get; set; }

    /// <summary><c>2026-00017</c>; null between submission and receipt.</summary>
    public string? Number { get; set; }

    public required string Title { get; set; }

    /// <summary>Number and title as <see cref="CaseSearch"/> finds them; set with either.</summary>
    public string SearchText { get; set; } = "";

    /// <summary>What kind of origin: <c>area</c>, <c>side</c>, <c>body</c> (an uppdrag) or <c>meeting</c>.</summary>
    public required string OriginKind { get; set; }

    /// <summary>Key of the side that submitted, where a side did.</summary>
    public string? OriginSide { get; set; }

    /// <summary>Key of the area that submitted, where an area did.</summary>
    public string? OriginArea { get; set; }

    /// <summary>Account id.</summary>
    public required string SubmittedBy { get; set; }

    public DateTimeOffset SubmittedAt { get; set; }

    /// <summary>Key of <c>caseflow:status</c>.</summary>
    public string StatusKey { get; set; } = "";

    public string StatusSv { get; set; } = "";

    public string StatusEn { get; set; } = "";

    public DateTimeOffset StatusSince { get; set; }

    /// <summary>The level at which the case arose (R2): of the area's or giving body's own body, or else the first that it came to.</summary>
    public string OriginLevel { get; set; } = "";

    /// <summary>The level at which it is now: the last that a status of the model said.</summary>
    public string Level { get; set; } = "";

    /// <summary>With whom the case is now ("nu hos"): the lane where it waits. Empty when it waits for nobody.</summary>
    public string OwnerText { get; set; } = "";

    public string OwnerTextEn { get; set; } = "";

    /// <summary>Role that the open tasks wait for, when it is one.</summary>
    public string? OwnerRole { get; set; }

    /// <summary>Side that the open tasks wait for, when it is one.</summary>
    public string? OwnerSide { get; set; }

    /// <summary>Area that the open tasks wait for, when it is one.</summary>
    public string? OwnerArea { get; set; }

    /// <summary>What is to be done next, as the model names it. Empty when nothing is.</summary>
    public string NextStep { get; set; } = "";

    public string NextStepEn { get; set; } = "";

    /// <summary>When the nearest timer fires.</summary>
    public DateTimeOffset? DueAt { get; set; }

    /// <summary>True while an element stands with an incident.</summary>
    public bool HasIncident { get; set; }

    /// <summary>The instance's version, counted up at every commit.</summary>
    public long Version { get; set; }

    public DateTimeOffset ChangedAt { get; set; }

    public DateTimeOffset? ClosedAt { get; set; }

    /// <summary>The code of the end that the process reached, null while it runs.</summary>
    public string? Outcome { get; set; }

    /// <summary>Makes the case findable by what it is called now.</summary>
    public void Index() => SearchText = CaseSearch.Normalise($"{Number} {Title}");

    public BilingualText Status => new(StatusSv, StatusEn);

    /// <summary><see cref="OwnerText"/> in both languages.</summary>
    public BilingualText WithWhom => new(OwnerText, OwnerTextEn);

    /// <summary><see cref="NextStep"/> in both languages.</summary>
    public BilingualText Next => new(NextStep, NextStepEn);
}

internal sealed class CaseRowConfiguration : IEntityTypeConfiguration<CaseRow>
{
    public void Configure(EntityTypeBuilder<CaseRow> builder)
    {
        builder.ToTable("Cases");
        builder.Ignore(c => c.Status);
        builder.Ignore(c => c.WithWhom);
        builder.Ignore(c => c.Next);
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Number).HasMaxLength(20);
        builder.Property(c => c.Title).HasMaxLength(CaseRow.MaxTitle);
        builder.Property(c => c.SearchText).HasMaxLength(400);
        builder.Property(c => c.OriginKind).HasMaxLength(20);
        builder.Property(c => c.OriginSide).HasMaxLength(64);
        builder.Property(c => c.OriginArea).HasMaxLength(64);
        builder.Property(c => c.SubmittedBy).HasMaxLength(450);
        builder.Property(c => c.StatusKey).HasMaxLength(100);
        builder.Property(c => c.StatusSv).HasMaxLength(200);
        builder.Property(c => c.StatusEn).HasMaxLength(200);
        builder.Property(c => c.OriginLevel).HasMaxLength(40);
        builder.Property(c => c.Level).HasMaxLength(40);
        builder.Property(c => c.OwnerText).HasMaxLength(400);
        builder.Property(c => c.OwnerTextEn).HasMaxLength(400);
        builder.Property(c => c.OwnerRole).HasMaxLength(64);
        builder.Property(c => c.OwnerSide).HasMaxLength(64);
        builder.Property(c => c.OwnerArea).HasMaxLength(64);
        builder.Property(c => c.NextStep).HasMaxLength(400);
        builder.Property(c => c.NextStepEn).HasMaxLength(400);
        builder.Property(c => c.Outcome).HasMaxLength(200);
        builder.HasIndex(c => c.Number).IsUnique();
        builder.HasIndex(c => c.StatusKey);
        builder.HasIndex(c => c.SubmittedAt);
        builder.HasIndex(c => c.ChangedAt);
        builder.HasIndex(c => c.StatusSince);
        builder.HasIndex(c => c.ClosedAt);
    }
}
