using System.Text.Json;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Engine.Tests.Feel;

/// <summary>The texts are golden: stored facts hold them for ten years.</summary>
public sealed class FeelJsonTests
{
    [TestCase("null", "null")]
    [TestCase("true", "true")]
    [TestCase("1.50", "1.5")]
    [TestCase("-0.000001", "-0.000001")]
    [TestCase("12345678901234567890.12345678901234", "12345678901234567890.12345678901234")]
    [TestCase("10 ** 100", "1e100")]
    [TestCase("\"åäö \\\"x\\\"\"", "\"åäö \\\"x\\\"\"")]
    [TestCase("date(\"2026-01-01\")", "{\"@date\":\"2026-01-01\"}")]
    [TestCase("date(\"-0044-03-15\")", "{\"@date\":\"-0044-03-15\"}")]
    [TestCase("time(\"10:30:00.5\")", "{\"@time\":\"10:30:00.5\"}")]
    [TestCase("time(\"10:30:00@Europe/Stockholm\")", "{\"@time\":\"10:30:00@Europe/Stockholm\"}")]
    [TestCase("@\"2026-03-04T09:30:00+01:00\"", "{\"@dateTime\":\"2026-03-04T09:30:00+01:00\"}")]
    [TestCase("@\"2026-03-04T09:30:00.123456789\"", "{\"@dateTime\":\"2026-03-04T09:30:00.123456789\"}")]
    [TestCase("@\"P1DT2H\"", "{\"@duration\":\"P1DT2H\"}")]
    [TestCase("@\"-PT0.5S\"", "{\"@duration\":\"-PT0.5S\"}")]
    [TestCase("@\"P14M\"", "{\"@months\":14}")]
    [TestCase("[1, [], {a: null}]", "[1,[],{\"a\":null}]")]
    [TestCase("{b: 1, a: 2}", "{\"b\":1,\"a\":2}")]
    [TestCase("{\"@date\": 1}", "{\"@context\":[[\"@date\",1]]}")]
    [TestCase("[1..5)", "{\"@range\":{\"form\":\"Interval\",\"start\":1,\"startIncluded\":true,\"end\":5,\"endIncluded\":false}}")]
    [TestCase("(< 5)", "{\"@range\":{\"form\":\"LessThan\",\"start\":null,\"startIncluded\":false,\"end\":5,\"endIncluded\":false}}")]
    public void A_value_is_written_as_its_golden_text_and_read_back_the_same(string expression, string golden)
    {
        var value = FeelAssert.Value(expression);
        var written = FeelJson.WriteText(value);
        Assert.Multiple(() =>
        {
            Assert.That(written, Is.EqualTo(golden));
            Assert.That(FeelJson.ReadText(written), Is.EqualTo(value));
        });
    }

    [TestCase("{\"@date\":\"2026-13-01\"}")]
    [TestCase("{\"@months\":\"x\"}")]
    [TestCase("{\"@range\":1}")]
    [TestCase("{\"@context\":[1]}")]
    [TestCase("1e999999")]
    [TestCase("{")]
    public void What_cannot_be_read_is_a_format_error(string json) =>
        Assert.That(() => FeelJson.ReadText(json), Throws.TypeOf<FormatException>());

    [Test]
    public void Other_JSON_is_read_as_its_plain_counterpart()
    {
        using var document = JsonDocument.Parse("{\"a\": [1, \"x\", true, null], \"@other\": 2}");
        Assert.That(FeelJson.Read(document.RootElement).ToString(), Is.EqualTo("{a: [1, \"x\", true, null], \"@other\": 2}"));
    }

    [Test]
    public void Too_deep_values_are_refused()
    {
        var value = FeelValue.Of(1);
        for (var i = 0; i < 1_000; i++)
        {
            value = FeelValue.Of([value]);
        }

        Assert.That(() => FeelJson.WriteText(value), Throws.TypeOf<FormatException>());
    }
}
