using System.Runtime.CompilerServices;
using CaseFlow.Engine.Decisions;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Tests.Feel;

namespace CaseFlow.Engine.Tests.Decisions;

/// <summary>The decision tables that the project declares can be read, and the sorting gives an outcome.</summary>
public sealed class DeclaredDecisionTests
{
    private static string Workflows([CallerFilePath] string file = "") => Path.GetFullPath(Path.Combine(file, "../../../../workflows"));

    private static DecisionModel Read(string path)
    {
        var result = DmnReader.Read(path, File.ReadAllText(path));
        Assert.That(result.Findings, Is.Empty);
        return result.Model ?? throw new AssertionException(path);
    }

    [Test]
    public void Every_declared_table_is_read_without_findings() =>
        Assert.That(Directory.GetFiles(Workflows(), "*.dmn", SearchOption.AllDirectories).Select(Read).SelectMany(m => m.DecisionIds), Is.Not.Empty);

    [Test]
    public void The_sorting_table_recommends_an_outcome_and_tells_the_rule()
    {
        var model = Read(Path.Combine(Workflows(), "lansarende", "sortering.dmn"));
        var result = model.Evaluate("sortering", FeelAssert.Context(("onskatResultat", FeelValue.Of("till-sro"))), FeelAssert.Environment);
        Assert.Multiple(() =>
        {
            Assert.That(result.Error, Is.Null);
            Assert.That(result.MatchedRules, Has.Count.EqualTo(1));
            Assert.That(model.FindTable("sortering")?.Rules[result.MatchedRules[0] - 1].Annotations, Is.Not.Empty);
        });
    }
}
