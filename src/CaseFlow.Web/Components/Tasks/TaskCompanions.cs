using System.Reflection;

namespace CaseFlow.Web.Components.Tasks;

/// <summary>Says that a component stands above the form of the tasks bound to a command: what a person wants to see while answering. It has the parameters <c>View</c> and <c>Form</c>.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class CompanionOfAttribute(string command) : Attribute
{
    public string Command { get; } = command;
}

/// <summary>What stands above a task's form.</summary>
public static class TaskCompanions
{
    private static readonly Dictionary<string, Type> ByCommand = typeof(TaskCompanions).Assembly.GetTypes()
        .SelectMany(type => type.GetCustomAttributes<CompanionOfAttribute>().Select(a => (a.Command, Type: type)))
        .ToDictionary(p => p.Command, p => p.Type, StringComparer.Ordinal);

    /// <summary>The component for a command; what the case is about where the command has none of its own.</summary>
    public static Type For(string? command) => command is not null && ByCommand.TryGetValue(command, out var type) ? type : typeof(CaseMatter);
}

/// <summary>Where a person came from to a task, and goes back to: a word in the address, never an address.</summary>
public static class TaskReturn
{
    private static readonly Dictionary<string, string> Places = new(StringComparer.Ordinal) { ["sortering"] = "/sortering" };

    public static string To(string? from) => Places.GetValueOrDefault(from ?? "", "/att-gora");

    /// <summary>The key in Tasks.resx of the words on the way back.</summary>
    public static string TextOf(string? from) => Places.ContainsKey(from ?? "") ? "back." + from : "back";
}
