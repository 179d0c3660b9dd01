using System.Reflection;
using CaseFlow.Architecture.Tests.House;
using NUnit.Framework;

namespace CaseFlow.Architecture.Tests.Documents;

internal sealed class GlossaryTests
{
    [Test, WholeHouse]
    public void Every_name_in_the_glossary_is_one_in_the_code()
    {
        HashSet<string> names = [.. ArrowTests.Projects.SelectMany(project => Assembly.Load(project).GetTypes()).Select(type => type.Name)];
        names.UnionWith(Repository.Under("src/", ".cs", ".razor").SelectMany(file => file.Path.Split('/')));
        Assert.That(GlossaryGuard.Violations(Repository.TextFiles.Single(file => file.Path == "docs/glossary.md"), names), Is.Empty);
    }

    [Test]
    public void A_planted_name_that_is_none_is_found()
    {
        TextFile glossary = new("docs/glossary.md", "| sak | `Thing`, `Gone`, role `lower` | `NotHere` |\n");
        Assert.That(GlossaryGuard.Violations(glossary, new HashSet<string> { "Thing" }), Is.EqualTo(new[] { "glossary: no type and no folder is called Gone" }));
    }
}
