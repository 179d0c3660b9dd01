using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Cases.Meetings;

/// <summary>An item (punkt) on a meeting's agenda: with a case or without, closed when its clauses are recorded.</summary>
public sealed class AgendaItem
{
    public Guid Id { get; set; }

    public Guid MeetingId { get; set; }

    /// <summary>The order, from 1; renumbered at every change.</summary>
    public int Position { get; set; }

    /// <summary>What it foremost is: one of <see cref="ItemKinds"/>.</summary>
    public required string Kind { get; set; }

    /// <summary>What it is besides, with spaces between: an item may be both information and a position (R68).</summary>
    public string AlsoKinds { get; set; } = "";

    public required string Title { get; set; }

    /// <summary>One sentence: why the item is on the agenda (R123).</summary>
    public string Purpose { get; set; } = "";

    /// <summary>What is expected of those who take part (R123).</summary>
    public string Expectation { get; set; } = "";

    /// <summary>What kind of matter a position is taken on, as in the mandate's table of who adopts what (R11); empty when nobody has said.</summary>
    public string Matter { get; set; } = "";

    /// <summary>Time on the agenda; 0 for formalities and written information.</summary>
    public int Minutes { get; set; }

    /// <summary>Roles and organisations that present, as they are to stand on the agenda.</summary>
    public string Presenters { get; set; } = "";

    public Guid? CaseId { get; set; }

    /// <summary>Added after the notice was frozen (R110).</summary>
    public bool IsSupplement { get; set; }

    public DateTimeOffset? ClosedAt { get; set; }

    public string? ClosedBy { get; set; }

    /// <summary>How the item ended: the code that steers its case.</summary>
    public string? Conclusion { get; set; }

    /// <summary>Codes of the recorded clauses, in order, with spaces between.</summary>
    public string Clauses { get; set; } = "";

    /// <summary>The clauses in words, as they are to stand in the minutes.</summary>
    public string Wording { get; set; } = "";

    public string? Effect { get; set; }

    /// <summary>False: the divergent views and the next step are noted (R62).</summary>
    public bool? Consensus { get; set; }

    public string DivergentViews { get; set; } = "";

    public string NextStep { get; set; } = "";

    /// <summary>What the meeting sends along (medskick).</summary>
    public string Message { get; set; } = "";

    /// <summary>To be spread and anchored in the areas (ska spridas).</summary>
    public bool ToBeSpread { get; set; }

    /// <summary>Settled without presentation; the next meeting is asked to confirm it (R127).</summary>
    public bool NotPresented { get; set; }

    /// <summary>The item of an earlier meeting that this one is asked to confirm (R127).</summary>
    public Guid? ConfirmsItemId { get; set; }

    /// <summary>The earlier meeting of the body whose minutes the item is about (R114).</summary>
    public Guid? EarlierMeetingId { get; set; }

    /// <summary>What was said, for the minutes.</summary>
    public string Notes { get; set; } = "";

    /// <summary>Counted up at every change of the notes alone: who writes does not make anything else stale.</summary>
    public long NotesVersion { get; set; }

    /// <summary>Key of the organisation's standing item that it came from; null for others.</summary>
    public string? StandingKey { get; set; }

    /// <summary>When the meeting came to it.</summary>
    public DateTimeOffset? StartedAt { get; set; }

    /// <summary>The meeting whose minutes were approved here (R114).</summary>
    public Guid? ApprovesMinutesOf { get; set; }

    /// <summary>Counted up at every change.</summary>
    public long Version { get; set; }

    /// <summary>True for what a meeting must deal with: when it is interrupted, each of these needs an outcome.</summary>
    public bool IsMatter => Kind is ItemKinds.Information or ItemKinds.Dialogue or ItemKinds.Position || CaseId is not null;

    /// <summary>True for what belongs to holding a meeting, such as its opening or a break: no matter to take a position on.</summary>
    public bool IsFormal => CaseId is null && Kind is (ItemKinds.Formalities or ItemKinds.Pause);

    /// <summary>All that the item is, the foremost first.</summary>
    public IReadOnlyList<string> Kinds => [Kind, .. AlsoKinds.Split(' ', StringSplitOptions.RemoveEmptyEntries)];

    /// <summary>True when a position is asked for: the meeting is not closed before it has its clause (R68).</summary>
    public bool NeedsClause => Kinds.Contains(ItemKinds.Position, StringComparer.Ordinal);

    /// <summary>Makes it what a set of kinds says.</summary>
    /// <param name="kinds">As <see cref="ItemKinds.Ordered"/> gives them.</param>
    public void Become(IReadOnlyList<string> kinds)
    {
        ArgumentNullException.ThrowIfNull(kinds);
        (Kind, AlsoKinds) = (kinds[0], string.Join(' ', kinds.Skip(1)));
    }

    public IReadOnlyList<string> ClauseCodes => Clauses.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}

internal sealed class AgendaItemConfiguration : IEntityTypeConfiguration<AgendaItem>
{
    public void Configure(EntityTypeBuilder<AgendaItem> builder)
    {
        builder.ToTable("AgendaItems");
        builder.Ignore(i => i.ClauseCodes);
        builder.Ignore(i => i.IsMatter);
        builder.Ignore(i => i.IsFormal);
        builder.Ignore(i => i.Kinds);
        builder.Ignore(i => i.NeedsClause);
        builder.Property(i => i.Id).ValueGeneratedNever();
        builder.Property(i => i.Kind).HasMaxLength(40);
        builder.Property(i => i.AlsoKinds).HasMaxLength(60);
        builder.Property(i => i.Matter).HasMaxLength(40);
        builder.Property(i => i.Expectation).HasMaxLength(MeetingRules.MaxPurpose);
        builder.Property(i => i.Title).HasMaxLength(MeetingRules.MaxTitle);
        builder.Property(i => i.Purpose).HasMaxLength(MeetingRules.MaxPurpose);
        builder.Property(i => i.Presenters).HasMaxLength(MeetingRules.MaxPresenters);
        builder.Property(i => i.ClosedBy).HasMaxLength(450);
        builder.Property(i => i.Conclusion).HasMaxLength(40);
        builder.Property(i => i.Clauses).HasMaxLength(500);
        builder.Property(i => i.Effect).HasMaxLength(40);
        builder.Property(i => i.Version).IsConcurrencyToken();
        builder.Property(i => i.NotesVersion).IsConcurrencyToken();
        builder.Property(i => i.StandingKey).HasMaxLength(64);
        builder.HasOne<Meeting>().WithMany().HasForeignKey(i => i.MeetingId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(i => new { i.MeetingId, i.Position });
        builder.HasIndex(i => i.CaseId);
        builder.HasIndex(i => i.ConfirmsItemId);
    }
}
