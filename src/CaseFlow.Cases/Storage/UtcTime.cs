using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace CaseFlow.Cases.Storage;

/// <summary>Moments are stored as UTC: PostgreSQL refuses other kinds, and SQLite sorts text.</summary>
internal sealed class UtcTime() : ValueConverter<DateTimeOffset, DateTime>(
    moment => moment.UtcDateTime,
    stored => new DateTimeOffset(DateTime.SpecifyKind(stored, DateTimeKind.Utc)))
{
    /// <summary>Whole milliseconds: what both databases keep exactly, and what the hash chain is computed from.</summary>
    public static DateTimeOffset Truncate(DateTimeOffset moment) =>
        DateTimeOffset.FromUnixTimeMilliseconds(moment.ToUnixTimeMilliseconds());
}
