using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Cases.Documents;

internal sealed class DocumentConfiguration : IEntityTypeConfiguration<Document>
{
    public void Configure(EntityTypeBuilder<Document> builder)
    {
        builder.ToTable("Documents");
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Property(d => d.SubjectKind).HasMaxLength(32);
        builder.Property(d => d.Title).HasMaxLength(200).HasField("_title").UsePropertyAccessMode(PropertyAccessMode.Field);
        builder.Property(d => d.SearchText).HasMaxLength(400);
        builder.Ignore(d => d.Latest);
        builder.Property(d => d.CreatedBy).HasMaxLength(450);
        builder.Property(d => d.Version).IsConcurrencyToken();
        builder.HasMany(d => d.Versions).WithOne().HasForeignKey(v => v.DocumentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(d => d.SubjectId);
    }
}

internal sealed class DocumentVersionConfiguration : IEntityTypeConfiguration<DocumentVersion>
{
    public void Configure(EntityTypeBuilder<DocumentVersion> builder)
    {
        builder.ToTable("DocumentVersions");
        builder.Property(v => v.Id).ValueGeneratedNever();
        builder.Property(v => v.Maturity).HasConversion<string>().HasMaxLength(32);
        builder.Property(v => v.FileName).HasMaxLength(200);
        builder.Property(v => v.MediaType).HasMaxLength(120);
        builder.Property(v => v.Sha256).HasMaxLength(64);
        builder.Property(v => v.UploadedBy).HasMaxLength(450);
        builder.HasIndex(v => new { v.DocumentId, v.Number }).IsUnique();
        builder.HasIndex(v => v.Sha256);
    }
}

internal sealed class DocumentChunkConfiguration : IEntityTypeConfiguration<DocumentChunk>
{
    public void Configure(EntityTypeBuilder<DocumentChunk> builder)
    {
        builder.ToTable("DocumentChunks");
        builder.HasKey(c => new { c.VersionId, c.Index });
        builder.HasOne<DocumentVersion>().WithMany().HasForeignKey(c => c.VersionId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ExternalDiaryNumberConfiguration : IEntityTypeConfiguration<ExternalDiaryNumber>
{
    public void Configure(EntityTypeBuilder<ExternalDiaryNumber> builder)
    {
        builder.ToTable("ExternalDiaryNumbers");
        builder.Property(n => n.Id).ValueGeneratedNever();
        builder.Property(n => n.Party).HasMaxLength(64);
        builder.Property(n => n.Number).HasMaxLength(64);
        builder.Property(n => n.RegisteredBy).HasMaxLength(450);
        builder.HasIndex(n => new { n.SubjectId, n.Party, n.Number }).IsUnique();
    }
}
