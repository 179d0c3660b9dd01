using System.Collections.Frozen;

namespace CaseFlow.Cases.Tasks;

/// <summary>The rules that models can bind to user tasks, by name. Two with one name are a mistake that stops the start.</summary>
public sealed class TaskCommands(IEnumerable<ITaskCommand> commands)
{
    private readonly FrozenDictionary<string, ITaskCommand> _commands = commands.ToFrozenDictionary(c => c.Name, StringComparer.Ordinal);

    /// <summary>The command of this name, or null.</summary>
    public ITaskCommand? Find(string name) => _commands.GetValueOrDefault(name);
}
