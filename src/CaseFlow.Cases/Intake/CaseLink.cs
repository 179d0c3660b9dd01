using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Cases.Intake;

/// <summary>How one case belongs to another.</summary>
public enum CaseLinkKind
{
    /// <summary>A closed case taken up again as a new one.</summary>
    Reopens,

    /// <summary>The same matter handed in twice.</summary>
    Duplicates,

    /// <summary>Another matter near this one.</summary>
    Related,

    /// <summary>Dormant until the other is closed (R77).</summary>
    WaitsFor,

    /// <summary>A commission (uppdrag) that came out of the other.</summary>
    CameOutOf,
}

/// <summary>A case points at another. Read in both directions.</summary>
public sealed class CaseLink
{
    public Guid CaseId { get; set; }

    public Guid ToCaseId { get; set; }

    public CaseLinkKind Kind { get; set; }

    public required string MadeBy { get; set; }

    public DateTimeOffset MadeAt { get; set; }
}

internal sealed class CaseLinkConfiguration : IEntityTypeConfiguration<CaseLink>
{
    public void Configure(EntityTypeBuilder<CaseLink> builder)
    {
        builder.ToTable("CaseLinks");
        builder.HasKey(l => new { l.CaseId, l.ToCaseId, l.Kind });
        builder.Property(l => l.Kind).HasConversion<string>().HasMaxLength(40);
        builder.Property(l => l.MadeBy).HasMaxLength(450);
        builder.HasIndex(l => l.ToCaseId);
    }
}
