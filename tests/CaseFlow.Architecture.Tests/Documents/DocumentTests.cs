using NUnit.Framework;

namespace CaseFlow.Architecture.Tests.Documents;

internal sealed class DocumentTests
{
    // The generated list of requirements has a test of its own.
    [Test]
    public void Links_between_documents_lead_somewhere() =>
        Assert.That(LinkGuard.Violations([.. Repository.Under("", ".md").Where(file => file.Path != Requirements.KravDocument.Path)], path => Path.Exists(Path.Combine(Repository.Root, path))), Is.Empty);

    [TestCase("[x](there.md)", ExpectedResult = 0)]
    [TestCase("[x](../docs/there.md#a-heading-here)", ExpectedResult = 0)]
    [TestCase("[x](#own)\n## Own", ExpectedResult = 0)]
    [TestCase("[x](https://example.org/a.md)", ExpectedResult = 0)]
    [TestCase("```\n[x](gone.md)\n```", ExpectedResult = 0)]
    [TestCase("![a picture](gone.png)", ExpectedResult = 1)]
    [TestCase("[x](gone.md \"title\")", ExpectedResult = 1)]
    [TestCase("[x](there.md#gone)", ExpectedResult = 1)]
    [TestCase("[x](../../outside.md)", ExpectedResult = 1)]
    public int Planted_dead_links_are_found(string text)
    {
        TextFile there = new("docs/there.md", "# There\n\n## A heading, here!\n");
        TextFile document = new("docs/a.md", text);
        string[] paths = ["docs/there.md", "docs/a.md"];
        return LinkGuard.Violations([document, there], paths.Contains).Count();
    }

    [Test]
    public void No_registry_is_named() => Assert.That(RegistryGuard.Violations(Repository.TextFiles), Is.Empty);

    [TestCase("package-lock.json", "  \"resolved\": " + "\"https://example.org/htmx.org-2.0.11.tgz\",")]
    [TestCase("NuGet.config", "<add key=\"x\" value=" + "\"https://example.org/v3/index.json\" />")]
    [TestCase("Dockerfile", "FROM mcr.micro" + "soft.com/dotnet/sdk:10.0")]
    [TestCase(".npmrc", "registry=example")]
    [TestCase("build.sh", "dotnet restore --source " + "http://localhost:1")]
    public void Planted_registries_are_found(string path, string line) =>
        Assert.That(RegistryGuard.Violations([new TextFile(path, "\n" + line)]).Single(), Does.StartWith(path + ":2 "));

    [Test]
    public void Nothing_is_left_unfinished_and_no_machine_is_named() =>
        Assert.That(UnfinishedGuard.Violations(Repository.TextFiles, Path.GetDirectoryName(Repository.Root) + "/"), Is.Empty);

    [Test]
    public void Planted_unfinished_words_are_found()
    {
        Assert.That(UnfinishedGuard.Violations([new TextFile("a.cs", "// TO" + "DO later")], "/"), Has.Exactly(1).Items);
        Assert.That(UnfinishedGuard.Violations([new TextFile("a.cs", "throw new NotImplemented" + "Exception();")], "/"), Has.Exactly(1).Items);
        Assert.That(UnfinishedGuard.Violations([new TextFile("a.md", "see /somewhere/else/x")], "/somewhere/else/"), Has.Exactly(1).Items);
        Assert.That(UnfinishedGuard.Violations([new TextFile("a.cs", "todos hackney")], "/"), Is.Empty);
    }
}
