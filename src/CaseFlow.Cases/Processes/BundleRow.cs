using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Cases.Processes;

/// <summary>A bundle that was deployed, or waits for somebody to say yes to it. Once deployed it is kept for ever: instances are pinned to it by its hash.</summary>
public sealed class BundleRow
{
    public required string Hash { get; set; }

    /// <summary>When it was last looked at or deployed.</summary>
    public DateTimeOffset StoredAt { get; set; }
}

/// <summary>One file of a bundle, as it was deployed.</summary>
public sealed class BundleFileRow
{
    public required string BundleHash { get; set; }

    /// <summary>Relative to the workflows folder, with forward slashes.</summary>
    public required string Path { get; set; }

    public required string Text { get; set; }
}

/// <summary>A bundle became the one that new instances start with. The last row holds.</summary>
public sealed class DeploymentRow
{
    public long Sequence { get; set; }

    public required string BundleHash { get; set; }

    public DateTimeOffset At { get; set; }

    /// <summary>Account id, <c>system</c>, or who ran the command line, as <see cref="CommandLine"/> says.</summary>
    public required string By { get; set; }

    /// <summary>Stands before the name of the operating system's user who deployed from the command line.</summary>
    public const string CommandLine = "command-line:";
}

internal sealed class BundleRowConfiguration : IEntityTypeConfiguration<BundleRow>
{
    public void Configure(EntityTypeBuilder<BundleRow> builder)
    {
        builder.ToTable("Bundles");
        builder.HasKey(b => b.Hash);
        builder.Property(b => b.Hash).HasMaxLength(64);
    }
}

internal sealed class BundleFileRowConfiguration : IEntityTypeConfiguration<BundleFileRow>
{
    public void Configure(EntityTypeBuilder<BundleFileRow> builder)
    {
        builder.ToTable("BundleFiles");
        builder.HasKey(f => new { f.BundleHash, f.Path });
        builder.Property(f => f.BundleHash).HasMaxLength(64);
        builder.Property(f => f.Path).HasMaxLength(400);
        builder.HasOne<BundleRow>().WithMany().HasForeignKey(f => f.BundleHash).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class DeploymentRowConfiguration : IEntityTypeConfiguration<DeploymentRow>
{
    public void Configure(EntityTypeBuilder<DeploymentRow> builder)
    {
        builder.ToTable("Deployments");
        builder.HasKey(d => d.Sequence);
        builder.Property(d => d.BundleHash).HasMaxLength(64);
        builder.Property(d => d.By).HasMaxLength(450);
        builder.HasOne<BundleRow>().WithMany().HasForeignKey(d => d.BundleHash).OnDelete(DeleteBehavior.Restrict);
    }
}
