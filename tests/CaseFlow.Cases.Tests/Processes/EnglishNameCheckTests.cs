using CaseFlow.Cases.Processes;
using CaseFlow.Cases.Tests.Workflows;
using CaseFlow.Engine.Model;
using CaseFlow.Engine.Reading;

namespace CaseFlow.Cases.Tests.Processes;

/// <summary>Whoever reads in English meets English steps; what has no English name is told when it is deployed.</summary>
internal sealed class EnglishNameCheckTests
{
    [Test]
    public void Everything_that_is_shipped_has_an_english_name() =>
        Assert.That(Check([.. WorkflowFolder.Files]).Select(f => $"{f.File}:{f.Line} {f.En}"), Is.Empty);

    [Test]
    public void A_name_without_an_english_one_is_advice_with_element_and_line_and_stops_nobody()
    {
        var findings = Check(SmallModel.Process("enkel", SmallModel.Start() + SmallModel.UserTask("Bered", "Bered underlaget", "") + SmallModel.End() + SmallModel.Flow("Start", "Bered", "End")));

        var step = findings.Single(f => f.ElementId == "Bered");
        Assert.That((step.Severity, step.Code), Is.EqualTo((FindingSeverity.Warning, "EnglishNameMissing")));
        Assert.That(step.Line, Is.Positive);
        Assert.That(step.Sv, Does.Contain("Bered underlaget"));
    }

    private static IReadOnlyList<Finding> Check(params IReadOnlyCollection<SourceFile> files)
    {
        var compiled = ModelBundle.Compile(files);
        Assert.That(compiled.Bundle, Is.Not.Null);
        return [.. new EnglishNameCheck().Check(compiled.Bundle!)];
    }
}
