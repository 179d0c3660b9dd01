using CaseFlow.Engine.Feel;

namespace CaseFlow.Engine.Tests.Feel;

/// <summary>What an ill-meaning or careless author could write must end soon, without an exception, and alike every time.</summary>
public sealed class FeelHostileTests
{
    private static readonly FeelEnvironment Small = new(DateTimeOffset.UnixEpoch, StepBudget: 100_000);

    private static string? Error(string text)
    {
        var compilation = FeelExpression.Compile(text);
        return compilation.Expression is { } expression ? expression.Evaluate(FeelContext.Empty, Small).Error : compilation.Errors[0].Sv;
    }

    private static string Repeated(string part, int times) => string.Concat(Enumerable.Repeat(part, times));

    private static IEnumerable<TestCaseData> TooDeep()
    {
        yield return new TestCaseData(Repeated("(", 10_000) + "1" + Repeated(")", 10_000)).SetArgDisplayNames("parentheses");
        yield return new TestCaseData(Repeated("[", 10_000) + Repeated("]", 10_000)).SetArgDisplayNames("lists");
        yield return new TestCaseData(Repeated("{a:", 10_000) + "1" + Repeated("}", 10_000)).SetArgDisplayNames("contexts");
        yield return new TestCaseData(Repeated("-", 10_000) + "1").SetArgDisplayNames("negations");
        yield return new TestCaseData(Repeated("if true then ", 10_000) + "1").SetArgDisplayNames("conditionals");
        yield return new TestCaseData("1" + Repeated(" + 1", 10_000)).SetArgDisplayNames("sums");
        yield return new TestCaseData("a" + Repeated(".a", 10_000)).SetArgDisplayNames("paths");
        yield return new TestCaseData("a" + Repeated("[1]", 10_000)).SetArgDisplayNames("filters");
        yield return new TestCaseData("1 instance of " + Repeated("list<", 10_000)).SetArgDisplayNames("types");
        yield return new TestCaseData("not(" + Repeated("not(", 10_000)).SetArgDisplayNames("calls");
    }

    [TestCaseSource(nameof(TooDeep))]
    public void Nesting_without_end_is_an_error(string text) => Assert.That(Error(text), Does.Contain("djup"));

    [TestCase("for a in 1..1000, b in 1..1000, c in 1..1000 return a")]
    [TestCase("for a in 1..1000000000000 return a")]
    [TestCase("some a in 1..10000, b in 1..10000 satisfies false")]
    [TestCase("every a in -9000000000000000000..9000000000000000000 satisfies true")]
    [TestCase("sort(for i in 1..50000 return 50000 - i, function(a, b) a < b)")]
    [TestCase("distinct values(for i in 1..20000 return i)")]
    [TestCase("{l: for i in 1..1000 return i, m: for i in 1..1000 return l, n: index of(m, l)}")]
    [TestCase("for i in 1..50000 return log(i)")]
    [TestCase("{s: string join(for i in 1..9000 return \"a\"), t: s + \"b\", n: for i in 1..50000 return contains(s, t)}")]
    [TestCase("for i in 1..50000 return matches(\"a\", string(i))")]
    [TestCase("matches(string join(for i in 1..3000 return \"a\"), \"(a*)(a*)(a*)(a*)\\\\1b\")")]
    public void Work_without_end_is_stopped_by_the_budget(string text) =>
        Assert.That(Error(text), Is.EqualTo("Uttrycket kräver fler steg än de tillåtna."));

    private const string DeepList = "{p: for i in 1..50000 return [partial[-1]], x: p[-1], y: p[-2]}";

    [TestCase(DeepList + ".x")]
    [TestCase(DeepList + ".x = " + DeepList + ".x")]
    [TestCase("is(" + DeepList + ".x, " + DeepList + ".x)")]
    [TestCase("string length(string(" + DeepList + ".x)) / 0")]
    [TestCase("flatten(" + DeepList + ".x)")]
    public void A_value_nested_without_end_is_refused(string text) => Assert.That(Error(text), Is.Not.Null);

    private static string Doubling(string what, int times) =>
        "{a0: [1, 2]" + string.Concat(Enumerable.Range(1, times).Select(i => $", a{i}: [a{i - 1}, a{i - 1}]")) + what + "}.n";

    [TestCase(", n: a40")]
    [TestCase(", n: string(a40)")]
    [TestCase(", n: a40 = a39")]
    [TestCase(", n: flatten(a40)")]
    [TestCase(", m: a40, n: m = [a39, a39]")]
    public void A_value_that_holds_itself_twice_over_and_over_is_not_unfolded(string what)
    {
        var watch = TimeProvider.System.GetTimestamp();
        _ = Error(Doubling(what, 40));
        Assert.That(TimeProvider.System.GetElapsedTime(watch), Is.LessThan(TimeSpan.FromSeconds(5)));
    }

    [Test]
    public void A_string_that_doubles_is_stopped()
    {
        var doubling = "{a0: \"xxxxxxxxxx\"" + string.Concat(Enumerable.Range(1, 40).Select(i => $", a{i}: a{i - 1} + a{i - 1}")) + ", n: string length(a40)}.n";
        Assert.That(Error(doubling), Is.AnyOf("Uttrycket ger ett för stort värde.", "Uttrycket kräver fler steg än de tillåtna."));
    }

    [Test]
    public void A_list_that_doubles_is_stopped()
    {
        var doubling = "{a0: [1, 2]" + string.Concat(Enumerable.Range(1, 40).Select(i => $", a{i}: concatenate(a{i - 1}, a{i - 1})")) + "}.a40[1]";
        Assert.That(Error(doubling), Is.EqualTo("Uttrycket kräver fler steg än de tillåtna."));
    }

    [TestCase("10 ** 999999999")]
    [TestCase("9e6144 * 10")]
    [TestCase("exp(100000)")]
    [TestCase("2 ** 2 ** 2 ** 2 ** 9999")]
    public void A_number_beyond_the_range_is_a_failure(string text) =>
        Assert.That(Error(text), Does.Contain("för stort"));

    [Test]
    public void A_number_of_a_hundred_thousand_digits_is_rounded() =>
        Assert.That(FeelAssert.Value("1 < " + Repeated("9", 5_000)).IsTrue, Is.True);

    [Test]
    public void The_same_evaluation_stops_at_the_same_step()
    {
        const string Text = "sum(for i in 1..1000 return i)";
        var expression = FeelAssert.Compiled(FeelExpression.Compile(Text));
        var least = Enumerable.Range(1, 10_000).First(budget => expression.Evaluate(FeelContext.Empty, new FeelEnvironment(DateTimeOffset.UnixEpoch, StepBudget: budget)).Error is null);
        Assert.Multiple(() =>
        {
            Assert.That(expression.Evaluate(FeelContext.Empty, new FeelEnvironment(DateTimeOffset.UnixEpoch, StepBudget: least - 1)).Error, Is.Not.Null);
            Assert.That(expression.Evaluate(FeelContext.Empty, new FeelEnvironment(DateTimeOffset.UnixEpoch, StepBudget: least)).Value, Is.EqualTo(FeelValue.Of(500_500)));
        });
    }

    [TestCase(20261122)]
    public void Mutated_expressions_never_throw(int seed)
    {
        string[] parts =
        [
            "1", "a", "\"x\"", "(", ")", "[", "]", "{", "}", ":", ",", "..", "**", "-", "+", "/", "<", ">=", "=", "!=", "if", "then", "else", "for",
            "in", "return", "some", "satisfies", "and", "or", "not", "between", "instance", "of", "list", "function", "null", "true", "@\"2026-01-01\"",
            "date", "time", "duration", "string length", "?", "item", ".", "1e9", "\"", "\\", "å", "'", "@", "#", "/*", "//", "external", "context<", "->",
        ];
        var random = new Mutation(seed);
        for (var i = 0; i < 10_000; i++)
        {
            var text = string.Join(' ', Enumerable.Range(0, 1 + random.Next(12)).Select(_ => parts[random.Next(parts.Length)]));
            var syntax = i % 2 == 0 ? FeelSyntax.Expression : FeelSyntax.UnaryTests;
            Assert.That(() => FeelExpression.Compile(text, syntax).Expression?.Evaluate(FeelContext.Empty, Small), Throws.Nothing, $"seed {seed}: {text}");
        }
    }
}
