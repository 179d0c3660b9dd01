using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Cases.Meetings;

/// <summary>Somebody who is called to one item of a meeting (kallad): their notice and calendar hold that item's slot only (R109).</summary>
public sealed class ItemGuest
{
    public const int MaxTitle = 200;
    public const int MaxAddress = 254;

    public Guid Id { get; set; }

    public Guid ItemId { get; set; }

    /// <summary>Role and organisation, as they stand on the agenda.</summary>
    public required string Title { get; set; }

    /// <summary>Where the notice is sent. Personal data: shown to those who set the agenda, and can be erased.</summary>
    public required string Address { get; set; }

    public required string InvitedBy { get; set; }

    public DateTimeOffset InvitedAt { get; set; }
}

internal sealed class ItemGuestConfiguration : IEntityTypeConfiguration<ItemGuest>
{
    public void Configure(EntityTypeBuilder<ItemGuest> builder)
    {
        builder.ToTable("ItemGuests");
        builder.Property(g => g.Id).ValueGeneratedNever();
        builder.Property(g => g.Title).HasMaxLength(ItemGuest.MaxTitle);
        builder.Property(g => g.Address).HasMaxLength(ItemGuest.MaxAddress);
        builder.Property(g => g.InvitedBy).HasMaxLength(450);
        builder.HasOne<AgendaItem>().WithMany().HasForeignKey(g => g.ItemId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(g => new { g.ItemId, g.Address }).IsUnique();
    }
}
