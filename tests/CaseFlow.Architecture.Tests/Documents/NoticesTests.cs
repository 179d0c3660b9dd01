using System.Text.Json;
using NUnit.Framework;

namespace CaseFlow.Architecture.Tests.Documents;

/// <summary>What is shipped is named, with its licence, in THIRD-PARTY-NOTICES.md.</summary>
internal sealed class NoticesTests
{
    private static TextFile Notices => Repository.TextFiles.Single(file => file.Path == "THIRD-PARTY-NOTICES.md");

    [Test]
    public void Every_shipped_component_is_named()
    {
        IEnumerable<string> packages = NamesIn(Repository.Under("src/CaseFlow.Web/packages.lock.json").Single(), "dependencies");
        IEnumerable<string> scripts = NamesIn(Repository.Under("src/CaseFlow.Web/package.json").Single(), "dependencies");
        Assert.That(Missing([.. packages, .. scripts], Notices), Is.Empty);
    }

    [Test]
    public void A_planted_component_is_found()
    {
        TextFile lockFile = new("packages.lock.json", """{"dependencies":{"net10.0":{"Planted.Package":{"type":"Direct"},"CaseFlow.Cases":{"type":"Project"}}}}""");
        Assert.That(NamesIn(lockFile, "dependencies"), Is.EqualTo(new[] { "Planted.Package" }));
        Assert.That(Missing(["Planted.Package", "Npgsql"], new TextFile("n.md", "| Npgsql, Planted.Package.More | MIT |")), Is.EqualTo(new[] { "Planted.Package" }));
    }

    /// <summary>The package names of a NuGet lock file (one level per framework, projects left out) or of a package.json.</summary>
    private static List<string> NamesIn(TextFile file, string property)
    {
        using JsonDocument document = JsonDocument.Parse(file.Text);
        List<string> names = [];
        foreach (JsonProperty entry in document.RootElement.GetProperty(property).EnumerateObject())
        {
            if (entry.Value.ValueKind == JsonValueKind.String) names.Add(entry.Name);
            else names.AddRange(entry.Value.EnumerateObject().Where(package => package.Value.GetProperty("type").GetString() != "Project").Select(package => package.Name));
        }

        return names;
    }

    private static IEnumerable<string> Missing(IEnumerable<string> names, TextFile notices)
    {
        HashSet<string> named = notices.Text.Split([' ', ',', '|', '\n', '(', ')'], StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);
        return names.Where(name => !named.Contains(name));
    }
}
