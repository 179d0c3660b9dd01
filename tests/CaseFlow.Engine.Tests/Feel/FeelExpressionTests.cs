using CaseFlow.Engine.Feel;

namespace CaseFlow.Engine.Tests.Feel;

public sealed class FeelExpressionTests
{
    [TestCase("1 + 2 * 3", "7")]
    [TestCase("= 1 + 1", "2")]
    [TestCase("-3 ** 2", "9")]
    [TestCase("2 ** 3 ** 2", "64")]
    [TestCase("1 / 3", "0.3333333333333333333333333333333333")]
    [TestCase("0.1 + 0.2", "0.3")]
    [TestCase("\"a\" + \"b\"", "ab")]
    [TestCase("if 1 < 2 then \"ja\" else \"nej\"", "ja")]
    [TestCase("for i in 1..3 return i * i", "[1, 4, 9]")]
    [TestCase("for i in 0..4 return if i = 0 then 1 else i * partial[-1]", "[1, 1, 2, 6, 24]")]
    [TestCase("for x in [[1, 2], [3]], y in x return y", "[1, 2, 3]")]
    [TestCase("some x in [1, 2] satisfies x > 1", "true")]
    [TestCase("every x in [1, 2] satisfies x > 1", "false")]
    [TestCase("[1, 2, 3][item > 1]", "[2, 3]")]
    [TestCase("[{a: 1}, {a: 2}][a = 2]", "[{a: 2}]")]
    [TestCase("[1, 2, 3][-1]", "3")]
    [TestCase("{a: 1, b: a + 1}.b", "2")]
    [TestCase("{sista dag: 3}.sista dag + 1", "4")]
    [TestCase("5 in [1..5)", "false")]
    [TestCase("5 in (1..5]", "true")]
    [TestCase("5 in ]1..5[", "false")]
    [TestCase("5 in (< 3, >= 5)", "true")]
    [TestCase("[1..5[ = [1..5)", "true")]
    [TestCase("5 between 1 and 5 and true", "true")]
    [TestCase("true and null", "null")]
    [TestCase("false and null", "false")]
    [TestCase("true or null", "true")]
    [TestCase("(function(a: number, b) a + b)(1, 2)", "3")]
    [TestCase("{f: function(x) x * 2, y: f(4)}.y", "8")]
    [TestCase("{f: function(x, y) x - y, z: f(y: 1, x: 5)}.z", "4")]
    [TestCase("1 instance of number", "true")]
    [TestCase("[1] instance of list<number>", "true")]
    [TestCase("date and time(\"2026-01-01T10:00:00\") instance of date and time", "true")]
    [TestCase("1 + /* mitten */ 1 // slut", "2")]
    [TestCase("\"\\u00e5\\n\"", "å\n")]
    [TestCase("{\"två ord\": 1}", "{två ord: 1}")]
    [TestCase("[1, \"a\"]", "[1, \"a\"]")]
    public void An_expression_gives_its_value(string text, string expected) =>
        Assert.That(FeelAssert.Value(text).ToString(), Is.EqualTo(expected));

    [Test]
    public void Variables_are_found_by_names_with_spaces_and_signs()
    {
        var variables = FeelAssert.Context(("Loan Amount", FeelValue.Of(10)), ("sista-dag", FeelValue.Of(3)), ("sista", FeelValue.Of(8)), ("dag", FeelValue.Of(1)));
        var known = FeelAssert.Compiled(FeelExpression.Compile("Loan Amount + sista-dag", knownNames: ["Loan Amount", "sista-dag"]));
        var unknown = FeelAssert.Compiled(FeelExpression.Compile("Loan Amount + sista-dag"));
        Assert.Multiple(() =>
        {
            Assert.That(known.Evaluate(variables, FeelAssert.Environment).Value.ToString(), Is.EqualTo("13"));
            Assert.That(unknown.Evaluate(variables, FeelAssert.Environment).Value.ToString(), Is.EqualTo("17"), "without the name a minus is a minus");
        });
    }

    [TestCase("1 +", "Uttrycket slutar oväntat.", 3)]
    [TestCase("if a then b", "Uttrycket slutar oväntat, \"else\" väntades.", 11)]
    [TestCase("a ) b", "Oväntat \")\".", 2)]
    [TestCase("\"öppen", "Strängen tar inte slut.", 0)]
    [TestCase("1 instance of okänd", "Typen \"okänd\" finns inte.", 14)]
    public void What_is_not_FEEL_is_told_with_its_place(string text, string sv, int position)
    {
        var compilation = FeelExpression.Compile(text);
        Assert.Multiple(() =>
        {
            Assert.That(compilation.Expression, Is.Null);
            Assert.That(compilation.Errors.Select(e => (e.Sv, e.Position)), Is.EqualTo(new[] { (sv, position) }));
        });
    }

    [TestCase("saknas > 5", "Namnet \"saknas\" finns inte.")]
    [TestCase("1 + \"a\"", "Det går inte att räkna + med 1 och string(1).")]
    [TestCase("1 / 0", "Resultatet av / finns inte eller är för stort.")]
    [TestCase("abs(\"x\")", "Funktionen \"abs\" kan inte använda värdet string(1).")]
    [TestCase("saknas(1)", "Namnet \"saknas\" finns inte.")]
    public void A_failure_is_null_with_a_reason(string text, string reason)
    {
        var result = FeelAssert.Evaluate(text);
        Assert.Multiple(() =>
        {
            Assert.That(result.Value.IsNull, Is.True);
            Assert.That(result.Error, Is.EqualTo(reason));
        });
    }

    [Test]
    public void A_null_that_is_meant_and_a_missing_name_that_is_asked_for_are_no_failures() =>
        Assert.Multiple(() =>
        {
            Assert.That(FeelAssert.Evaluate("null").Error, Is.Null);
            Assert.That(FeelAssert.Evaluate("saknas = null").Error, Is.Null);
            Assert.That(FeelAssert.Value("saknas = null").IsTrue, Is.True);
        });

    [TestCase("< 10", "5", true)]
    [TestCase("[1..3], 7", "7", true)]
    [TestCase("not(1, 2)", "3", true)]
    [TestCase("not(1, 2)", "2", false)]
    [TestCase("-", "2", true)]
    [TestCase("? > 1 and ? < 3", "2", true)]
    [TestCase("\"VVG\", \"SRO\"", "\"SRO\"", true)]
    [TestCase("starts with(?, \"V\")", "\"VVG\"", true)]
    [TestCase("[1, 2, 3]", "3", true)]
    public void Unary_tests_read_the_input_as_a_question_mark(string tests, string input, bool expected)
    {
        var expression = FeelAssert.Compiled(FeelExpression.Compile(tests, FeelSyntax.UnaryTests));
        var result = expression.Evaluate(FeelAssert.Context(("?", FeelAssert.Value(input))), FeelAssert.Environment);
        Assert.That(result.Value, Is.EqualTo(FeelValue.Of(expected)));
    }

    [Test]
    public void Now_and_today_come_from_the_caller() =>
        Assert.Multiple(() =>
        {
            Assert.That(FeelAssert.Value("now()").ToString(), Is.EqualTo("2026-03-04T09:30:00+01:00"));
            Assert.That(FeelAssert.Value("today() + duration(\"P1D\")").ToString(), Is.EqualTo("2026-03-05"));
        });
}
