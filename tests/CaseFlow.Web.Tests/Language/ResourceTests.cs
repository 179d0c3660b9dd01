using System.Text.RegularExpressions;
using System.Xml.Linq;
using NUnit.Framework;

namespace CaseFlow.Web.Tests.Language;

/// <summary>What users read exists in both languages, and pages name only texts that exist.</summary>
[TestFixture]
public sealed partial class ResourceTests
{
    private static readonly string Web = Path.Combine(Repository.Root, "src", "CaseFlow.Web");

    private static IEnumerable<string> Subjects() =>
        Directory.EnumerateFiles(Path.Combine(Web, "Resources"), "*.resx")
            .Select(Path.GetFileNameWithoutExtension).OfType<string>()
            .Where(n => !n.EndsWith(".en", StringComparison.Ordinal));

    [TestCaseSource(nameof(Subjects))]
    public void Swedish_and_English_have_the_same_texts(string subject)
    {
        Assert.That(Read(subject + ".en").Keys, Is.EquivalentTo(Read(subject).Keys));
    }

    [TestCaseSource(nameof(Subjects))]
    public void No_text_is_empty_and_both_languages_have_the_same_gaps(string subject)
    {
        var english = Read(subject + ".en");
        foreach (var (key, swedish) in Read(subject))
        {
            Assert.That(swedish, Is.Not.Empty, key);
            Assert.That(english[key], Is.Not.Empty, key);
            Assert.That(Gaps(english[key]), Is.EqualTo(Gaps(swedish)), key);
        }
    }

    [Test]
    public void Every_text_that_a_page_names_exists()
    {
        var missing = new List<string>();
        foreach (var file in Sources().Where(f => Path.GetFileName(f) != "Texts.cs"))
        {
            var source = File.ReadAllText(file);
            var names = Declaration().Matches(source).ToDictionary(m => m.Groups["name"].Value, m => m.Groups["subject"].Value, StringComparer.Ordinal);
            foreach (var (name, subject) in names)
            {
                var known = Read(subject);
                foreach (Match use in Regex.Matches(source, $@"\b{name}(\.Count\(|\[)""(?<key>[^""]+)""(?<after>.)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)))
                {
                    var key = use.Groups["key"].Value;
                    var isPrefix = use.Groups["after"].Value == " ";
                    if (!(isPrefix ? known.Keys.Any(k => k.StartsWith(key, StringComparison.Ordinal)) : known.ContainsKey(key) || known.ContainsKey(key + ".many")))
                        missing.Add($"{Path.GetFileName(file)}: {subject}[{key}]");
                }
            }
        }

        Assert.That(missing, Is.Empty);
    }

    [Test]
    public void Pages_hold_no_sentences_of_their_own()
    {
        // Swedish letters in markup or code are words that belong in a resource file.
        var literal = Sources().Where(f => !f.EndsWith(".cs", StringComparison.Ordinal))
            .SelectMany(f => File.ReadLines(f).Where(l => Swedish().IsMatch(l) && !Remark().IsMatch(l)).Select(l => $"{Path.GetFileName(f)}: {l.Trim()}"));

        Assert.That(literal, Is.Empty);
    }

    private static IEnumerable<string> Sources() =>
        Directory.EnumerateFiles(Web, "*.*", SearchOption.AllDirectories)
            .Where(f => f.EndsWith(".razor", StringComparison.Ordinal) || f.EndsWith(".cs", StringComparison.Ordinal))
            .Where(f => !Path.GetRelativePath(Web, f).Split(Path.DirectorySeparatorChar).Any(p => p is "obj" or "bin" or "node_modules"));

    private static Dictionary<string, string> Read(string subject) =>
        XDocument.Load(Path.Combine(Web, "Resources", subject + ".resx")).Root!.Elements("data")
            .ToDictionary(e => e.Attribute("name")!.Value, e => e.Element("value")!.Value, StringComparer.Ordinal);

    private static IEnumerable<string> Gaps(string text) => Gap().Matches(text).Select(m => m.Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\{\d", RegexOptions.None, 1000)]
    private static partial Regex Gap();

    [GeneratedRegex(@"Texts (?<name>\w+) = Texts\.For\(""(?<subject>\w+)""\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Declaration();

    [GeneratedRegex("[åäöÅÄÖ]", RegexOptions.None, 1000)]
    private static partial Regex Swedish();

    [GeneratedRegex(@"^\s*(//|@\*)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Remark();
}
