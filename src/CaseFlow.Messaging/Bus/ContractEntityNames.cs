using CaseFlow.Contracts;
using MassTransit;

namespace CaseFlow.Messaging.Bus;

/// <summary>Exchanges are named after the CloudEvents type, so that outside receivers bind to names that mean something and last.</summary>
internal sealed class ContractEntityNames(string prefix) : IEntityNameFormatter
{
    public string FormatEntityName<T>() => prefix + (ContractMap.NameOf(typeof(T)) ?? $"not-a-contract.{typeof(T).Name}");
}
