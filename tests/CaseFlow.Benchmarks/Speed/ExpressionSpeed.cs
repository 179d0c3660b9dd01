using System.Diagnostics;
using System.Globalization;
using System.Text;
using CaseFlow.Engine.Decisions;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Benchmarks.Speed;

/// <summary>How fast FEEL expressions and decision tables are.</summary>
internal static class ExpressionSpeed
{
    private static readonly FeelEnvironment Environment = new(new DateTimeOffset(2026, 12, 1, 9, 0, 0, TimeSpan.Zero));

    public static SpeedReport Feel(int repeats)
    {
        var simple = Compiled("amount > 1000 and risk = \"high\"");
        var variables = FeelContext.Of([KeyValuePair.Create("amount", FeelValue.Of(2000)), KeyValuePair.Create("risk", FeelValue.Of("high"))]);
        var loop = Compiled("sum(for x in 1..100 return x * x)");
        return new("feel", repeats,
        [
            new("comparison", Nanoseconds(repeats, 1_000_000, () => simple.Evaluate(variables, Environment)), "ns", 100),
            new("sumOfHundredSquares", Nanoseconds(repeats, 10_000, () => loop.Evaluate(FeelContext.Empty, Environment)), "ns"),
            new("compile", Nanoseconds(repeats, 20_000, () => FeelExpression.Compile("amount > 1000 and risk = \"high\"")), "ns"),
        ]);
    }

    public static SpeedReport Dmn(int repeats)
    {
        var read = DmnReader.Read("table.dmn", Table(100, 5));
        var model = read.Model ?? throw new InvalidOperationException(string.Join('\n', read.Findings.Select(f => f.En)));
        // The last rule is the one that fits, so that all are looked at.
        var inputs = FeelContext.Of(Enumerable.Range(0, 5).Select(i => KeyValuePair.Create($"i{i}", FeelValue.Of(990 + i))));
        if (model.Evaluate("d", inputs, Environment).Value.AsString() != "r99")
            throw new InvalidOperationException("The table does not answer as it should.");
        return new("dmn", repeats, [new("table100Rules5Inputs", Nanoseconds(repeats, 20_000, () => model.Evaluate("d", inputs, Environment)) / 1000, "µs", 5)]);
    }

    private static string Table(int rules, int inputs)
    {
        var text = new StringBuilder("""<definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" id="t" name="t" namespace="https://caseflow.dev/benchmark">""");
        for (var i = 0; i < inputs; i++)
            text.Append(CultureInfo.InvariantCulture, $"""<inputData id="in{i}" name="i{i}"><variable name="i{i}" typeRef="number"/></inputData>""");
        text.Append("""<decision id="d" name="d"><variable name="d"/>""");
        for (var i = 0; i < inputs; i++)
            text.Append(CultureInfo.InvariantCulture, $"""<informationRequirement><requiredInput href="#in{i}"/></informationRequirement>""");
        text.Append("""<decisionTable hitPolicy="UNIQUE">""");
        for (var i = 0; i < inputs; i++)
            text.Append(CultureInfo.InvariantCulture, $"""<input><inputExpression typeRef="number"><text>i{i}</text></inputExpression></input>""");
        text.Append("""<output name="d"/>""");
        for (var r = 0; r < rules; r++)
        {
            text.Append("<rule>");
            for (var i = 0; i < inputs; i++)
                text.Append(CultureInfo.InvariantCulture, $"<inputEntry><text>[{r * 10}..{(r * 10) + 9}]</text></inputEntry>");
            text.Append(CultureInfo.InvariantCulture, $"<outputEntry><text>\"r{r}\"</text></outputEntry></rule>");
        }

        return text.Append("</decisionTable></decision></definitions>").ToString();
    }

    private static FeelExpression Compiled(string text) => FeelExpression.Compile(text).Expression ?? throw new InvalidOperationException(text);

    private static double Nanoseconds(int repeats, int times, Func<object> work)
    {
        for (var i = 0; i < times / 2; i++)
            work();
        return SpeedReport.Median(Enumerable.Range(0, repeats).Select(_ =>
        {
            var watch = Stopwatch.StartNew();
            for (var i = 0; i < times; i++)
                work();
            return watch.Elapsed.TotalNanoseconds / times;
        }));
    }
}
