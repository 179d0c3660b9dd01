using CaseFlow.Cases.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Cases.Meetings;

/// <summary>A change of the agenda after the meeting had approved it (ändring vid mötet, R113).</summary>
public sealed class AgendaChange
{
    public const string Added = "tillagd";
    public const string Changed = "andrad";
    public const string Moved = "flyttad";
    public const string Removed = "borttagen";

    public Guid Id { get; set; }

    public Guid MeetingId { get; set; }

    /// <summary>One of the codes above.</summary>
    public required string What { get; set; }

    /// <summary>Of the item as it was called then.</summary>
    public required string Title { get; set; }

    public required string ChangedBy { get; set; }

    public DateTimeOffset ChangedAt { get; set; }

    /// <summary>Keeps the change when the agenda has been approved; before that it is only planned.</summary>
    internal static void Note(ProcessUnit unit, Meeting meeting, string what, string title)
    {
        if (meeting.AgendaApprovedAt is null)
            return;
        unit.Db.Add(new AgendaChange { Id = unit.Ids.Next(), MeetingId = meeting.Id, What = what, Title = title, ChangedBy = unit.Actor.AccountId, ChangedAt = unit.Now });
    }
}

internal sealed class AgendaChangeConfiguration : IEntityTypeConfiguration<AgendaChange>
{
    public void Configure(EntityTypeBuilder<AgendaChange> builder)
    {
        builder.ToTable("AgendaChanges");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.What).HasMaxLength(20);
        builder.Property(c => c.Title).HasMaxLength(MeetingRules.MaxTitle);
        builder.Property(c => c.ChangedBy).HasMaxLength(450);
        builder.HasOne<Meeting>().WithMany().HasForeignKey(c => c.MeetingId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(c => c.MeetingId);
    }
}
