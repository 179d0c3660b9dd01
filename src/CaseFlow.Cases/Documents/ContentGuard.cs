using System.Text;
using CaseFlow.Cases.Language;

namespace CaseFlow.Cases.Documents;

/// <summary>The bytes are what the name says, hold nothing that runs, and no personal number where the text can be read (R39).</summary>
/// <remarks>Text is read in plain text, Office Open XML and OpenDocument; that of PDF files and pictures is not.</remarks>
public static class ContentGuard
{
    /// <summary>Largest file, in bytes.</summary>
    public const int MaxSize = 25 * 1024 * 1024;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Null when the content is taken in.</summary>
    public static Refusal? Check(FileKind kind, byte[] content)
    {
        ArgumentNullException.ThrowIfNull(kind);
        ArgumentNullException.ThrowIfNull(content);
        if (content.Length == 0)
            return DocumentRefusals.Empty();
        if (content.Length > MaxSize)
            return DocumentRefusals.TooLarge();
        return kind.Structure switch
        {
            FileStructure.Magic => content.AsSpan().StartsWith(kind.Magic) ? null : DocumentRefusals.NotThatKind(kind.Extension),
            FileStructure.Text => CheckText(kind, content),
            FileStructure.OfficeOpenXml or FileStructure.OpenDocument => PackageGuard.Check(kind, content),
        };
    }

    /// <summary>Reads at most the largest size; a longer stream is refused without being read to its end.</summary>
    public static async Task<Outcome<byte[]>> Read(Stream stream, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var memory = new MemoryStream();
        var buffer = new byte[81_920];
        int read;
        while ((read = await stream.ReadAsync(buffer, ct)) > 0)
        {
            if (memory.Length + read > MaxSize)
                return DocumentRefusals.TooLarge();
            memory.Write(buffer, 0, read);
        }

        return Outcome<byte[]>.Accepted(memory.ToArray());
    }

    private static Refusal? CheckText(FileKind kind, byte[] content)
    {
        string text;
        try
        {
            text = StrictUtf8.GetString(content);
        }
        catch (DecoderFallbackException)
        {
            return DocumentRefusals.NotThatKind(kind.Extension);
        }

        if (text.Any(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t' or '\f')))
            return DocumentRefusals.NotThatKind(kind.Extension);
        return PersonalNumberGuard.Contains(text) ? DocumentRefusals.PersonalNumber() : null;
    }
}
