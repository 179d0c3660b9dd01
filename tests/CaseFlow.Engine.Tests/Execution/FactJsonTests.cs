using System.Text;
using CaseFlow.Engine.Execution;

namespace CaseFlow.Engine.Tests.Execution;

/// <summary>Facts live for ten years: the lines of <c>Golden/facts.txt</c> are never changed, only added to.</summary>
internal sealed class FactJsonTests
{
    private static string GoldenFile => Path.Combine(TestContext.CurrentContext.TestDirectory, "Execution", "Golden", "facts.txt");

    [Test]
    public void Every_fact_is_written_as_it_always_was()
    {
        var written = FactSamples.All.Select(Line).ToList();
        Assert.That(written, Is.EqualTo(File.ReadAllLines(GoldenFile)));
    }

    [Test]
    public void Every_stored_line_is_read_to_the_same_bytes()
    {
        foreach (var line in File.ReadAllLines(GoldenFile))
        {
            var parts = line.Split(' ', 3);
            var fact = FactJson.Read(parts[0], int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture), Encoding.UTF8.GetBytes(parts[2]));
            Assert.That(Line(fact), Is.EqualTo(line));
        }
    }

    [Test]
    public void Every_type_of_fact_has_a_name_a_version_and_a_golden_line()
    {
        var types = typeof(Fact).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Fact))).ToList();
        Assert.That(types, Has.Count.GreaterThan(30));
        Assert.That(FactSamples.All.Select(f => f.GetType()).Distinct(), Is.EquivalentTo(types));
        Assert.That(types.Select(t => FactFormats.ByType[t].Name), Is.Unique);
        Assert.That(types, Has.All.Matches<Type>(t => t.IsSealed));
    }

    [TestCase("element.entered", 2, "{}")]
    [TestCase("no.such", 1, "{}")]
    [TestCase("element.entered", 1, "{}")]
    [TestCase("element.entered", 1, "{\"key\":\"x\",\"element\":\"a\",\"scope\":0}")]
    [TestCase("incident.raised", 1, "not json")]
    public void Bytes_that_are_no_known_fact_are_refused(string name, int version, string json) =>
        Assert.That(() => FactJson.Read(name, version, Encoding.UTF8.GetBytes(json)), Throws.InstanceOf<FormatException>());

    private static string Line(Fact fact)
    {
        var (name, version, json) = FactJson.Write(fact);
        return $"{name} {version} {Encoding.UTF8.GetString(json)}";
    }
}
