using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Cases.Consultation;

/// <summary>A personal link of a recipient. Only its token's hash is stored: who reads the database cannot answer for anybody.</summary>
public sealed class ConsultationLink
{
    private const int TokenBytes = 32;

    /// <summary>SHA-256 of the token, in lower-case hexadecimal.</summary>
    public required string TokenHash { get; set; }

    public Guid RecipientId { get; set; }

    public DateTimeOffset IssuedAt { get; set; }

    /// <summary>Account id; <c>system</c> when it was made for a mail.</summary>
    public required string IssuedBy { get; set; }

    public DateTimeOffset? RevokedAt { get; set; }

    /// <summary>A new token of 256 random bits, safe in an address.</summary>
    public static string NewToken() =>
        Convert.ToBase64String(RandomNumberGenerator.GetBytes(TokenBytes)).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    public static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}

internal sealed class ConsultationLinkConfiguration : IEntityTypeConfiguration<ConsultationLink>
{
    public void Configure(EntityTypeBuilder<ConsultationLink> builder)
    {
        builder.ToTable("ConsultationLinks");
        builder.HasKey(l => l.TokenHash);
        builder.Property(l => l.TokenHash).HasMaxLength(64);
        builder.Property(l => l.IssuedBy).HasMaxLength(450);
        builder.HasOne<ConsultationRecipient>().WithMany().HasForeignKey(l => l.RecipientId).OnDelete(DeleteBehavior.Cascade);
    }
}
