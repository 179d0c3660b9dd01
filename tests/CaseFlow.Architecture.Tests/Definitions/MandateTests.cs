using NUnit.Framework;

namespace CaseFlow.Architecture.Tests.Definitions;

internal sealed class MandateTests
{
    private const string Planted = """
        ruleSets:
          - { key: "2016", status: in-force }
          - { key: utkast, status: draft }
        clauses:
          - { id: a.refuses, strength: regel, requirements: [R1, R2], rule: { kind: origin } }
          - { id: a.advises, strength: regel, advises: true, rule: { kind: scope } }
          - { id: a.practice, strength: praxis, rule: { kind: scope } }
          - { id: a.draft, strength: regel, ruleSets: [utkast], rule: { kind: scope } }
          - { id: a.guides, strength: regel, rule: { kind: guidance } }
        """;

    private static IReadOnlyList<Clause> PlantedClauses => Clause.Read(new TextFile("mandat.yaml", Planted));

    private static IReadOnlyList<Clause> Clauses => Clause.Read(Repository.Under("workflows/organisation/", "mandat.yaml").Single());

    private static IEnumerable<TextFile> TestsAndScenarios =>
        Repository.Under("tests/", ".cs").Where(file => !file.Path.StartsWith("tests/CaseFlow.Architecture.Tests/", StringComparison.Ordinal))
            .Concat(Repository.Under("workflows/", ".yaml").Where(file => file.Path.Contains("/scenarios/", StringComparison.Ordinal)));

    [Test]
    public void Every_required_clause_is_one_of_the_mandate() =>
        Assert.That(MandateGuard.UnknownClauses(Repository.Under("workflows/", ".bpmn"), Clauses), Is.Empty);

    [Test, WholeHouse]
    public void Every_clause_that_refuses_has_a_test_or_scenario_that_names_it() =>
        Assert.That(MandateGuard.Untested(Clauses, TestsAndScenarios, Repository.AllowList("uncovered-clauses.txt")), Is.Empty);

    [Test]
    public void The_mandate_that_is_guarded_is_not_empty()
    {
        Assert.That(Clauses.Count(clause => clause.Refuses), Is.GreaterThan(10));
        Assert.That(Organisation.NamesOfBodiesSidesAndAreas(Repository.Under("workflows/organisation/", ".yaml")), Has.Count.GreaterThan(20));
    }

    [Test]
    public void Only_mandate_text_in_force_refuses() =>
        Assert.That(PlantedClauses.Where(clause => clause.Refuses).Select(clause => clause.Id), Is.EqualTo(new[] { "a.refuses" }));

    [Test]
    public void A_planted_unknown_clause_is_found()
    {
        TextFile model = new("x.bpmn", """<d xmlns:caseflow="https://caseflow.dev/schema/bpmn/v1"><caseflow:requires clause="a.refuses"/><caseflow:requires clause="a.gone"/></d>""");
        Assert.That(MandateGuard.UnknownClauses([model], PlantedClauses), Is.EqualTo(new[] { "x.bpmn requires «a.gone», which is no clause of mandat.yaml" }));
    }

    [Test]
    public void A_planted_clause_without_a_test_is_found()
    {
        Assert.That(MandateGuard.Untested(PlantedClauses, [new TextFile("t.cs", "\"a.refuses.more\"")], []), Is.EqualTo(new[] { "a.refuses refuses, and no test or scenario names it" }));
        Assert.That(MandateGuard.Untested(PlantedClauses, [new TextFile("s.yaml", "refused: a.refuses")], []), Is.Empty);
        Assert.That(MandateGuard.Untested(PlantedClauses, [], ["a.refuses: its page is built in the next issue"]), Is.Empty);
        Assert.That(MandateGuard.Untested(PlantedClauses, [new TextFile("s.yaml", "refused: a.refuses")], ["a.refuses: its page is built in the next issue"]), Has.Exactly(1).Items);
    }
}
