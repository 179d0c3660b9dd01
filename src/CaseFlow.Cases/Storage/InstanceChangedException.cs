namespace CaseFlow.Cases.Storage;

/// <summary>Another commit changed the instance first. Internal to the store, which does the work again.</summary>
internal sealed class InstanceChangedException(Guid instanceId) : Exception($"The instance {instanceId} was changed by another commit.");
