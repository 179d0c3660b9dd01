using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Cases.Decisions;

/// <summary>A body took its position on exactly this version of a document (R66). Title, file name and hash are as they were then.</summary>
public sealed class PositionDocument
{
    public Guid ItemId { get; set; }

    public Guid VersionId { get; set; }

    public Guid CaseId { get; set; }

    public Guid DocumentId { get; set; }

    public required string Title { get; set; }

    public required string FileName { get; set; }

    /// <summary>Counted from 1 within the document.</summary>
    public int Number { get; set; }

    /// <summary>SHA-256 of the bytes, 64 lower-case hexadecimal digits.</summary>
    public required string Sha256 { get; set; }
}

internal sealed class PositionDocumentConfiguration : IEntityTypeConfiguration<PositionDocument>
{
    public void Configure(EntityTypeBuilder<PositionDocument> builder)
    {
        builder.ToTable("PositionDocuments");
        builder.HasKey(p => new { p.ItemId, p.VersionId });
        builder.Property(p => p.Title).HasMaxLength(300);
        builder.Property(p => p.FileName).HasMaxLength(300);
        builder.Property(p => p.Sha256).HasMaxLength(64);
        builder.HasIndex(p => p.CaseId);
    }
}
