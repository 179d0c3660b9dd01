using System.Runtime.Serialization;
using System.Text;
using CaseFlow.Cases.Tests.Contracts;
using CaseFlow.Contracts.Sorting;
using CaseFlow.Messaging.Bus;

namespace CaseFlow.Cases.Tests.Messaging;

[TestFixture]
internal sealed class CloudEventTests
{
    private static readonly Guid Id = Guid.Parse("019a8b00-0000-7000-8000-0000000000dd");

    [Test]
    public void Message_goes_out_as_a_structured_cloud_event()
    {
        var written = new CloudEvent(
            Id.ToString(), "https://caseflow.example/", "se.caseflow.case.sorted.v1", $"case/{ContractSamples.Case}",
            new DateTimeOffset(2027, 3, 4, 12, 0, 0, TimeSpan.Zero), "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01", ContractSamples.Sorted(5)).Write();
        Assert.That(Encoding.UTF8.GetString(written), Is.EqualTo(
            """{"specversion":"1.0","id":"019a8b00-0000-7000-8000-0000000000dd","source":"https://caseflow.example/","type":"se.caseflow.case.sorted.v1","subject":"case/019a8b00-0000-7000-8000-000000000017","time":"2027-03-04T12:00:00.000+00:00","traceparent":"00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01","datacontenttype":"application/json","data":{"caseId":"019a8b00-0000-7000-8000-000000000017","number":"2027-00017","version":5,"outcome":"organ","sortedAt":"2027-03-04T12:00:00+00:00"}}"""));
    }

    [Test]
    public void Message_read_back_is_the_same()
    {
        var message = new CloudEvent(Id.ToString(), "x", "se.caseflow.case.sorted.v1", null, null, null, ContractSamples.Sorted(5));
        var back = CloudEvent.Read(message.Write());
        Assert.That(back, Is.EqualTo(message));
        Assert.That(back.MessageId, Is.EqualTo(Id));
    }

    [Test]
    public void Stranger_s_id_that_is_no_guid_gives_the_same_message_id_each_time_and_another_for_another_source()
    {
        var ids = new[] { Event("order-1", "a"), Event("order-1", "a"), Event("order-1", "b") }.Select(e => e.MessageId).ToList();
        Assert.That(ids[1], Is.EqualTo(ids[0]));
        Assert.That(ids[2], Is.Not.EqualTo(ids[0]));
    }

    [Test]
    public void Body_beyond_the_limit_is_refused_unread() =>
        Assert.That(() => CloudEvent.Read(new byte[CloudEvent.MaxBytes + 1]), Throws.TypeOf<SerializationException>());

    [Test]
    public void Ten_thousand_broken_messages_are_refused_and_none_of_them_otherwise()
    {
        var good = new CloudEvent(Id.ToString(), "x", "se.caseflow.case.sorted.v1", null, null, null, ContractSamples.Sorted(5)).Write();
        var seed = Environment.TickCount;
        TestContext.Out.WriteLine($"seed {seed}");
        var random = new Random(seed);
        for (var i = 0; i < 10_000; i++)
        {
            var body = (byte[])good.Clone();
            for (var change = random.Next(1, 6); change > 0; change--)
                body[random.Next(body.Length)] = (byte)random.Next(256);
            try
            {
                Assert.That(CloudEvent.Read(body[..random.Next(body.Length)]).Message, Is.TypeOf<CaseSorted>());
            }
            catch (SerializationException)
            {
                // Refused, as it should be.
            }
        }
    }

    private static CloudEvent Event(string id, string source) => new(id, source, "se.caseflow.case.sorted.v1", null, null, null, ContractSamples.Sorted(1));
}
