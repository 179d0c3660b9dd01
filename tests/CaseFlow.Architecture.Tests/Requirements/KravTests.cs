using System.Globalization;
using CaseFlow.Architecture.Tests.Definitions;
using NUnit.Framework;

namespace CaseFlow.Architecture.Tests.Requirements;

internal sealed class KravTests
{
    private static List<RequirementIndex.Proof> Proofs =>
    [
        .. Repository.Under("tests/", ".cs").Where(file => !file.Path.StartsWith("tests/CaseFlow.Architecture.Tests/Requirements/", StringComparison.Ordinal)).SelectMany(RequirementIndex.OfTests),
        .. Repository.Under("workflows/", ".yaml").Where(file => file.Path.Contains("/scenarios/", StringComparison.Ordinal)).SelectMany(RequirementIndex.OfScenario),
    ];

    private static IReadOnlyList<Clause> Clauses => Clause.Read(Repository.Under("workflows/organisation/", "mandat.yaml").Single());

    private static IReadOnlyDictionary<int, string> Titles => KravDocument.Titles(Repository.AllowList("Requirements/titles.txt"));

    private static string Fresh => KravDocument.Write(
        Titles,
        Clauses.SelectMany(clause => clause.Requirements.Select(number => (Number: int.Parse(number.AsSpan(1), CultureInfo.InvariantCulture), clause.Id)))
            .ToLookup(pair => pair.Number, pair => pair.Id),
        Proofs);

    [Test, WholeHouse]
    public void The_list_of_requirements_is_fresh()
    {
        string path = Path.Combine(Repository.Root, KravDocument.Path);
        if (Environment.GetEnvironmentVariable("CASEFLOW_WRITE_KRAV") == "true") File.WriteAllText(path, Fresh);
        Assert.That(File.Exists(path) ? File.ReadAllText(path) : "", Is.EqualTo(Fresh), "run tests/krav.sh and commit docs/krav.md");
    }

    [Test]
    public void Every_requirement_that_a_test_scenario_or_clause_names_has_a_title() =>
        Assert.That(Proofs.Select(proof => proof.Number).Concat(Clauses.SelectMany(clause => clause.Requirements).Select(number => int.Parse(number.AsSpan(1), CultureInfo.InvariantCulture)))
            .Distinct().Where(number => !Titles.ContainsKey(number)), Is.Empty);

    [Test]
    public void Requirements_of_tests_fixtures_and_scenarios_are_found()
    {
        TextFile tests = new("tests/T.cs", """
            [Property("Requirement", "R1")]
            internal sealed class WholeFixture
            {
                [Test]
                [Property("Requirement", "R2")]
                [Property("Requirement", "R3, R4")]
                public void A_thing_is_so() => Assert.That(true);

                [TestCase(1), Property("Requirement", "R5")]
                // a remark between
                public async Task Another_thing(int x)
                {
                }

                [Test]
                public void Names_nothing() { }
            }
            """);
        TextFile scenario = new("workflows/a/scenarios/s.yaml", "name: \"Ett fall\"\nrequirements: [R6, R7]\n");

        Assert.That(RequirementIndex.OfTests(tests).Select(proof => (proof.Number, proof.What)), Is.EqualTo(new[]
        {
            (1, "WholeFixture"), (2, "A thing is so"), (3, "A thing is so"), (4, "A thing is so"), (5, "Another thing"),
        }));
        Assert.That(RequirementIndex.OfScenario(scenario).Select(proof => (proof.Number, proof.What)), Is.EqualTo(new[] { (6, "scenario: Ett fall"), (7, "scenario: Ett fall") }));
    }

    [Test]
    public void The_document_says_number_title_clause_and_proof()
    {
        string text = KravDocument.Write(
            new Dictionary<int, string> { [1] = "First", [2] = "Second" },
            new[] { (1, "a.clause") }.ToLookup(pair => pair.Item1, pair => pair.Item2),
            [new RequirementIndex.Proof(1, "tests/T.cs", "A thing is so"), new RequirementIndex.Proof(1, "tests/T.cs", "A thing is so")]);
        Assert.That(text, Does.EndWith("1 of 2 requirements.\n\n## R1 First\n\nClause `a.clause`\n\n- A thing is so · [T](../tests/T.cs)\n"));
    }
}
