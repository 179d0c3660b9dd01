using CaseFlow.Cases.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Cases.FollowUp;

/// <summary>A commission (uppdrag) as it was given, or as it was after a body amended it (R67, R69): what was added, the date that held from then on, and where it was decided.</summary>
public sealed class CommissionVersion
{
    public Guid CaseId { get; set; }

    /// <summary>From 1.</summary>
    public int Version { get; set; }

    /// <summary>What the body said, in words.</summary>
    public string Wording { get; set; } = "";

    /// <summary>When a report is due by this version.</summary>
    public DateOnly? ReportBy { get; set; }

    /// <summary>The meeting that decided it (R72); null when it was decided without one that is kept here.</summary>
    public Guid? MeetingId { get; set; }

    /// <summary>The case whose answer from the body above gave it.</summary>
    public Guid? AnswerToCaseId { get; set; }

    /// <summary>Account id.</summary>
    public required string GivenBy { get; set; }

    public DateTimeOffset GivenAt { get; set; }
}

/// <summary>Where a version of a commission was decided; at most one is set.</summary>
public sealed record CommissionDecision(Guid? MeetingId = null, Guid? AnswerToCaseId = null)
{
    public static CommissionDecision None { get; } = new();
}

/// <summary>Reads and writes the versions of commissions.</summary>
public sealed class CommissionHistory(IDbContextFactory<CaseFlowDb> databases)
{
    /// <summary>First version first; empty for a case that is no commission.</summary>
    public async Task<IReadOnlyList<CommissionVersion>> Of(Guid caseId, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Set<CommissionVersion>().AsNoTracking().Where(v => v.CaseId == caseId).OrderBy(v => v.Version).ToListAsync(ct);
    }

    /// <summary>The number of the version that comes next, also when one was added in this unit already.</summary>
    internal static async Task<int> Next(ProcessUnit unit, Guid caseId, CancellationToken ct)
    {
        var stored = await unit.Db.Set<CommissionVersion>().Where(v => v.CaseId == caseId).MaxAsync(v => (int?)v.Version, ct) ?? 0;
        return Math.Max(stored, unit.Db.Set<CommissionVersion>().Local.Where(v => v.CaseId == caseId).Select(v => v.Version).DefaultIfEmpty().Max()) + 1;
    }

    internal static void Add(ProcessUnit unit, Guid caseId, int version, string wording, DateOnly? reportBy, CommissionDecision decision) =>
        unit.Db.Add(new CommissionVersion
        {
            CaseId = caseId,
            Version = version,
            Wording = wording,
            ReportBy = reportBy,
            MeetingId = decision.MeetingId,
            AnswerToCaseId = decision.AnswerToCaseId,
            GivenBy = unit.Actor.AccountId,
            GivenAt = unit.Now,
        });
}

internal sealed class CommissionVersionConfiguration : IEntityTypeConfiguration<CommissionVersion>
{
    public void Configure(EntityTypeBuilder<CommissionVersion> builder)
    {
        builder.ToTable("CommissionVersions");
        builder.HasKey(v => new { v.CaseId, v.Version });
        builder.Property(v => v.Wording).HasMaxLength(4000);
        builder.Property(v => v.GivenBy).HasMaxLength(450);
    }
}
