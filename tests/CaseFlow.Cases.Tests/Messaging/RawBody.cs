using System.Net.Mime;
using System.Text;
using CaseFlow.Messaging.Bus;
using MassTransit;

namespace CaseFlow.Cases.Tests.Messaging;

/// <summary>Any bytes in place of a message.</summary>
internal sealed class RawBody(string body) : IMessageSerializer
{
    public ContentType ContentType { get; } = new(CloudEvent.MediaType);

    public MessageBody GetMessageBody<T>(SendContext<T> context)
        where T : class => new BytesMessageBody(Encoding.UTF8.GetBytes(body));
}

/// <summary>Looks again until something is there: what happens on the other side of a broker is not awaited otherwise.</summary>
internal static class Eventually
{
    public static async Task<T> Find<T>(Func<Task<T?>> look)
        where T : class
    {
        using var enough = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (await tick.WaitForNextTickAsync(enough.Token))
        {
            if (await look() is { } found)
                return found;
        }

        throw new TimeoutException("It did not come.");
    }
}
