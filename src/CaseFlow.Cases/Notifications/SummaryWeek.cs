using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Cases.Notifications;

/// <summary>The weekly summaries of one week have been written, for everybody.</summary>
public sealed class SummaryWeek
{
    /// <summary>ISO week, <c>2026-W48</c>.</summary>
    public required string Week { get; set; }

    public DateTimeOffset WrittenAt { get; set; }

    /// <summary>The ISO week of a day, as the key is written.</summary>
    public static string KeyOf(DateOnly day)
    {
        var date = day.ToDateTime(TimeOnly.MinValue);
        return string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(date)}-W{ISOWeek.GetWeekOfYear(date):00}");
    }
}

internal sealed class SummaryWeekConfiguration : IEntityTypeConfiguration<SummaryWeek>
{
    public void Configure(EntityTypeBuilder<SummaryWeek> builder)
    {
        builder.ToTable("SummaryWeeks");
        builder.HasKey(w => w.Week);
        builder.Property(w => w.Week).HasMaxLength(10);
    }
}
