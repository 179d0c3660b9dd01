using System.Text;
using System.Text.Json;
using CaseFlow.Contracts;

namespace CaseFlow.Cases.Tests.Contracts;

[TestFixture]
internal sealed class ContractMapTests
{
    private static IEnumerable<Type> Messages() => typeof(ContractMap).Assembly.GetExportedTypes()
        .Where(type => type is { IsClass: true, IsAbstract: false } && type.GetInterfaces().Any(i => i.Assembly == type.Assembly));

    private static IEnumerable<TestCaseData> Samples() =>
        ContractSamples.All.Select(sample => new TestCaseData(sample).SetArgDisplayNames(ContractMap.NameOf(sample.GetType()) ?? sample.GetType().Name));

    [Test]
    public void Every_message_record_is_in_the_map_and_the_map_holds_nothing_else() =>
        Assert.That(ContractMap.All.Keys, Is.EquivalentTo(Messages()));

    [Test]
    public void Every_message_has_a_sample_so_that_its_bytes_are_guarded() =>
        Assert.That(ContractSamples.All.Select(sample => sample.GetType()), Is.EquivalentTo(ContractMap.All.Keys));

    [Test]
    public void Every_type_name_says_whose_it_is_and_which_version() =>
        Assert.That(ContractMap.All.Values, Is.Unique.And.All.Matches(@"^se\.caseflow\.[a-z]+\.[a-z-]+\.v[0-9]+$"));

    [TestCaseSource(nameof(Samples))]
    public void Message_keeps_its_golden_bytes(object sample)
    {
        var name = ContractMap.NameOf(sample.GetType());
        var path = Path.Combine(TestContext.CurrentContext.TestDirectory, "Contracts", "Golden", $"{name}.json");
        Assert.That(path, Does.Exist, "A new message needs its golden file: the bytes that receivers will meet for years.");
        Assert.That(Encoding.UTF8.GetString(ContractJson.Write(sample)), Is.EqualTo(File.ReadAllText(path).TrimEnd()));
    }

    [TestCaseSource(nameof(Samples))]
    public void Message_read_back_is_the_same(object sample)
    {
        var bytes = ContractJson.Write(sample);
        var back = ContractJson.Read(ContractMap.NameOf(sample.GetType()) ?? "", bytes);
        Assert.That(ContractJson.Write(back), Is.EqualTo(bytes));
    }

    [Test]
    public void Absent_nullable_members_read_as_null()
    {
        var back = ContractJson.Read("se.caseflow.case.submitted.v1",
            """{"caseId":"019a8b00-0000-7000-8000-000000000017","number":"2027-00017","version":1,"submittedAt":"2027-03-04T12:00:00+00:00","unknown":1}"""u8);
        Assert.That(back, Has.Property("Area").Null.And.Property("Side").Null);
    }

    [TestCase("""{"number":"2027-00017","version":1,"receivedAt":"2027-03-04T12:00:00+00:00"}""", TestName = "Message_without_its_case_is_refused")]
    [TestCase("""{"caseId":"019a8b00-0000-7000-8000-000000000017","number":null,"version":1,"receivedAt":"2027-03-04T12:00:00+00:00"}""", TestName = "Message_with_null_for_its_number_is_refused")]
    [TestCase("null", TestName = "Message_that_is_null_is_refused")]
    public void Broken_message_is_refused(string json) =>
        Assert.That(() => ContractJson.Read("se.caseflow.case.received.v1", Encoding.UTF8.GetBytes(json)), Throws.InstanceOf<JsonException>());

    [Test]
    public void Unknown_type_name_is_refused_and_never_looked_up_as_a_class() =>
        Assert.That(() => ContractJson.Read("System.Diagnostics.Process", "{}"u8), Throws.InstanceOf<JsonException>());

    [Test]
    public void A_stranger_cannot_be_written() =>
        Assert.That(() => ContractJson.Write("text"), Throws.ArgumentException);
}
