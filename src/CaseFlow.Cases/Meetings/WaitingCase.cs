using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Cases.Meetings;

/// <summary>A case that waits for a body's meeting: for the next one, or for the one on whose agenda it stands.</summary>
public sealed class WaitingCase
{
    public Guid CaseId { get; set; }

    /// <summary>Key of the body.</summary>
    public required string Body { get; set; }

    /// <summary>Code of how the body is to treat it.</summary>
    public string? Treatment { get; set; }

    public DateTimeOffset Since { get; set; }

    /// <summary>The meeting on whose agenda it stands; null while it waits for a place.</summary>
    public Guid? MeetingId { get; set; }
}

/// <summary>Who was at a meeting, seat by seat (upprop, R143).</summary>
public sealed class Attendance
{
    public Guid MeetingId { get; set; }

    /// <summary>Key of the seat in the organisation.</summary>
    public required string SeatKey { get; set; }

    /// <summary>One of <see cref="AttendanceStates"/>.</summary>
    public required string State { get; set; }

    /// <summary>Role and organisation of the substitute, when one came (R93).</summary>
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

internal sealed class WaitingCaseConfiguration : IEntityTypeConfiguration<WaitingCase>
{
    public void Configure(EntityTypeBuilder<WaitingCase> builder)
    {
        builder.ToTable("WaitingCases");
        builder.HasKey(w => w.CaseId);
        builder.Property(w => w.CaseId).ValueGeneratedNever();
        builder.Property(w => w.Body).HasMaxLength(64);
        builder.Property(w => w.Treatment).HasMaxLength(64);
        builder.HasIndex(w => new { w.Body, w.MeetingId });
    }
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
    }
}
