using CaseFlow.Engine.Decisions;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Tests.Feel;

namespace CaseFlow.Engine.Tests.Decisions;

public sealed class DmnHostileTests
{
    private static readonly string[] Replacements =
    [
        "\"", "<", ">", "/", "&amp;", "&x;", "=", "#", "id", "<list/>", "<context/>", "null", "-", "typeRef=\"tPerson\"", "href=\"#d2\"", "1 +", "(((",
        "hitPolicy=\"PRIORITY\"", "isCollection=\"true\"", "<decisionTable/>", "<![CDATA[", "\0", "999999999999999999999999999", "function(x) x",
    ];

    [TestCase(20261122)]
    public void Mutated_models_never_throw(int seed)
    {
        var model = Dmn.Definitions(DecisionModelTests.Graph + Dmn.Table("hitPolicy=\"COLLECT\"", ("> 0", "1"), ("[1..5]", "\"x\"")));
        var mutation = new Mutation(seed);
        var environment = new FeelEnvironment(DateTimeOffset.UnixEpoch, StepBudget: 100_000);
        var inputs = FeelAssert.Context(("x", FeelValue.Of(3)));
        for (var i = 0; i < 2_000; i++)
        {
            var text = mutation.Of(model, Replacements);
            Assert.That(
                () =>
                {
                    var read = DmnReader.ReadAll([new("m.dmn", text)], tolerant: i % 2 == 0)[0];
                    foreach (var id in read.Model?.DecisionIds ?? [])
                    {
                        _ = read.Model?.Evaluate(id, inputs, environment);
                    }

                    foreach (var id in read.Model?.FunctionIds ?? [])
                    {
                        _ = read.Model?.Call(id, inputs, environment);
                    }
                },
                Throws.Nothing,
                $"seed {seed}: {text}");
        }
    }
}
