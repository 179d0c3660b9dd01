using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Cases.Intake;

/// <summary>What a note on a case is.</summary>
public enum CaseNoteKind
{
    /// <summary>A comment in the shared preparation thread: working material, never published (R55).</summary>
    Comment,

    /// <summary>Why the submitter wants the sorting tried again.</summary>
    NewSortingRequest,

    /// <summary>Why a closed case was taken up again as this one.</summary>
    Reopening,

    /// <summary>What an area added when it said that it shares the question.</summary>
    Sharing,
}

/// <summary>Something that a person wrote on a case outside any task. Beside the record; can be corrected or weeded out.</summary>
public sealed class CaseNote
{
    public Guid Id { get; set; }

    public Guid CaseId { get; set; }

    public CaseNoteKind Kind { get; set; }

    public required string Text { get; set; }

    /// <summary>Key of the area that the writer spoke for, if one.</summary>
    public string? Area { get; set; }

    /// <summary>Key of the side that the writer spoke for, if one.</summary>
    public string? Side { get; set; }

    /// <summary>Account id.</summary>
    public required string WrittenBy { get; set; }

    public DateTimeOffset WrittenAt { get; set; }
}

internal sealed class CaseNoteConfiguration : IEntityTypeConfiguration<CaseNote>
{
    public void Configure(EntityTypeBuilder<CaseNote> builder)
    {
        builder.ToTable("CaseNotes");
        builder.Property(n => n.Id).ValueGeneratedNever();
        builder.Property(n => n.Kind).HasConversion<string>().HasMaxLength(40);
        builder.Property(n => n.Text).HasMaxLength(8000);
        builder.Property(n => n.Area).HasMaxLength(64);
        builder.Property(n => n.Side).HasMaxLength(64);
        builder.Property(n => n.WrittenBy).HasMaxLength(450);
        builder.HasIndex(n => n.CaseId);
    }
}
