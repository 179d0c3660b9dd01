using CaseFlow.Cases.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Cases.Organisation;

internal sealed class SeatConfiguration : IEntityTypeConfiguration<Seat>
{
    public void Configure(EntityTypeBuilder<Seat> builder)
    {
        builder.ToTable("Seats");
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Ignore(s => s.Owner);
        builder.Ignore(s => s.Reference);
        builder.Ignore(s => s.Validity);
        builder.Property(s => s.Key).HasMaxLength(100);
        builder.Property(s => s.Sector).HasMaxLength(64);
        builder.Property(s => s.Subject).HasMaxLength(200);
        builder.Property(s => s.Deviates).HasMaxLength(200);
        builder.HasIndex(s => s.Key).IsUnique();
        builder.Property(s => s.Body).HasMaxLength(64);
        builder.Property(s => s.OwnerKind).HasConversion<string>().HasMaxLength(16);
        builder.Property(s => s.OwnerKey).HasMaxLength(64);
        builder.Property(s => s.Kind).HasMaxLength(64);
        builder.Property(s => s.Side).HasMaxLength(64);
        builder.Property(s => s.Title).HasMaxLength(200);
        builder.Property(s => s.Version).IsConcurrencyToken();
        builder.HasMany(s => s.Holders).WithOne().HasForeignKey(h => h.SeatId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(s => new { s.Body, s.OwnerKey });
    }
}

internal sealed class SeatHolderConfiguration : IEntityTypeConfiguration<SeatHolder>
{
    public void Configure(EntityTypeBuilder<SeatHolder> builder)
    {
        builder.ToTable("SeatHolders");
        builder.Ignore(h => h.Validity);
        builder.Property(h => h.Id).ValueGeneratedNever();
        builder.Property(h => h.PersonName).HasMaxLength(200);
        builder.Property(h => h.PersonTitle).HasMaxLength(200);
        builder.Property(h => h.AccountId).HasMaxLength(450);
        builder.Property(h => h.AppointedBy).HasMaxLength(450);
        builder.HasOne<Account>().WithMany().HasForeignKey(h => h.AccountId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(h => h.AccountId);
    }
}
