using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Cases.Escalation;

/// <summary>A case that was lifted to the body above, and what that body answered. A case that is lifted again gets another.</summary>
public sealed class EscalationPackage
{
    public Guid Id { get; set; }

    public Guid CaseId { get; set; }

    /// <summary>Key of the receiving body.</summary>
    public required string Body { get; set; }

    public DateTimeOffset ReceivedAt { get; set; }

    /// <summary>Null while it waits.</summary>
    public DateTimeOffset? AnsweredAt { get; set; }

    /// <summary>Code of the answer: what the process goes on with.</summary>
    public string? Answer { get; set; }

    /// <summary>Codes of the recorded clauses, in order, with spaces between.</summary>
    public string Clauses { get; set; } = "";

    /// <summary>The item with which a meeting of the body below is told of the answer; null while it waits for a meeting.</summary>
    public Guid? ProposedItemId { get; set; }
}

internal sealed class EscalationPackageConfiguration : IEntityTypeConfiguration<EscalationPackage>
{
    public void Configure(EntityTypeBuilder<EscalationPackage> builder)
    {
        builder.ToTable("EscalationPackages");
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Body).HasMaxLength(64);
        builder.Property(p => p.Answer).HasMaxLength(64);
        builder.Property(p => p.Clauses).HasMaxLength(500);
        builder.HasIndex(p => new { p.CaseId, p.ReceivedAt });
        builder.HasIndex(p => p.AnsweredAt);
    }
}
