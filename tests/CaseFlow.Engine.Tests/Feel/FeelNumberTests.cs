using CaseFlow.Engine.Feel;

namespace CaseFlow.Engine.Tests.Feel;

public sealed class FeelNumberTests
{
    [TestCase("2 / 3", "0.6666666666666666666666666666666667")]
    [TestCase("1 / 3 * 3", "0.9999999999999999999999999999999999")]
    [TestCase("9999999999999999999999999999999999 + 1", "10000000000000000000000000000000000")]
    [TestCase("12345678901234567 * 12345678901234567", "152415787532388345526596755677489")]
    [TestCase("99999999999999999 * 99999999999999999", "9999999999999999800000000000000001")]
    [TestCase("1e30 + 1e-30", "1000000000000000000000000000000")]
    [TestCase("9223372036854775807 + 1", "9223372036854775808")]
    [TestCase("-9223372036854775807 - 2", "-9223372036854775809")]
    [TestCase("9223372036854775807 * 9223372036854775807", "85070591730234615847396907784232500000")]
    [TestCase("0.1 * 0.1", "0.01")]
    [TestCase("1.10", "1.1")]
    [TestCase("100 - 99.99", "0.01")]
    [TestCase("1000000 / 8", "125000")]
    [TestCase("sqrt(2)", "1.414213562373095048801688724209698")]
    [TestCase("sqrt(16)", "4")]
    [TestCase("exp(1)", "2.718281828459045235360287471352662")]
    [TestCase("log(10)", "2.302585092994045684017991454684364")]
    [TestCase("exp(-1)", "0.3678794411714423215955237701614609")]
    [TestCase("2 ** 0.5", "1.414213562373095048801688724209698")]
    [TestCase("2 ** -2", "0.25")]
    [TestCase("2 ** 112", "5192296858534827628530496329220096")]
    [TestCase("modulo(-12, 5)", "3")]
    [TestCase("modulo(10.1, -4.5)", "-3.4")]
    [TestCase("decimal(2.5, 0)", "2")]
    [TestCase("decimal(0.515, 2)", "0.52")]
    [TestCase("round up(-5.1, 0)", "-6")]
    [TestCase("round half down(5.5, 0)", "5")]
    [TestCase("round half up(-5.5, 0)", "-6")]
    [TestCase("floor(-1.5)", "-2")]
    [TestCase("floor(1234, -2)", "1200")]
    [TestCase("stddev(2, 4, 7, 5)", "2.081665999466132735282297706979931")]
    [TestCase("12300 = 1.23e4", "true")]
    [TestCase("0.000 = 0", "true")]
    [TestCase("1e-40 < 1e-39", "true")]
    [TestCase("-1e40 < -1e39", "true")]
    public void Arithmetic_has_34_digits_and_rounds_half_to_even(string text, string expected) =>
        Assert.That(FeelAssert.Value(text).ToString(), Is.EqualTo(expected));

    [Test]
    public void Numbers_pass_to_and_from_the_numbers_of_dotnet() =>
        Assert.Multiple(() =>
        {
            Assert.That(FeelValue.Of(79228162514264337593543950335m).TryGetDecimal(out var largest) ? largest : 0, Is.EqualTo(decimal.MaxValue));
            Assert.That(FeelValue.Of(-0.0000000000000000000000000001m).TryGetDecimal(out var smallest) ? smallest : 0, Is.EqualTo(-0.0000000000000000000000000001m));
            Assert.That(FeelAssert.Value("1 / 3").TryGetDecimal(out var third) ? third : 0, Is.EqualTo(0.3333333333333333333333333333m));
            Assert.That(FeelAssert.Value("1e29").TryGetDecimal(out _), Is.False);
            Assert.That(FeelAssert.Value("1e3").TryGetInteger(out var thousand) ? thousand : 0, Is.EqualTo(1000));
            Assert.That(FeelAssert.Value("1.5").TryGetInteger(out _), Is.False);
            Assert.That(FeelAssert.Value("9223372036854775808").TryGetInteger(out _), Is.False);
        });
}
