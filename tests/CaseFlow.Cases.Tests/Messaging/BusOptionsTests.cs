using CaseFlow.Messaging.Bus;
using Microsoft.Extensions.Configuration;

namespace CaseFlow.Cases.Tests.Messaging;

[TestFixture]
internal sealed class BusOptionsTests
{
    [Test]
    public void Without_configuration_messages_stay_in_the_process() =>
        Assert.That(Read([]).Transport, Is.EqualTo(BusTransport.InMemory));

    [Test]
    public void RabbitMq_is_chosen_by_configuration_alone()
    {
        var options = Read(new() { ["CaseFlow:Bus:Transport"] = "rabbitmq", ["CaseFlow:Bus:Uri"] = "amqp://u:p@broker:5672/", ["CaseFlow:Bus:QuorumSize"] = "3", ["CaseFlow:Bus:Retries:0"] = "00:00:02" });
        Assert.That(options.Transport, Is.EqualTo(BusTransport.RabbitMq));
        Assert.That(options.Uri?.Host, Is.EqualTo("broker"));
        Assert.That(options.QuorumSize, Is.EqualTo(3));
        Assert.That(options.Retries, Is.EqualTo(new[] { TimeSpan.FromSeconds(2) }));
    }

    [Test]
    public void Unknown_transport_stops_the_start_and_names_what_is_known() =>
        Assert.That(() => Read(new() { ["CaseFlow:Bus:Transport"] = "kafka" }), Throws.InvalidOperationException.With.Message.Contains("rabbitmq"));

    [Test]
    public void RabbitMq_without_an_address_stops_the_start() =>
        Assert.That(() => Read(new() { ["CaseFlow:Bus:Transport"] = "rabbitmq" }), Throws.InvalidOperationException.With.Message.Contains("CaseFlow:Bus:Uri"));

    private static BusOptions Read(Dictionary<string, string?> settings) =>
        BusOptions.Read(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
}
