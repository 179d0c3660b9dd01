using CaseFlow.Cases.Language;
using CaseFlow.Cases.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Cases.Timeline;

/// <summary>A time that a case stood in one public status, as people saw it. Derived at each commit, as the columns of <see cref="CaseRow"/> are.</summary>
public sealed class CaseStatusPeriod
{
    public Guid CaseId { get; set; }

    /// <summary>The case's version when it came to the status: the order of its periods.</summary>
    public long Version { get; set; }

    /// <summary>Key of <c>caseflow:status</c>.</summary>
    public required string StatusKey { get; set; }

    public required string StatusSv { get; set; }

    public required string StatusEn { get; set; }

    public DateTimeOffset From { get; set; }

    /// <summary>When the next status came; null while it has it, and for the status that a closed case ended in.</summary>
    public DateTimeOffset? Until { get; set; }

    public BilingualText Status => new(StatusSv, StatusEn);
}

/// <summary>Keeps the periods of a case without gap and overlap.</summary>
internal static class CaseStatusPeriods
{
    /// <summary>Ends the present period and begins the next, at the same moment.</summary>
    public static async Task Begin(CaseFlowDb db, CaseRow row, CancellationToken ct)
    {
        await End(db, row, row.StatusSince, ct);
        db.Add(new CaseStatusPeriod { CaseId = row.Id, Version = row.Version, StatusKey = row.StatusKey, StatusSv = row.StatusSv, StatusEn = row.StatusEn, From = row.StatusSince });
    }

    /// <summary>Ends the present period: what the case came to has no status of its own.</summary>
    public static async Task End(CaseFlowDb db, CaseRow row, DateTimeOffset at, CancellationToken ct)
    {
        var periods = db.Set<CaseStatusPeriod>();
        // One that was begun in this same transaction is not in the database yet.
        var present = periods.Local.FirstOrDefault(p => p.CaseId == row.Id && p.Until is null)
            ?? await periods.SingleOrDefaultAsync(p => p.CaseId == row.Id && p.Until == null, ct);
        if (present is not null)
            present.Until = at;
    }
}

internal sealed class CaseStatusPeriodConfiguration : IEntityTypeConfiguration<CaseStatusPeriod>
{
    public void Configure(EntityTypeBuilder<CaseStatusPeriod> builder)
    {
        builder.ToTable("CaseStatusPeriods");
        builder.HasKey(p => new { p.CaseId, p.Version });
        builder.Ignore(p => p.Status);
        builder.Property(p => p.StatusKey).HasMaxLength(100);
        builder.Property(p => p.StatusSv).HasMaxLength(200);
        builder.Property(p => p.StatusEn).HasMaxLength(200);
        builder.HasIndex(p => p.From);
    }
}
