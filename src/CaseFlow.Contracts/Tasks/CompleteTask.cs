using System.Text.Json;

namespace CaseFlow.Contracts.Tasks;

/// <summary>Completes a user task, as its page does.</summary>
/// <param name="InstanceId">The case or meeting.</param>
/// <param name="TaskKey">The task's key inside the instance.</param>
/// <param name="TaskVersion">The version the sender saw; an older one than the task's is refused as stale.</param>
/// <param name="Answers">The task form's fields by key.</param>
public sealed record CompleteTask(
    string RequestId, string AccountId, Guid InstanceId, long TaskKey, long TaskVersion,
    IReadOnlyDictionary<string, JsonElement> Answers) : ICommand;
