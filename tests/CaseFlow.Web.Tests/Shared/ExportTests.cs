using System.IO.Compression;
using System.Xml.Linq;
using CaseFlow.Cases.Timeline;
using CaseFlow.Web.Components.Shared.Export;
using NUnit.Framework;

namespace CaseFlow.Web.Tests.Shared;

/// <summary>Lists as files: the same rows as the page, and nothing in them that a spreadsheet would run.</summary>
[TestFixture]
public sealed class ExportTests
{
    private const string Formula = "=HYPERLINK(\"http://example.org\";\"klicka\")";
    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static readonly DateTimeOffset Then = new(2026, 3, 3, 9, 0, 0, TimeSpan.Zero);
    private WebApp _app = null!;

    [OneTimeSetUp]
    public async Task Open()
    {
        _app = WebApp.WithProcess();
        await _app.Read(db =>
        {
            var row = new CaseRow { Id = Guid.CreateVersion7(), Number = "2026-00101", Title = Formula, OriginKind = "area", OriginArea = "fyrbodal", SubmittedBy = "system", SubmittedAt = Then, StatusKey = "beredning", StatusSv = "Bereds", StatusEn = "Prepared", StatusSince = Then };
            row.Index();
            db.Cases.Add(row);
            return db.SaveChangesAsync();
        });
    }

    [OneTimeTearDown]
    public void Close() => _app.Dispose();

    [Test]
    public async Task A_title_that_looks_like_a_formula_is_a_text_in_both_kinds_of_file()
    {
        using var browser = await _app.SignedIn("lasare");
        var page = await WebApp.Page(await browser.GetAsync("/arenden?q=101"));
        var files = page.QuerySelectorAll(".table__bar a[download]").Select(a => a.GetAttribute("href")!).ToList();

        Assert.That(files, Is.EqualTo(new[] { "/arenden.csv?q=101", "/arenden.xlsx?q=101" }));
        Assert.That(await browser.GetStringAsync(files[0]), Does.Contain("\"'=HYPERLINK(\"\"http://example.org\"\"").And.Contain("\"2026-03-03\""));
        using var answer = await browser.GetAsync(files[1]);
        Assert.That((answer.Content.Headers.ContentType!.MediaType, answer.Content.Headers.ContentDisposition!.FileName), Is.EqualTo((XlsxFile.MediaType, "arenden.xlsx")));
        var sheet = await Sheet(await answer.Content.ReadAsByteArrayAsync(), 1);
        Assert.That(sheet.Descendants(Main + "f"), Is.Empty, "no formula");
        var cells = sheet.Descendants(Main + "row").Last().Elements(Main + "c").ToList();
        Assert.That((cells[1].Attribute("t")!.Value, cells[1].Value), Is.EqualTo(("inlineStr", Formula)));
        Assert.That(new DateOnly(1899, 12, 30).AddDays((int)cells[5].Element(Main + "v")!), Is.EqualTo(new DateOnly(2026, 3, 3)), "a day is a day");
    }

    [TestCase("/arenden.xlsx")]
    [TestCase("/laget.xlsx")]
    [TestCase("/laget/indikatorer.xlsx")]
    [TestCase("/spridning.xlsx")]
    [TestCase("/uppdrag.xlsx")]
    public async Task Every_list_is_a_whole_workbook_for_those_who_have_signed_in(string address)
    {
        using var stranger = _app.Browser();
        using var refused = await stranger.GetAsync(address);
        using var browser = await _app.SignedIn("lasare");
        var bytes = await browser.GetByteArrayAsync(address);

        Assert.That((int)refused.StatusCode / 100, Is.EqualTo(3));
        using var zip = new ZipArchive(new MemoryStream(bytes));
        foreach (var part in zip.Entries)
            Assert.That(() => XDocument.Load(part.Open()), Throws.Nothing, part.FullName);
        Assert.That(zip.Entries.Select(e => e.FullName), Is.SupersetOf(new[] { "[Content_Types].xml", "_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml", "xl/worksheets/sheet1.xml" }));
    }

    [Test]
    public async Task Sheets_have_names_of_their_own_and_letters_that_a_file_may_not_have_are_left_out()
    {
        using var target = new MemoryStream();
        await XlsxFile.Write(target, [new("Samma/namn", ["a"], [["\u0001x\ud800", 1.5, null]]), new("Samma namn", ["b"], []), new(new string('å', 40), ["c"], [])], default);

        var names = (await Part(target.ToArray(), "xl/workbook.xml")).Descendants(Main + "sheet").Select(s => s.Attribute("name")!.Value).ToList();
        Assert.That(names, Is.EqualTo(new[] { "Samma namn", "Samma namn 2", new string('å', 31) }));
        Assert.That((await Sheet(target.ToArray(), 1)).Descendants(Main + "row").Last().Elements(Main + "c").Select(c => c.Value), Is.EqualTo(new[] { "x\uFFFD", "1.5", "" }));
    }

    [TestCase("=1+1", ExpectedResult = "'=1+1")]
    [TestCase("+46", ExpectedResult = "'+46")]
    [TestCase("\n=1", ExpectedResult = "'\n=1")]
    [TestCase("＝1", ExpectedResult = "'＝1")]
    [TestCase("Nattpatrull", ExpectedResult = "Nattpatrull")]
    [TestCase("", ExpectedResult = "")]
    public string A_cell_that_begins_like_a_formula_is_marked_as_text(string cell) => CsvFile.Safe(cell);

    private static Task<XDocument> Sheet(byte[] file, int number) => Part(file, $"xl/worksheets/sheet{number}.xml");

    private static async Task<XDocument> Part(byte[] file, string name)
    {
        await using var zip = new ZipArchive(new MemoryStream(file));
        await using var part = await (zip.GetEntry(name) ?? throw new InvalidOperationException(name)).OpenAsync();
        return await XDocument.LoadAsync(part, LoadOptions.None, default);
    }
}
