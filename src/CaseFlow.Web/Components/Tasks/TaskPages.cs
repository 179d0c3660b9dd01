using System.Reflection;
using CaseFlow.Cases.Tasks;
using Microsoft.AspNetCore.Components;

namespace CaseFlow.Web.Components.Tasks;

/// <summary>Says that a page does the tasks bound to a command. Its route ends in <c>/{Address}</c>, the task's address.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class TaskPageForAttribute(string command) : Attribute
{
    public string Command { get; } = command;
}

/// <summary>Where a task is done: at the page made for its command, else at the page that any task has.</summary>
public static class TaskPages
{
    private static readonly Dictionary<string, string> Bespoke = typeof(TaskPages).Assembly.GetTypes()
        .SelectMany(page => page.GetCustomAttributes<TaskPageForAttribute>().Select(a => (a.Command, Route: Route(page))))
        .ToDictionary(p => p.Command, p => p.Route, StringComparer.Ordinal);

    public static string For(TaskAddress task, string? command) =>
        command is not null && Bespoke.TryGetValue(command, out var route) ? route + task : "/uppgifter/" + task;

    private static string Route(Type page) => page.GetCustomAttributes<RouteAttribute>()
        .Select(r => r.Template)
        .Where(t => t.EndsWith("/{Address}", StringComparison.Ordinal))
        .Select(t => t[..^"{Address}".Length])
        .First();
}
