using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Cases.Minutes;

/// <summary>A version of a meeting's minutes (minnesanteckning). The last one holds; those who sign, sign its hash.</summary>
public sealed class MinutesVersion
{
    public Guid MeetingId { get; set; }

    /// <summary>Counted from 1.</summary>
    public int Version { get; set; }

    public required string Text { get; set; }

    /// <summary>SHA-256 of the text as UTF-8, hexadecimal.</summary>
    public required string Hash { get; set; }

    public required string WrittenBy { get; set; }

    public DateTimeOffset WrittenAt { get; set; }
}

/// <summary>A signature (underskrift) under one version, by its hash: a new version has none.</summary>
public sealed class MinutesSignature
{
    public Guid MeetingId { get; set; }

    /// <summary>Code of what the signatory signs as.</summary>
    public required string Role { get; set; }

    /// <summary>Key of the side.</summary>
    public required string Side { get; set; }

    public int Version { get; set; }

    public required string Hash { get; set; }

    /// <summary>How the signatory showed who they are.</summary>
    public string Method { get; set; } = "";

    public required string SignedBy { get; set; }

    public DateTimeOffset SignedAt { get; set; }
}

internal sealed class MinutesVersionConfiguration : IEntityTypeConfiguration<MinutesVersion>
{
    public void Configure(EntityTypeBuilder<MinutesVersion> builder)
    {
        builder.ToTable("MinutesVersions");
        builder.HasKey(m => new { m.MeetingId, m.Version });
        builder.Property(m => m.Version).ValueGeneratedNever();
        builder.Property(m => m.Hash).HasMaxLength(64);
        builder.Property(m => m.WrittenBy).HasMaxLength(450);
    }
}

internal sealed class MinutesSignatureConfiguration : IEntityTypeConfiguration<MinutesSignature>
{
    public void Configure(EntityTypeBuilder<MinutesSignature> builder)
    {
        builder.ToTable("MinutesSignatures");
        builder.HasKey(m => new { m.MeetingId, m.Version, m.Role });
        builder.Property(m => m.Version).ValueGeneratedNever();
        builder.Property(m => m.Role).HasMaxLength(64);
        builder.Property(m => m.Side).HasMaxLength(64);
        builder.Property(m => m.Hash).HasMaxLength(64);
        builder.Property(m => m.Method).HasMaxLength(20);
        builder.Property(m => m.SignedBy).HasMaxLength(450);
    }
}
