using CaseFlow.Cases.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Cases.SavedViews;

/// <summary>A selection of cases that somebody has given a name: what the address of the list says. The address stays the truth; this only remembers it.</summary>
public sealed class SavedView
{
    public Guid Id { get; set; }

    /// <summary>Account id of who saved it, and alone may change or remove it.</summary>
    public required string OwnerId { get; set; }

    public required string Name { get; set; }

    /// <summary>The query of the list's address, without its question mark.</summary>
    public required string Query { get; set; }

    /// <summary>Shared with everybody who speaks for this side.</summary>
    public string? Side { get; set; }

    /// <summary>Shared with everybody who speaks for this area.</summary>
    public string? Area { get; set; }

    /// <summary>Shared with everybody who signs in.</summary>
    public bool IsForAll { get; set; }

    public DateTimeOffset SavedAt { get; set; }
}

/// <summary>The view that an account's list of cases opens with.</summary>
public sealed class DefaultView
{
    public required string AccountId { get; set; }

    public Guid ViewId { get; set; }
}

internal sealed class SavedViewConfiguration : IEntityTypeConfiguration<SavedView>
{
    public void Configure(EntityTypeBuilder<SavedView> builder)
    {
        builder.ToTable("SavedViews");
        builder.Property(v => v.Id).ValueGeneratedNever();
        builder.Property(v => v.OwnerId).HasMaxLength(450);
        builder.Property(v => v.Name).HasMaxLength(ViewRegister.LongestName);
        builder.Property(v => v.Query).HasMaxLength(ViewRegister.LongestQuery);
        builder.Property(v => v.Side).HasMaxLength(64);
        builder.Property(v => v.Area).HasMaxLength(64);
        builder.HasOne<Account>().WithMany().HasForeignKey(v => v.OwnerId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(v => new { v.OwnerId, v.Name }).IsUnique();
    }
}

internal sealed class DefaultViewConfiguration : IEntityTypeConfiguration<DefaultView>
{
    public void Configure(EntityTypeBuilder<DefaultView> builder)
    {
        builder.ToTable("DefaultViews");
        builder.HasKey(v => v.AccountId);
        builder.Property(v => v.AccountId).HasMaxLength(450);
        builder.HasOne<SavedView>().WithMany().HasForeignKey(v => v.ViewId).OnDelete(DeleteBehavior.Cascade);
    }
}
