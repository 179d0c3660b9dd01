using CaseFlow.Cases.Organisation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Cases.Meetings;

/// <summary>Who was at a meeting, seat by seat (upprop, R143). Persons stand here by their rows in the register of seats, so that a name can be masked there.</summary>
public sealed class Attendance
{
    public Guid MeetingId { get; set; }

    /// <summary>What the seat is called in the roll: <see cref="Seat.Reference"/>.</summary>
    public required string SeatKey { get; set; }

    /// <summary>One of <see cref="AttendanceStates"/>.</summary>
    public required string State { get; set; }

    /// <summary>Who held the seat that day; null while it was vacant.</summary>
    public Guid? HolderId { get; set; }

    /// <summary>The named substitute who came (R93); null for somebody who is not in the register.</summary>
    public Guid? SubstituteId { get; set; }

    /// <summary>Who came instead, when it was nobody in the register: name or role, and organisation.</summary>
    public string Substitute { get; set; } = "";

    public required string RecordedBy { get; set; }

    public DateTimeOffset RecordedAt { get; set; }
}

/// <summary>How a seat was filled at a meeting.</summary>
public static class AttendanceStates
{
    public const string Present = "narvarande";
    public const string Absent = "franvarande";
    public const string Substitute = "ersattare";
    public const string Late = "sen";

    public static IReadOnlyList<string> All { get; } = [Present, Absent, Substitute, Late];
}

/// <summary>Somebody who was at a meeting without a seat in the body (R109): summoned for an item, co-opted, taking the notes, or a guest. No part in consensus and no signature (R94).</summary>
public sealed class AlsoPresent
{
    /// <summary>A guest; the other categories are the seat kinds of the organisation that do not decide.</summary>
    public const string Guest = "gast";

    public Guid Id { get; set; }

    public Guid MeetingId { get; set; }

    /// <summary><see cref="Guest"/>, or the key of a seat kind.</summary>
    public required string Category { get; set; }

    /// <summary>Name or role. Personal data: can be masked without touching the record.</summary>
    public required string Person { get; set; }

    /// <summary>Title, organisation or subject, as it is to stand in the minutes.</summary>
    public string From { get; set; } = "";

    public required string RecordedBy { get; set; }

    public DateTimeOffset RecordedAt { get; set; }
}

internal sealed class AttendanceConfiguration : IEntityTypeConfiguration<Attendance>
{
    public void Configure(EntityTypeBuilder<Attendance> builder)
    {
        builder.ToTable("Attendance");
        builder.HasKey(a => new { a.MeetingId, a.SeatKey });
        builder.Property(a => a.SeatKey).HasMaxLength(100);
        builder.Property(a => a.State).HasMaxLength(20);
        builder.Property(a => a.Substitute).HasMaxLength(MeetingRules.MaxSubstitute);
        builder.Property(a => a.RecordedBy).HasMaxLength(450);
        builder.HasOne<SeatHolder>().WithMany().HasForeignKey(a => a.HolderId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<SeatHolder>().WithMany().HasForeignKey(a => a.SubstituteId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class AlsoPresentConfiguration : IEntityTypeConfiguration<AlsoPresent>
{
    public void Configure(EntityTypeBuilder<AlsoPresent> builder)
    {
        builder.ToTable("AlsoPresent");
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.Category).HasMaxLength(64);
        builder.Property(a => a.Person).HasMaxLength(MeetingRules.MaxPerson);
        builder.Property(a => a.From).HasMaxLength(MeetingRules.MaxSubstitute);
        builder.Property(a => a.RecordedBy).HasMaxLength(450);
        builder.HasOne<Meeting>().WithMany().HasForeignKey(a => a.MeetingId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(a => a.MeetingId);
    }
}
