using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Cases.Access;

/// <summary>A key with which a program acts for an account over REST. It can do what the account can, no more; the account may revoke it at any time.</summary>
public sealed class ApiKey
{
    public Guid Id { get; set; }

    public required string AccountId { get; set; }

    /// <summary>What the key is for, in the owner's words.</summary>
    public required string Name { get; set; }

    /// <summary>SHA-256 of the secret, in hexadecimal. The secret has 256 random bits, so that a slow hash would add nothing; it is shown once and never stored.</summary>
    public required string SecretHash { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset ExpiresAt { get; set; }

    public DateTimeOffset? RevokedAt { get; set; }

    public bool IsValid(DateTimeOffset now) => RevokedAt is null && now < ExpiresAt;
}

internal sealed class ApiKeyConfiguration : IEntityTypeConfiguration<ApiKey>
{
    public void Configure(EntityTypeBuilder<ApiKey> builder)
    {
        builder.ToTable("ApiKeys");
        builder.Property(k => k.Id).ValueGeneratedNever();
        builder.Property(k => k.AccountId).HasMaxLength(450);
        builder.Property(k => k.Name).HasMaxLength(100);
        builder.Property(k => k.SecretHash).HasMaxLength(64);
        builder.HasOne<Account>().WithMany().HasForeignKey(k => k.AccountId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(k => k.SecretHash).IsUnique();
        builder.HasIndex(k => k.AccountId);
    }
}
