using CaseFlow.Engine.Decisions;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Tests.Feel;

namespace CaseFlow.Engine.Tests.Decisions;

public sealed class DecisionTableTests
{
    private static readonly (string, string)[] Overlapping = [("> 0", "1"), ("> 10", "2"), ("> 20", "3")];

    private static DecisionResult Decide(string body, int x) =>
        Dmn.Read(body).Evaluate("beslut", FeelAssert.Context(("x", FeelValue.Of(x))), FeelAssert.Environment);

    [TestCase("hitPolicy=\"FIRST\"", 15, "1")]
    [TestCase("hitPolicy=\"RULE ORDER\"", 15, "[1, 2]")]
    [TestCase("hitPolicy=\"COLLECT\"", 25, "[1, 2, 3]")]
    [TestCase("hitPolicy=\"COLLECT\" aggregation=\"SUM\"", 25, "6")]
    [TestCase("hitPolicy=\"COLLECT\" aggregation=\"MIN\"", 25, "1")]
    [TestCase("hitPolicy=\"COLLECT\" aggregation=\"MAX\"", 25, "3")]
    [TestCase("hitPolicy=\"COLLECT\" aggregation=\"COUNT\"", 25, "3")]
    [TestCase("hitPolicy=\"COLLECT\" aggregation=\"COUNT\"", 0, "0")]
    [TestCase("hitPolicy=\"COLLECT\"", 0, "[]")]
    [TestCase("", 5, "1")]
    public void A_hit_policy_makes_one_outcome_of_the_rules_that_match(string policy, int x, string expected) =>
        Assert.That(Decide(Dmn.Table(policy, Overlapping), x).Value.ToString(), Is.EqualTo(expected));

    [TestCase("hitPolicy=\"PRIORITY\"", "3")]
    [TestCase("hitPolicy=\"OUTPUT ORDER\"", "[3, 2]")]
    public void Priorities_follow_the_order_of_the_output_values(string policy, string expected)
    {
        var body = Dmn.Table(policy, "<outputValues><text>3, 2, 1</text></outputValues>", [("> 0", "2"), ("> 0", "3")]);
        Assert.That(Decide(body, 5).Value.ToString(), Is.EqualTo(expected));
    }

    [Test]
    public void Any_wants_the_rules_to_agree() =>
        Assert.Multiple(() =>
        {
            Assert.That(Decide(Dmn.Table("hitPolicy=\"ANY\"", ("> 0", "1"), ("> 1", "1")), 5).Value.ToString(), Is.EqualTo("1"));
            Assert.That(Decide(Dmn.Table("hitPolicy=\"ANY\"", Overlapping), 15).Error, Is.EqualTo("Reglerna 1, 2 i tabellen \"Beslut\" passar samtidigt."));
        });

    [Test]
    public void A_unique_table_refuses_two_rules_at_once_and_says_when_none_matches() =>
        Assert.Multiple(() =>
        {
            Assert.That(Decide(Dmn.Table("", Overlapping), 15).Error, Is.EqualTo("Reglerna 1, 2 i tabellen \"Beslut\" passar samtidigt."));
            Assert.That(Decide(Dmn.Table("", Overlapping), 0).Error, Is.EqualTo("Ingen regel i tabellen \"Beslut\" passar."));
        });

    [Test]
    public void A_default_output_stands_in_when_no_rule_matches() =>
        Assert.That(
            Decide(Dmn.Table("", "<defaultOutputEntry><text>\"annars\"</text></defaultOutputEntry>", [("> 10", "1")]), 0).Value.ToString(),
            Is.EqualTo("annars"));

    [Test]
    public void The_outcome_tells_which_rules_matched_and_on_what()
    {
        var model = Dmn.Read(Dmn.Table("hitPolicy=\"COLLECT\"", Overlapping));
        var result = model.Evaluate("beslut", FeelAssert.Context(("x", FeelValue.Of(15))), FeelAssert.Environment);
        var view = model.FindTable("beslut");
        Assert.Multiple(() =>
        {
            Assert.That(result.MatchedRules, Is.EqualTo(new[] { 1, 2 }));
            Assert.That(result.Inputs["Antal"], Is.EqualTo(FeelValue.Of(15)));
            Assert.That(view?.Rules[1].Annotations, Is.EqualTo(new[] { "regel 2" }));
            Assert.That(view?.Rules[1].Inputs, Is.EqualTo(new[] { "> 10" }));
            Assert.That(view?.Annotations, Is.EqualTo(new[] { "Varför" }));
        });
    }

    [Test]
    public void An_input_of_the_wrong_type_is_a_failure()
    {
        var result = Dmn.Read(Dmn.Table("", Overlapping)).Evaluate("beslut", FeelAssert.Context(("x", FeelValue.Of("fem"))), FeelAssert.Environment);
        Assert.That(result.Error, Is.EqualTo("Värdet string(3) är inte av typen number."));
    }
}
