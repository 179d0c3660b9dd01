using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Cases.Notifications;

/// <summary>How often an account wants mail. Notices in CaseFlow itself come always.</summary>
public enum MailPace
{
    /// <summary>A mail for each notice, and the weekly summary.</summary>
    AtOnce,

    /// <summary>The weekly summary only.</summary>
    Weekly,

    /// <summary>No mail at all.</summary>
    Off,
}

/// <summary>An account's own choice; without a row the account has <see cref="MailPace.AtOnce"/>.</summary>
public sealed class MailSettings
{
    public required string AccountId { get; set; }

    public MailPace Pace { get; set; }

    public DateTimeOffset ChangedAt { get; set; }
}

internal sealed class MailSettingsConfiguration : IEntityTypeConfiguration<MailSettings>
{
    public void Configure(EntityTypeBuilder<MailSettings> builder)
    {
        builder.ToTable("MailSettings");
        builder.HasKey(s => s.AccountId);
        builder.Property(s => s.AccountId).HasMaxLength(450);
        builder.Property(s => s.Pace).HasConversion<string>().HasMaxLength(20);
    }
}
