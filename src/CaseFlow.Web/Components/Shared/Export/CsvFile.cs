using System.Globalization;
using System.Text;

namespace CaseFlow.Web.Components.Shared.Export;

/// <summary>Tables as CSV (RFC 4180; semicolons and a byte order mark, as Swedish spreadsheets read them), written as the rows come.</summary>
internal static class CsvFile
{
    public const string MediaType = "text/csv; charset=utf-8";

    public static async Task Write(Stream target, IReadOnlyList<ExportTable> tables, CancellationToken ct)
    {
        await using var writer = new StreamWriter(target, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        foreach (var table in tables)
        {
            await writer.WriteAsync(Line(table.Headings));
            await foreach (var row in table.Rows.WithCancellation(ct))
                await writer.WriteAsync(Line(row));
        }
    }

    /// <summary>A cell that a spreadsheet would take for a formula is text: an apostrophe says so.</summary>
    public static string Safe(string cell) =>
        cell is [var first, ..] && first is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '\0' or '＝' or '＋' or '－' or '＠' ? "'" + cell : cell;

    private static string Line(IEnumerable<object?> cells) =>
        string.Join(';', cells.Select(cell => $"\"{Text(cell).Replace("\"", "\"\"", StringComparison.Ordinal)}\"")) + "\r\n";

    private static string Text(object? cell) => cell switch
    {
        null => "",
        string text => Safe(text),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        double number => number.ToString("0.##", CultureInfo.CurrentCulture),
        IFormattable other => other.ToString(null, CultureInfo.CurrentCulture),
        _ => throw new ArgumentException($"A cell is no {cell.GetType().Name}.", nameof(cell)),
    };
}
