using CaseFlow.Contracts;
using MassTransit;

namespace CaseFlow.Messaging.Bus;

/// <summary>A queue and the consumer that reads it.</summary>
/// <param name="Queue">Stable: it also names the consumer in the inbox.</param>
/// <param name="Consumer">An <see cref="IConsumer{T}"/> of one or more contracts.</param>
internal sealed record BusEndpoint(string Queue, Type Consumer)
{
    /// <summary>The contracts that the consumer takes.</summary>
    public IReadOnlyList<Type> Messages { get; } =
        [.. Consumer.GetInterfaces().Where(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IConsumer<>)).Select(i => i.GetGenericArguments()[0])];

    /// <summary>Commands have their request id; everything else goes through the inbox.</summary>
    public bool HasInbox => !Messages.Any(message => message.IsAssignableTo(typeof(ICommand)));
}
