using CaseFlow.Engine.Decisions;

namespace CaseFlow.Engine.Tests.Decisions;

/// <summary>Writes small models for the tests of DMN.</summary>
internal static class Dmn
{
    public static string Definitions(string body) =>
        $"""
        <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" id="modell" name="Modell" namespace="urn:test">
        {body}
        </definitions>
        """;

    public static DecisionModel Read(string body)
    {
        var result = DmnReader.Read("test.dmn", Definitions(body));
        Assert.That(result.Findings, Is.Empty);
        return result.Model ?? throw new AssertionException("no model");
    }

    /// <summary>A decision "beslut" over the number "x", one rule for each pair of cells.</summary>
    public static string Table(string hitPolicy, params (string Cell, string Outcome)[] rules) =>
        Table(hitPolicy, "", rules);

    public static string Table(string hitPolicy, string outputContent, (string Cell, string Outcome)[] rules) =>
        $"""
        <inputData id="in" name="x"><variable name="x" typeRef="number"/></inputData>
        <decision id="beslut" name="Beslut">
          <informationRequirement><requiredInput href="#in"/></informationRequirement>
          <decisionTable {hitPolicy}>
            <input label="Antal"><inputExpression><text>x</text></inputExpression></input>
            <output>{outputContent}</output>
            <annotation name="Varför"/>
            {string.Concat(rules.Select((r, i) => $"<rule id=\"r{i + 1}\"><inputEntry><text><![CDATA[{r.Cell}]]></text></inputEntry><outputEntry><text>{r.Outcome}</text></outputEntry><annotationEntry><text>regel {i + 1}</text></annotationEntry></rule>"))}
          </decisionTable>
        </decision>
        """;
}
