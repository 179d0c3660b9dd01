using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Cases.Access;

internal sealed class AccountConfiguration : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> builder)
    {
        builder.Property(a => a.DisplayName).HasMaxLength(200);
        builder.Property(a => a.Title).HasMaxLength(200);
        builder.Property(a => a.Language).HasMaxLength(2);
    }
}

internal sealed class RoleAssignmentConfiguration : IEntityTypeConfiguration<RoleAssignment>
{
    public void Configure(EntityTypeBuilder<RoleAssignment> builder)
    {
        builder.ToTable("RoleAssignments");
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.AccountId).HasMaxLength(450);
        builder.Property(r => r.Role).HasMaxLength(64);
        builder.Property(r => r.Side).HasMaxLength(64);
        builder.Property(r => r.Area).HasMaxLength(64);
        builder.Property(r => r.GivenBy).HasMaxLength(450);
        builder.Property(r => r.EndedBy).HasMaxLength(450);
        builder.HasOne<Account>().WithMany().HasForeignKey(r => r.AccountId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(r => new { r.AccountId, r.ValidFrom });
        builder.HasIndex(r => new { r.Role, r.Side, r.Area });
    }
}

internal sealed class SecurityEventConfiguration : IEntityTypeConfiguration<SecurityEvent>
{
    public void Configure(EntityTypeBuilder<SecurityEvent> builder)
    {
        builder.ToTable("SecurityEvents");
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.Property(e => e.AccountId).HasMaxLength(450);
        builder.Property(e => e.UseCase).HasMaxLength(100);
        builder.Property(e => e.Code).HasMaxLength(100);
        builder.Property(e => e.Target).HasMaxLength(200);
        builder.Property(e => e.Clause).HasMaxLength(200);
        builder.Property(e => e.RemoteAddress).HasMaxLength(64);
        builder.HasIndex(e => e.At);
    }
}

internal sealed class SetupTokenConfiguration : IEntityTypeConfiguration<SetupToken>
{
    public void Configure(EntityTypeBuilder<SetupToken> builder)
    {
        builder.ToTable("SetupTokens");
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.Property(t => t.TokenHash).HasMaxLength(64);
    }
}
