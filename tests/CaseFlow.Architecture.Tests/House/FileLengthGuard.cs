namespace CaseFlow.Architecture.Tests.House;

/// <summary>A file has at most 300 lines, or stands in the allow-list with a reason and has at most 500.</summary>
internal static class FileLengthGuard
{
    public const int Usual = 300;
    public const int Most = 500;

    /// <param name="allowed">Lines of the form <c>path: reason</c>.</param>
    public static IEnumerable<string> Violations(IEnumerable<TextFile> files, IEnumerable<string> allowed)
    {
        Dictionary<string, string> reasons = allowed.Select(line => line.Split(": ", 2)).ToDictionary(
            parts => parts[0], parts => parts.Length > 1 ? parts[1].Trim() : "", StringComparer.Ordinal);
        HashSet<string> needed = new(StringComparer.Ordinal);

        foreach (TextFile file in files)
        {
            int lines = file.LineCount;
            if (lines <= Usual) continue;
            needed.Add(file.Path);
            if (lines > Most)
                yield return $"{file.Path} has {lines} lines; {Most} is the most there is";
            else if (!reasons.TryGetValue(file.Path, out string? reason) || reason.Length < 20)
                yield return $"{file.Path} has {lines} lines; over {Usual} needs a line with a reason in long-files.txt";
        }

        foreach (string path in reasons.Keys.Where(path => !needed.Contains(path)))
            yield return $"{path} stands in long-files.txt but is not over {Usual} lines";
    }
}
