using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Cases.Preparation;

/// <summary>The material that the pair prepares for a case (underlag): one for a case, written by both sides and the origin's process leader.</summary>
public sealed class Material
{
    public Guid CaseId { get; set; }

    /// <summary>The preparation form's answers as canonical JSON: summary, background, proposal and so on. Null when erased.</summary>
    public string? Answers { get; set; }

    /// <summary>Counted up at every save.</summary>
    public long Version { get; set; }

    /// <summary>Account id.</summary>
    public required string SavedBy { get; set; }

    public DateTimeOffset SavedAt { get; set; }

    /// <summary>When the pair said that it is ready; null while it is being worked on.</summary>
    public DateTimeOffset? ReadyAt { get; set; }
}

internal sealed class MaterialConfiguration : IEntityTypeConfiguration<Material>
{
    public void Configure(EntityTypeBuilder<Material> builder)
    {
        builder.ToTable("Materials");
        builder.HasKey(m => m.CaseId);
        builder.Property(m => m.CaseId).ValueGeneratedNever();
        builder.Property(m => m.SavedBy).HasMaxLength(450);
        builder.Property(m => m.Version).IsConcurrencyToken();
    }
}
