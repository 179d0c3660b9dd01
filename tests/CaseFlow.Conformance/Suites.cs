using CaseFlow.Conformance.Betsy;
using CaseFlow.Conformance.DmnTck;
using CaseFlow.Conformance.DrivenTesting;
using CaseFlow.Conformance.Miwg;
using CaseFlow.Conformance.Static;

namespace CaseFlow.Conformance;

/// <summary>One case of a suite.</summary>
/// <param name="Id">The suite's own id of the case.</param>
/// <param name="Group">What figures are grouped by.</param>
/// <param name="Passed">Skipped counts as not passed.</param>
/// <param name="Reason">Why it did not pass; empty when it did.</param>
internal sealed record CaseOutcome(string Id, string Group, bool Passed, string Reason);

/// <summary>What a suite gave.</summary>
/// <param name="Summary">The last line that is printed.</param>
/// <param name="Figures">The suite's figures by name.</param>
/// <param name="Cases">Every case.</param>
internal sealed record SuiteReport(string Summary, IReadOnlyDictionary<string, double> Figures, IReadOnlyList<CaseOutcome> Cases);

/// <summary>All suites by the name that the command line gives them.</summary>
internal static class Suites
{
    public static IReadOnlyDictionary<string, Func<string, string?, SuiteReport>> All { get; } =
        new Dictionary<string, Func<string, string?, SuiteReport>>(StringComparer.Ordinal)
        {
            ["betsy"] = BetsySuite.Run,
            ["bpmn-driven-testing"] = DrivenTestingSuite.Run,
            ["dmn-tck"] = DmnTckSuite.Run,
            ["miwg"] = MiwgSuite.Run,
            ["static"] = StaticSuite.Run,
        };
}
