using System.Globalization;
using System.IO.Compression;
using System.Xml;

namespace CaseFlow.Web.Components.Shared.Export;

/// <summary>
/// Tables as an Excel workbook (ISO/IEC 29500, SpreadsheetML), a sheet each, written as the rows come: nothing larger than a row is
/// held in memory. A text is written as a text and never as a formula, whatever it begins with; numbers and days are numbers and days.
/// </summary>
internal static class XlsxFile
{
    public const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string PackageRelations = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string ContentTypes = "http://schemas.openxmlformats.org/package/2006/content-types";
    private const string SheetType = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private const string HeadingStyle = "1";
    private const string DayStyle = "2";
    private const int LongestText = 32_767; // of a cell
    private const int LongestName = 31; // of a sheet
    private static readonly DateOnly FirstDay = new(1899, 12, 30);

    public static async Task Write(Stream target, IReadOnlyList<ExportTable> tables, CancellationToken ct)
    {
        // An archive writes a little of itself synchronously, which an answer over the network does not allow: it is put together
        // in a file that is gone when it is closed.
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 81_920, FileOptions.Asynchronous | FileOptions.DeleteOnClose);
        await Archive(file, tables, ct);
        file.Position = 0;
        await file.CopyToAsync(target, ct);
    }

    private static async Task Archive(Stream target, IReadOnlyList<ExportTable> tables, CancellationToken ct)
    {
        await using var zip = await ZipArchive.CreateAsync(target, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, ct);
        var names = Names(tables);
        await Part(zip, "[Content_Types].xml", xml => Types(xml, tables.Count), ct);
        await Part(zip, "_rels/.rels", xml => Related(xml, [("officeDocument", "xl/workbook.xml")]), ct);
        await Part(zip, "xl/workbook.xml", xml => Workbook(xml, names), ct);
        await Part(zip, "xl/_rels/workbook.xml.rels", xml => Related(xml, [.. tables.Select((_, i) => ("worksheet", $"worksheets/sheet{i + 1}.xml")), ("styles", "styles.xml")]), ct);
        await Part(zip, "xl/styles.xml", Styles, ct);
        for (var i = 0; i < tables.Count; i++)
        {
            var table = tables[i];
            await Part(zip, $"xl/worksheets/sheet{i + 1}.xml", xml => Sheet(xml, table, ct), ct);
        }
    }

    private static async Task Part(ZipArchive zip, string name, Func<XmlWriter, Task> write, CancellationToken ct)
    {
        await using var part = await zip.CreateEntry(name, CompressionLevel.Fastest).OpenAsync(ct);
        await using var xml = XmlWriter.Create(part, new XmlWriterSettings { Async = true, CheckCharacters = false });
        await xml.WriteStartDocumentAsync(standalone: true);
        await write(xml);
        await xml.WriteEndDocumentAsync();
    }

    private static async Task Sheet(XmlWriter xml, ExportTable table, CancellationToken ct)
    {
        await xml.WriteStartElementAsync(null, "worksheet", Main);
        // The headings stay in sight.
        await xml.WriteRawAsync("""<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>""");
        await xml.WriteStartElementAsync(null, "sheetData", Main);
        await Row(xml, table.Headings, HeadingStyle);
        await foreach (var row in table.Rows.WithCancellation(ct))
            await Row(xml, row, null);
        await xml.WriteEndElementAsync();
        await xml.WriteEndElementAsync();
    }

    private static async Task Row(XmlWriter xml, IEnumerable<object?> cells, string? style)
    {
        await xml.WriteStartElementAsync(null, "row", Main);
        foreach (var cell in cells)
        {
            await xml.WriteStartElementAsync(null, "c", Main);
            if (style is not null)
                await xml.WriteAttributeStringAsync(null, "s", null, style);
            switch (cell)
            {
                case null:
                    break;
                case string text:
                    await Text(xml, text);
                    break;
                case DateOnly day:
                    await xml.WriteAttributeStringAsync(null, "s", null, DayStyle);
                    await xml.WriteElementStringAsync(null, "v", Main, (day.DayNumber - FirstDay.DayNumber).ToString(CultureInfo.InvariantCulture));
                    break;
                case IFormattable number:
                    await xml.WriteElementStringAsync(null, "v", Main, number.ToString(null, CultureInfo.InvariantCulture));
                    break;
                default:
                    throw new ArgumentException($"A cell is no {cell.GetType().Name}.", nameof(cells));
            }

            await xml.WriteEndElementAsync();
        }

        await xml.WriteEndElementAsync();
    }

    private static async Task Text(XmlWriter xml, string text)
    {
        await xml.WriteAttributeStringAsync(null, "t", null, "inlineStr");
        await xml.WriteStartElementAsync(null, "is", Main);
        await xml.WriteStartElementAsync(null, "t", Main);
        await xml.WriteAttributeStringAsync("xml", "space", null, "preserve");
        await xml.WriteStringAsync(Writable(text));
        await xml.WriteEndElementAsync();
        await xml.WriteEndElementAsync();
    }

    // XML has no place for most control characters, and a half of a surrogate pair is no character.
    private static string Writable(string text)
    {
        var cut = text.Length > LongestText ? text[..LongestText] : text;
        return string.Concat(cut.EnumerateRunes().Where(r => r.Value is '\t' or '\n' or '\r' or >= 0x20 and not 0xFFFE and not 0xFFFF).Select(r => r.ToString()));
    }

    private static async Task Types(XmlWriter xml, int sheets)
    {
        await xml.WriteStartElementAsync(null, "Types", ContentTypes);
        await xml.WriteRawAsync("""<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>""");
        await Override("/xl/workbook.xml", "sheet.main+xml");
        await Override("/xl/styles.xml", "styles+xml");
        for (var i = 1; i <= sheets; i++)
            await Override($"/xl/worksheets/sheet{i}.xml", "worksheet+xml");
        await xml.WriteEndElementAsync();

        async Task Override(string part, string type)
        {
            await xml.WriteStartElementAsync(null, "Override", ContentTypes);
            await xml.WriteAttributeStringAsync(null, "PartName", null, part);
            await xml.WriteAttributeStringAsync(null, "ContentType", null, SheetType + type);
            await xml.WriteEndElementAsync();
        }
    }

    private static async Task Related(XmlWriter xml, IReadOnlyList<(string Type, string Target)> parts)
    {
        await xml.WriteStartElementAsync(null, "Relationships", PackageRelations);
        for (var i = 0; i < parts.Count; i++)
        {
            await xml.WriteStartElementAsync(null, "Relationship", PackageRelations);
            await xml.WriteAttributeStringAsync(null, "Id", null, $"rId{i + 1}");
            await xml.WriteAttributeStringAsync(null, "Type", null, $"{Relations}/{parts[i].Type}");
            await xml.WriteAttributeStringAsync(null, "Target", null, parts[i].Target);
            await xml.WriteEndElementAsync();
        }

        await xml.WriteEndElementAsync();
    }

    private static async Task Workbook(XmlWriter xml, IReadOnlyList<string> names)
    {
        await xml.WriteStartElementAsync(null, "workbook", Main);
        await xml.WriteStartElementAsync(null, "sheets", Main);
        for (var i = 0; i < names.Count; i++)
        {
            await xml.WriteStartElementAsync(null, "sheet", Main);
            await xml.WriteAttributeStringAsync(null, "name", null, names[i]);
            await xml.WriteAttributeStringAsync(null, "sheetId", null, (i + 1).ToString(CultureInfo.InvariantCulture));
            await xml.WriteAttributeStringAsync("r", "id", Relations, $"rId{i + 1}");
            await xml.WriteEndElementAsync();
        }

        await xml.WriteEndElementAsync();
        await xml.WriteEndElementAsync();
    }

    // Three looks: plain, bold for headings, a day.
    private static async Task Styles(XmlWriter xml)
    {
        await xml.WriteStartElementAsync(null, "styleSheet", Main);
        await xml.WriteRawAsync(
            """
            <numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\-mm\-dd"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs>
            """);
        await xml.WriteEndElementAsync();
    }

    // No two sheets have the same name, and some characters are not for names.
    private static List<string> Names(IReadOnlyList<ExportTable> tables)
    {
        var names = new List<string>();
        foreach (var table in tables)
        {
            var plain = string.Concat(Writable(table.Name).Select(c => c is '[' or ']' or ':' or '*' or '?' or '/' or '\\' ? ' ' : c)).Trim('\'', ' ');
            var name = plain.Length == 0 ? "1" : plain.Length > LongestName ? plain[..LongestName] : plain;
            for (var number = 2; names.Contains(name, StringComparer.OrdinalIgnoreCase); number++)
            {
                var ending = $" {number.ToString(CultureInfo.InvariantCulture)}";
                name = (plain.Length > LongestName - ending.Length ? plain[..(LongestName - ending.Length)] : plain) + ending;
            }

            names.Add(name);
        }

        return names;
    }
}
