using System.Text.RegularExpressions;

namespace CaseFlow.Architecture.Tests.Documents;

/// <summary>No file says from which registry packages or images are fetched: each organisation has its own.</summary>
internal static partial class RegistryGuard
{
    public static IEnumerable<string> Violations(IEnumerable<TextFile> files) =>
        from file in files
        from line in file.Lines.Select((text, index) => (Text: text, Number: index + 1))
        where Resolved().IsMatch(line.Text) || Host().IsMatch(line.Text)
        select $"{file.Path}:{line.Number} names a registry: {line.Text.Trim()}";

    [GeneratedRegex("""^\s*"resolved":\s*"https?:|<add\s+key="[^"]*"\s+value="https?:|--(?:source|registry)[ =]https?:|^\s*registry\s*=""")]
    private static partial Regex Resolved();

    // Split so that this file does not name them itself.
    [GeneratedRegex("registry\\.npm" + "js\\.org|api\\.nu" + "get\\.org|mcr\\.micro" + "soft\\.com|(?:docker|quay|ghcr)\\" + ".io/")]
    private static partial Regex Host();
}
