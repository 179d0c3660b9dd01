using System.Xml.Linq;

namespace CaseFlow.Architecture.Tests.House;

/// <summary>The engine is pure: no package, no other project, and of the framework nothing that reaches outside the process.</summary>
internal static class EngineGuard
{
    private static readonly string[] ReachingOutside =
        ["System.Net", "System.IO.FileSystem", "System.IO.Pipes", "System.Diagnostics.Process", "System.Data", "System.Threading.Thread", "System.Console"];

    public static IEnumerable<string> OfProjectFile(XDocument project) =>
        from element in project.Descendants()
        where element.Name.LocalName is "PackageReference" or "ProjectReference" or "FrameworkReference" or "Reference"
        select $"CaseFlow.Engine refers to {(string?)element.Attribute("Include")} by {element.Name.LocalName}";

    public static IEnumerable<string> OfAssembly(IEnumerable<string> references) =>
        from name in references
        where !name.StartsWith("System.", StringComparison.Ordinal)
            || ReachingOutside.Any(outside => name.StartsWith(outside, StringComparison.Ordinal))
        select $"CaseFlow.Engine uses {name}";
}
