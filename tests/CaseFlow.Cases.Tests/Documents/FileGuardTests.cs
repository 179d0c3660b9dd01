using System.Text;
using CaseFlow.Cases.Documents;
using CaseFlow.Cases.Language;

namespace CaseFlow.Cases.Tests.Documents;

public sealed class FileGuardTests
{
    [TestCase("Förslag till rutin v2.docx")]
    [TestCase("bilaga 1 (kortversion).PDF")]
    [TestCase("Tabell_2026-11-22.xlsx")]
    public void An_ordinary_file_name_is_taken_in(string name)
    {
        Assert.That(FileNameGuard.Check(name).Value, Is.EqualTo(name));
    }

    [Test]
    public void A_decomposed_name_is_composed()
    {
        Assert.That(FileNameGuard.Check("Fo\u0308rslag.pdf").Value, Is.EqualTo("Förslag.pdf"));
    }

    [TestCase("../../etc/passwd.txt", "document.file-name")]
    [TestCase("C:\\temp\\a.pdf", "document.file-name")]
    [TestCase("a\r\nSet-Cookie: x.pdf", "document.file-name")]
    [TestCase("fakt\u202Efdp.exe.pdf", "document.file-name")]
    [TestCase(".pdf", "document.file-name")]
    [TestCase("", "document.file-name")]
    [TestCase(null, "document.file-name")]
    [TestCase("a.pdf\0.docx", "document.file-name")]
    [TestCase("a.html", "document.kind")]
    [TestCase("a.svg", "document.kind")]
    [TestCase("a.docm", "document.kind")]
    [TestCase("a.zip", "document.kind")]
    [TestCase("a.exe", "document.kind")]
    [TestCase("utan punkt", "document.kind")]
    [TestCase("SIP 811228-9874.pdf", "text.personal-number")]
    [Property("Requirement", "R39")]
    public void Another_file_name_is_refused_and_says_why(string? name, string code)
    {
        Assert.That(FileNameGuard.Check(name).Refusals.Select(r => r.Code), Is.EqualTo(new[] { code }));
    }

    [Test]
    public void A_name_of_more_than_150_characters_is_refused()
    {
        Assert.That(FileNameGuard.Check(new string('a', 147) + ".pdf").IsAccepted, Is.False);
    }

    [Test]
    public void Files_whose_bytes_are_what_their_names_say_are_taken_in()
    {
        Assert.Multiple(() =>
        {
            Assert.That(Check("a.pdf", "%PDF-1.7\n..."u8.ToArray()), Is.Null);
            Assert.That(Check("a.png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0]), Is.Null);
            Assert.That(Check("a.jpeg", [0xFF, 0xD8, 0xFF, 0xE0]), Is.Null);
            Assert.That(Check("a.txt", "Å, ä och ö.\n"u8.ToArray()), Is.Null);
            Assert.That(Check("a.docx", Packages.Docx()), Is.Null);
            Assert.That(Check("a.odt", Packages.Odt()), Is.Null);
        });
    }

    [TestCase("a.pdf", "<html><script>alert(1)</script>")]
    [TestCase("a.pdf", "\u0001%PDF-1.7")]
    [TestCase("a.png", "%PDF-1.7")]
    [TestCase("a.docx", "%PDF-1.7")]
    [TestCase("a.docx", "PK\u0003\u0004inte en zip")]
    [TestCase("a.txt", "MZ\0\0")]
    public void Bytes_of_another_kind_are_refused(string name, string content)
    {
        Assert.That(Check(name, Encoding.UTF8.GetBytes(content))?.Code, Is.EqualTo("document.not-that-kind"));
    }

    [Test]
    public void Text_that_is_not_utf_8_an_empty_file_and_a_spreadsheet_named_document_are_refused()
    {
        Assert.Multiple(() =>
        {
            Assert.That(Check("a.txt", [0xE5, 0xE4, 0xF6])?.Code, Is.EqualTo("document.not-that-kind"));
            Assert.That(Check("a.txt", [])?.Code, Is.EqualTo("document.empty"));
            Assert.That(Check("a.xlsx", Packages.Docx())?.Code, Is.EqualTo("document.not-that-kind"));
            Assert.That(Check("a.odp", Packages.Odt())?.Code, Is.EqualTo("document.not-that-kind"));
            Assert.That(Check("a.docx", Packages.Zip(("word/document.xml", "<a/>")))?.Code, Is.EqualTo("document.not-that-kind"));
        });
    }

    [TestCase("word/vbaProject.bin")]
    [TestCase("word/activeX/activeX1.bin")]
    [TestCase("../utanfor.xml")]
    public void A_package_with_macros_or_paths_out_of_it_is_refused(string entry)
    {
        Assert.That(Check("a.docx", Packages.Docx(more: (entry, "x")))?.Code, Is.EqualTo("document.macros"));
    }

    [Test]
    public void A_package_that_unpacks_to_very_much_is_refused()
    {
        var bomb = Packages.Docx(more: [.. Enumerable.Range(0, 8).Select(i => ($"word/media/{i}.bin", new string('0', 40 * 1024 * 1024)))]);

        Assert.That(bomb, Has.Length.LessThan(ContentGuard.MaxSize));
        Assert.That(Check("a.docx", bomb)?.Code, Is.EqualTo("document.too-large"));
    }

    [Test]
    public void A_package_with_a_document_type_declaration_is_refused_unread()
    {
        var xxe = Packages.Zip(
            ("[Content_Types].xml", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
            ("word/document.xml", """<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>"""));

        Assert.That(Check("a.docx", xxe)?.Code, Is.EqualTo("document.not-that-kind"));
    }

    [Test]
    [Property("Requirement", "R39")]
    public void A_personal_number_in_a_text_or_an_office_file_is_found_also_when_its_format_changes_in_the_middle()
    {
        const string Cut = "<w:p><w:r><w:t>8112</w:t></w:r><w:r><w:t>28-98</w:t></w:r><w:r><w:t>74</w:t></w:r></w:p>";

        Assert.Multiple(() =>
        {
            Assert.That(Check("a.txt", "Hen, 811228-9874."u8.ToArray())?.Code, Is.EqualTo("document.personal-number"));
            Assert.That(Check("a.docx", Packages.Docx(Cut))?.Code, Is.EqualTo("document.personal-number"));
            Assert.That(Check("a.odt", Packages.Odt("811228-9874"))?.Code, Is.EqualTo("document.personal-number"));
            Assert.That(Check("a.docx", Packages.Docx("<w:p><w:r><w:t>811228</w:t></w:r></w:p><w:p><w:r><w:t>9874</w:t></w:r></w:p>")), Is.Null, "two paragraphs are two texts");
        });
    }

    [Test]
    public async Task A_stream_without_end_is_given_up_at_the_largest_size()
    {
        var outcome = await ContentGuard.Read(new EndlessStream(), default);

        Assert.That(outcome.Refusals[0].Code, Is.EqualTo("document.too-large"));
    }

    private static Refusal? Check(string name, byte[] content) =>
        ContentGuard.Check(FileKind.Of(name) ?? throw new InvalidOperationException(name), content);

    private sealed class EndlessStream : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => count;

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
