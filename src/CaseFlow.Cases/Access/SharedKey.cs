using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Cases.Access;

/// <summary>A key that protects cookies and forms, shared by all nodes and kept over restarts. Whoever reads the database can forge a sign-in.</summary>
public sealed class SharedKey
{
    /// <summary>The name that the framework gives it.</summary>
    public required string Name { get; set; }

    public required string Xml { get; set; }
}

internal sealed class SharedKeyConfiguration : IEntityTypeConfiguration<SharedKey>
{
    public void Configure(EntityTypeBuilder<SharedKey> builder)
    {
        builder.ToTable("SharedKeys");
        builder.HasKey(k => k.Name);
        builder.Property(k => k.Name).HasMaxLength(200);
    }
}
