using CaseFlow.Cases.Access;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Cases.Meetings;

/// <summary>A word of reason for departing from an advising clause at a meeting (avvikelse).</summary>
public sealed class Deviation
{
    public Guid MeetingId { get; set; }

    /// <summary>Id of the clause.</summary>
    public required string Clause { get; set; }

    public required string Reason { get; set; }

    public required string NotedBy { get; set; }

    public DateTimeOffset NotedAt { get; set; }
}

internal sealed class DeviationConfiguration : IEntityTypeConfiguration<Deviation>
{
    public void Configure(EntityTypeBuilder<Deviation> builder)
    {
        builder.ToTable("Deviations");
        builder.HasKey(d => new { d.MeetingId, d.Clause });
        builder.Property(d => d.Clause).HasMaxLength(200);
        builder.Property(d => d.Reason).HasMaxLength(1000);
        builder.Property(d => d.NotedBy).HasMaxLength(450);
        builder.HasOne<Meeting>().WithMany().HasForeignKey(d => d.MeetingId).OnDelete(DeleteBehavior.Cascade);
    }
}

/// <summary>Notes why a meeting departs from an advising clause. Noted again, the reason is replaced.</summary>
public sealed class NoteDeviation(ProcessStore store)
{
    private const int MaxReason = 1000;

    public Task<Outcome<MeetingReceipt>> Handle(Actor actor, string? requestId, Guid meetingId, string clause, string reason, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(clause);
        ArgumentNullException.ThrowIfNull(reason);
        return store.Run<MeetingReceipt>(actor, nameof(NoteDeviation), requestId, (unit, token) => Decide(unit, meetingId, clause, reason.Trim(), token), ct);
    }

    private static async Task<Outcome<MeetingReceipt>> Decide(ProcessUnit unit, Guid meetingId, string clause, string reason, CancellationToken ct)
    {
        string[] commands = [.. MeetingRights.EditingCommands.Union(MeetingRights.HoldingCommands)];
        var access = await MeetingAccess.Of(unit, meetingId, commands, MeetingRefusals.NotOpen(), ct);
        if (!access.IsAccepted)
            return Outcome<MeetingReceipt>.Refused(access.Refusals);
        if ((await Organisation.CurrentOrganisation.Organisation(unit, ct)).Rules.Clause(clause) is not { Refuses: false })
            return MeetingRefusals.NotFound();
        if (reason.Length is 0 or > MaxReason)
            return MeetingRefusals.DeviationReason();
        if (PersonalNumberGuard.Check(reason, "skal") is { } personal)
            return personal;
        var row = await unit.Db.Set<Deviation>().FindAsync([meetingId, clause], ct);
        if (row is null)
            unit.Db.Add(row = new Deviation { MeetingId = meetingId, Clause = clause, Reason = reason, NotedBy = unit.Actor.AccountId });
        (row.Reason, row.NotedBy, row.NotedAt) = (reason, unit.Actor.AccountId, unit.Now);
        return Outcome<MeetingReceipt>.Accepted(new(meetingId, access.Value.Meeting.Number, access.Value.Meeting.Version));
    }
}
