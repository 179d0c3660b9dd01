using Microsoft.Extensions.Configuration;

namespace CaseFlow.Messaging.Bus;

/// <summary>What carries the messages.</summary>
internal enum BusTransport
{
    /// <summary>Inside the process: the embedded default. The outbox makes it durable.</summary>
    InMemory,

    /// <summary>RabbitMQ 3.10 or newer, for several nodes and for outside receivers.</summary>
    RabbitMq,
}

/// <summary>The section <c>CaseFlow:Bus</c>.</summary>
/// <param name="Uri">Of the broker, <c>amqp://user:password@host:port/vhost</c>; only for RabbitMQ.</param>
/// <param name="Prefix">Begins the names of queues and exchanges, so that several installations can share a broker.</param>
/// <param name="QuorumSize">RabbitMQ: how many nodes keep a copy of each queue; null for an ordinary durable queue. Cannot be changed on a queue that exists.</param>
/// <param name="Retries">The pauses between a consumer's attempts at one message, before it is moved aside.</param>
internal sealed record BusOptions(BusTransport Transport, Uri? Uri, string Prefix, int? QuorumSize, IReadOnlyList<TimeSpan> Retries)
{
    private static readonly TimeSpan[] UsualRetries = [TimeSpan.FromMilliseconds(100), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5)];

    /// <summary>Reads the section.</summary>
    /// <exception cref="InvalidOperationException">The transport is unknown, or RabbitMQ has no address: the host must not start.</exception>
    public static BusOptions Read(IConfiguration configuration)
    {
        var section = configuration.GetSection("CaseFlow:Bus");
        var transport = section["Transport"]?.ToUpperInvariant() switch
        {
            null or "" or "INMEMORY" => BusTransport.InMemory,
            "RABBITMQ" => BusTransport.RabbitMq,
            var other => throw new InvalidOperationException($"CaseFlow:Bus:Transport is '{other}'; known are inmemory and rabbitmq."),
        };
        var uri = section.GetValue<Uri?>("Uri");
        if (transport == BusTransport.RabbitMq && uri is null)
            throw new InvalidOperationException("CaseFlow:Bus:Uri is missing: RabbitMQ needs the broker's address, amqp://user:password@host:port/vhost.");
        return new(transport, uri, section["Prefix"] ?? "", section.GetValue<int?>("QuorumSize"), section.GetSection("Retries").Get<TimeSpan[]>() ?? UsualRetries);
    }
}
