using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace CaseFlow.Benchmarks.Filling;

/// <summary>What differs between one copy of a world and the next.</summary>
/// <param name="Ids">New ids by old ones.</param>
/// <param name="Numbers">New case numbers by old ones.</param>
/// <param name="Days">How much later everything happens.</param>
/// <param name="Areas">New areas by old ones.</param>
internal sealed record Change(IReadOnlyDictionary<Guid, Guid> Ids, IReadOnlyDictionary<string, string> Numbers, int Days, IReadOnlyDictionary<string, string> Areas);

/// <summary>A stored value, cut once into what stays and what a copy changes: ids, case numbers, dates, areas.</summary>
internal sealed partial class CopiedText
{
    private readonly object _value;
    private readonly List<object> _parts = [];
    private readonly bool _isBlob;

    /// <param name="value">As SQLite stores it.</param>
    /// <param name="ids">Those that are changed; others stay. So with numbers and areas.</param>
    public CopiedText(object value, IReadOnlySet<Guid> ids, IReadOnlySet<string> numbers, IReadOnlySet<string> areas)
    {
        _value = value;
        _isBlob = value is byte[];
        if ((value as string ?? (value is byte[] { Length: > 0 } bytes && bytes[0] == '{' ? Encoding.UTF8.GetString(bytes) : null)) is not { } text)
            return;
        var from = 0;
        foreach (Match match in Changing().Matches(text))
        {
            object? part = match switch
            {
                { Groups: [_, { Success: true }, ..] } when Guid.TryParse(match.Value, out var id) && ids.Contains(id) => new IdPart(id, match.Value.Contains('-', StringComparison.Ordinal) ? "D" : "N", char.IsUpper(match.Value.FirstOrDefault(char.IsLetter))),
                { Groups: [_, _, { Success: true }, ..] } when numbers.Contains(match.Value) => new NumberPart(match.Value),
                { Groups: [_, _, _, { Success: true }] } when !_isBlob && DateOnly.TryParseExact(match.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => day,
                _ => null,
            };
            if (part is null)
                continue;
            _parts.Add(text[from..match.Index]);
            _parts.Add(part);
            from = match.Index + match.Length;
        }

        if (_parts.Count > 0)
            _parts.Add(text[from..]);
        else if (areas.Contains(text))
            _parts.Add(new AreaPart(text));
    }

    public object In(Change change)
    {
        if (_parts.Count == 0)
            return _value;
        var text = string.Concat(_parts.Select(part => Write(part, change)));
        return _isBlob ? Encoding.UTF8.GetBytes(text) : text;
    }

    private static string Write(object part, Change change) => part switch
    {
        string text => text,
        IdPart id => id.IsUpper ? change.Ids[id.Id].ToString(id.Format).ToUpperInvariant() : change.Ids[id.Id].ToString(id.Format),
        NumberPart number => change.Numbers[number.Number],
        AreaPart area => change.Areas[area.Area],
        DateOnly day => day.AddDays(change.Days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => throw new InvalidOperationException("No such part."),
    };

    [GeneratedRegex("""\b([0-9a-fA-F]{8}-?(?:[0-9a-fA-F]{4}-?){3}[0-9a-fA-F]{12})\b|\b(20\d\d-\d{5})\b|\b(20\d\d-\d\d-\d\d)(?!\d)""")]
    private static partial Regex Changing();

    private sealed record IdPart(Guid Id, string Format, bool IsUpper);

    private sealed record NumberPart(string Number);

    private sealed record AreaPart(string Area);
}
