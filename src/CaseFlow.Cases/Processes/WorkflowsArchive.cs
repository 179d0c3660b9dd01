using System.IO.Compression;
using System.Text;
using CaseFlow.Cases.Language;
using CaseFlow.Engine.Model;

namespace CaseFlow.Cases.Processes;

/// <summary>
/// A workflows folder that comes as a zip file from somebody's own machine. Nothing in it is believed, neither its sizes nor its
/// names, and nothing of it is written to a disk: the files are read into memory, each up to its limit.
/// </summary>
public static class WorkflowsArchive
{
    /// <summary>Largest zip file, in bytes.</summary>
    public const int MaxSize = 8 * 1024 * 1024;

    /// <summary>Most files in it.</summary>
    public const int MaxFiles = 500;

    /// <summary>All files together when unpacked, in bytes.</summary>
    public const int MaxUnpacked = 32 * 1024 * 1024;

    private const int MaxPath = 400;
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The files that belong to a bundle. A single folder around everything is taken away; scenarios and texts for readers are left out.</summary>
    public static async Task<Outcome<IReadOnlyCollection<SourceFile>>> Read(Stream zip, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(zip);
        using var whole = new MemoryStream();
        if (!await CopyUpTo(zip, whole, MaxSize, ct))
            return ProcessRefusals.Archive("ArchiveTooLarge", MaxSize / 1024 / 1024);
        whole.Position = 0;
        try
        {
            using var archive = new ZipArchive(whole, ZipArchiveMode.Read);
            return await Read(archive, ct);
        }
        catch (Exception damaged) when (damaged is InvalidDataException or EndOfStreamException or NotSupportedException)
        {
            return ProcessRefusals.Archive("ArchiveUnreadable");
        }
    }

    private static async Task<Outcome<IReadOnlyCollection<SourceFile>>> Read(ZipArchive archive, CancellationToken ct)
    {
        var entries = archive.Entries.Where(e => e.Name.Length > 0 && !IsOfTheSystem(e.FullName)).ToList();
        if (entries.Count > MaxFiles)
            return ProcessRefusals.Archive("ArchiveTooManyFiles", MaxFiles);
        if (entries.Find(e => !IsPlain(e.FullName)) is { } sly)
            return ProcessRefusals.Archive("ArchivePath", Shown(sly.FullName));
        if (entries.Find(e => !WorkflowsFolder.IsKnown(e.FullName)) is { } unknown)
            return ProcessRefusals.Archive("ArchiveUnknownFile", Shown(unknown.FullName));
        if (entries.GroupBy(e => e.FullName, StringComparer.OrdinalIgnoreCase).FirstOrDefault(g => g.Count() > 1) is { } twice)
            return ProcessRefusals.Archive("ArchiveTwice", Shown(twice.Key));

        var outer = OuterFolder(entries);
        var files = new List<SourceFile>();
        var left = MaxUnpacked;
        foreach (var entry in entries)
        {
            var path = entry.FullName[outer.Length..];
            if (!WorkflowsFolder.IsPart(path))
                continue;
            // The size that the archive states is what its maker wanted it to state: bytes are counted as they come.
            using var content = new MemoryStream();
            await using (var packed = await entry.OpenAsync(ct))
            {
                if (!await CopyUpTo(packed, content, Math.Min(left, WorkflowsFolder.MaxFileSize), ct))
                    return ProcessRefusals.Archive("ArchiveUnpacksTooLarge", Shown(path), WorkflowsFolder.MaxFileSize / 1024 / 1024, MaxUnpacked / 1024 / 1024);
            }

            left -= (int)content.Length; // at most MaxFileSize
            if (Text(content) is not { } text)
                return ProcessRefusals.Archive("ArchiveNotText", Shown(path));
            files.Add(new(path, text));
        }

        return files.Count > 0 ? Outcome<IReadOnlyCollection<SourceFile>>.Accepted(files) : ProcessRefusals.Archive("ArchiveEmpty");
    }

    // People zip the folder as often as what is in it.
    private static string OuterFolder(List<ZipArchiveEntry> entries)
    {
        var first = entries.Count == 0 ? -1 : entries[0].FullName.IndexOf('/', StringComparison.Ordinal);
        var folder = first < 0 ? "" : entries[0].FullName[..(first + 1)];
        return folder.Length > 0 && folder != "organisation/" && entries.TrueForAll(e => e.FullName.StartsWith(folder, StringComparison.Ordinal)) ? folder : "";
    }

    private static bool IsOfTheSystem(string path) =>
        path.StartsWith("__MACOSX/", StringComparison.Ordinal) || path.EndsWith("/.DS_Store", StringComparison.Ordinal) || path == ".DS_Store";

    private static bool IsPlain(string path) =>
        path.Length <= MaxPath
        && !path.Any(c => char.IsControl(c) || c is '\\' or ':')
        && path.Split('/').All(part => part.Length > 0 && part is not ("." or ".."));

    private static async Task<bool> CopyUpTo(Stream from, MemoryStream to, int limit, CancellationToken ct)
    {
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await from.ReadAsync(buffer, ct)) > 0)
        {
            if (to.Length + read > limit)
                return false;
            to.Write(buffer, 0, read);
        }

        return true;
    }

    private static string? Text(MemoryStream content)
    {
        content.Position = 0;
        try
        {
            using var reader = new StreamReader(content, Strict, detectEncodingFromByteOrderMarks: true);
            return reader.ReadToEnd();
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static string Shown(string path)
    {
        var plain = new string([.. path.Where(c => !char.IsControl(c))]);
        return plain.Length <= 100 ? plain : plain[..100];
    }
}
