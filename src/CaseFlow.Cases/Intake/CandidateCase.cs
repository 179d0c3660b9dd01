using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Cases.Intake;

/// <summary>An övrig fråga raised at a meeting, to be taken up as a case or laid down with a reason (kandidatärende, R33). It is no case yet: nobody has submitted it.</summary>
public sealed class CandidateCase
{
    public const int MaxQuestion = 2000;

    public Guid Id { get; set; }

    public Guid MeetingId { get; set; }

    public required string Question { get; set; }

    /// <summary>In which role, and for which side or area, it was raised.</summary>
    public required string RaisedInRole { get; set; }

    public string? RaisedForSide { get; set; }

    public string? RaisedForArea { get; set; }

    /// <summary>Account id.</summary>
    public required string RaisedBy { get; set; }

    public DateTimeOffset RaisedAt { get; set; }

    /// <summary>The case that it became.</summary>
    public Guid? CaseId { get; set; }

    /// <summary>Why it was laid down.</summary>
    public string? ClosedReason { get; set; }

    /// <summary>Null while it is open.</summary>
    public DateTimeOffset? SettledAt { get; set; }

    public string? SettledBy { get; set; }

    /// <summary>Counted up when it is settled: two who settle it at the same time do not both succeed.</summary>
    public long Version { get; set; }
}

internal sealed class CandidateCaseConfiguration : IEntityTypeConfiguration<CandidateCase>
{
    public void Configure(EntityTypeBuilder<CandidateCase> builder)
    {
        builder.ToTable("CandidateCases");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Question).HasMaxLength(CandidateCase.MaxQuestion);
        builder.Property(c => c.RaisedInRole).HasMaxLength(64);
        builder.Property(c => c.RaisedForSide).HasMaxLength(64);
        builder.Property(c => c.RaisedForArea).HasMaxLength(64);
        builder.Property(c => c.RaisedBy).HasMaxLength(450);
        builder.Property(c => c.ClosedReason).HasMaxLength(1000);
        builder.Property(c => c.SettledBy).HasMaxLength(450);
        builder.Property(c => c.Version).IsConcurrencyToken();
        builder.HasIndex(c => c.MeetingId);
        builder.HasIndex(c => c.SettledAt);
        builder.HasIndex(c => c.CaseId);
    }
}
