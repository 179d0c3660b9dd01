using System.Globalization;

namespace CaseFlow.Engine.Feel;

/// <summary>The zone of a time: an offset from UTC, or a named zone of the IANA database.</summary>
public sealed class FeelZone : IEquatable<FeelZone>
{
    private readonly TimeZoneInfo? _named;
    private readonly int _offset;

    private FeelZone(string? id, TimeZoneInfo? named, int offset)
    {
        Id = id;
        _named = named;
        _offset = offset;
    }

    /// <summary>The largest offset, 18 hours, in seconds.</summary>
    public const int LargestOffset = 18 * 3600;

    public static FeelZone Utc { get; } = new(null, null, 0);

    /// <summary>The name of a named zone, otherwise null.</summary>
    public string? Id { get; }

    /// <summary>A zone of so many seconds east of UTC; null beyond 18 hours.</summary>
    public static FeelZone? OfOffset(long seconds) =>
        seconds == 0 ? Utc : seconds is >= -LargestOffset and <= LargestOffset ? new FeelZone(null, null, (int)seconds) : null;

    /// <summary>A named zone, or null when the name is not known.</summary>
    public static FeelZone? Named(string id) =>
        id.Length is > 0 and <= 64 && TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) ? new FeelZone(id, zone, 0) : null;

    /// <summary>Seconds east of UTC at a local second since 1970. Before year 1 and after 9999 a named zone has its standard offset.</summary>
    public int OffsetAt(long localSecond)
    {
        if (_named is null)
        {
            return _offset;
        }

        const long FirstSecond = -62_135_596_800;
        const long LastSecond = 253_402_300_799;
        return localSecond is < FirstSecond or > LastSecond
            ? (int)_named.BaseUtcOffset.TotalSeconds
            : (int)_named.GetUtcOffset(new DateTime((localSecond - FirstSecond) * TimeSpan.TicksPerSecond, DateTimeKind.Unspecified)).TotalSeconds;
    }

    /// <summary>Seconds east of UTC for a time without a date: the standard offset of a named zone.</summary>
    public int StandardOffset => _named is null ? _offset : (int)_named.BaseUtcOffset.TotalSeconds;

    public bool Equals(FeelZone? other) => other is not null && Id == other.Id && _offset == other._offset;

    public override bool Equals(object? obj) => Equals(obj as FeelZone);

    public override int GetHashCode() => HashCode.Combine(Id, _offset);

    public override string ToString()
    {
        if (Id is not null)
        {
            return "@" + Id;
        }

        if (_offset == 0)
        {
            return "Z";
        }

        var seconds = Math.Abs(_offset);
        var text = string.Create(CultureInfo.InvariantCulture, $"{(_offset < 0 ? '-' : '+')}{seconds / 3600:00}:{seconds / 60 % 60:00}");
        return seconds % 60 == 0 ? text : string.Create(CultureInfo.InvariantCulture, $"{text}:{seconds % 60:00}");
    }
}
