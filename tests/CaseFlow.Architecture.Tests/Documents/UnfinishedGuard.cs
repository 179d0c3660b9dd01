using System.Text.RegularExpressions;

namespace CaseFlow.Architecture.Tests.Documents;

/// <summary>What is in the tree is finished: what is left to do stands in an issue, and no path of a machine is named.</summary>
internal static partial class UnfinishedGuard
{
    /// <param name="parentFolder">The folder that the working copy lies in, with a slash at the end.</param>
    public static IEnumerable<string> Violations(IEnumerable<TextFile> files, string parentFolder)
    {
        foreach (TextFile file in files)
        {
            string[] lines = file.Lines;
            for (int i = 0; i < lines.Length; i++)
            {
                if (Unfinished().Match(lines[i]) is { Success: true } match) yield return $"{file.Path}:{i + 1} says {match.Value}";
                if (parentFolder.Length > 1 && lines[i].Contains(parentFolder, StringComparison.Ordinal)) yield return $"{file.Path}:{i + 1} names a folder of this machine";
            }
        }
    }

    // Split so that this file does not say them itself.
    [GeneratedRegex("\\b(?:TO" + "DO|FIX" + "ME|HA" + "CK|XX" + "X|NotImplemented" + "Exception|in a real imple" + "mentation|simplified fo" + "r)\\b")]
    private static partial Regex Unfinished();
}
