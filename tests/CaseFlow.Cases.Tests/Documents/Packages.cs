using System.IO.Compression;
using System.Text;

namespace CaseFlow.Cases.Tests.Documents;

/// <summary>Small office files made in memory.</summary>
internal static class Packages
{
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public static byte[] Docx(string body = "<w:p><w:r><w:t>Gemensam rutin</w:t></w:r></w:p>", params (string Name, string Text)[] more) => Zip(
    [
        ("[Content_Types].xml", $"""<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="{Word}.main+xml"/></Types>"""),
        ("word/document.xml", $"""<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{body}</w:body></w:document>"""),
        .. more,
    ]);

    public static byte[] Odt(string text = "Gemensam rutin") => Zip(
    [
        ("mimetype", "application/vnd.oasis.opendocument.text"),
        ("content.xml", $"""<office:document-content xmlns:office="urn:o" xmlns:text="urn:t"><text:p>{text}</text:p></office:document-content>"""),
    ]);

    public static byte[] Zip(params (string Name, string Text)[] entries)
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in entries)
            {
                using var stream = zip.CreateEntry(name).Open();
                stream.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return memory.ToArray();
    }
}
