using System.Reflection;
using Microsoft.AspNetCore.Components;

namespace CaseFlow.Web.Components.Layout;

/// <summary>The places in the header, in the order that people know. A place appears when its page is built.</summary>
public static class SiteNavigation
{
    private static readonly (string Key, string Path) Process = ("process", "/sa-gar-ett-arende-till");

    private static readonly (string Key, string Path)[] Places =
    [
        ("tasks", "/att-gora"),
        ("cases", "/arenden"),
        ("intake", "/lamna-in"),
        ("sorting", "/sortering"),
        ("meetings", "/moten"),
        ("escalation", "/till-sro"),
        ("assignments", "/uppdrag"),
        ("dashboards", "/laget"),
    ];

    // What is looked up now and then; behind "Mer", so that the header stays one line.
    private static readonly (string Key, string Path)[] LookedUp =
    [
        ("positions", "/stallningstaganden"),
        ("representatives", "/representanter"),
        ("words", "/ord"),
        Process,
    ];

    private static readonly HashSet<string> Built = typeof(SiteNavigation).Assembly.GetTypes()
        .SelectMany(t => t.GetCustomAttributes<RouteAttribute>())
        .Select(r => r.Template)
        .ToHashSet(StringComparer.Ordinal);

    /// <summary>What a signed-in person sees. The key names the text <c>nav.&lt;key&gt;</c> in Shell.resx.</summary>
    public static IReadOnlyList<(string Key, string Path)> SignedIn { get; } = [.. Places.Where(p => Built.Contains(p.Path))];

    /// <summary>What a signed-in person finds behind "Mer".</summary>
    public static IReadOnlyList<(string Key, string Path)> More { get; } = [.. LookedUp.Where(p => Built.Contains(p.Path))];

    /// <summary>What everybody may read without signing in.</summary>
    public static IReadOnlyList<(string Key, string Path)> Open { get; } = [Process];
}
