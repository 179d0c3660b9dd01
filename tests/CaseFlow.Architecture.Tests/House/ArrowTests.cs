using System.Reflection;
using System.Xml.Linq;
using NUnit.Framework;

namespace CaseFlow.Architecture.Tests.House;

internal sealed class ArrowTests
{
    internal static IEnumerable<string> Projects =>
        Repository.Under("src/", ".csproj").Select(file => Path.GetFileNameWithoutExtension(file.Path));

    private static XDocument ProjectFile(string project) => XDocument.Parse(Repository.Under($"src/{project}/", ".csproj").Single().Text);

    [TestCaseSource(nameof(Projects))]
    public void A_project_file_refers_only_along_the_arrows(string project)
    {
        IEnumerable<string> references = ProjectFile(project).Descendants("ProjectReference")
            .Select(element => Path.GetFileNameWithoutExtension(((string?)element.Attribute("Include") ?? "").Replace('\\', '/')));
        Assert.That(ArrowGuard.OfProjectFile(project, references), Is.Empty);
    }

    [TestCaseSource(nameof(Projects))]
    public void Compiled_code_uses_only_what_the_arrows_reach(string project)
    {
        IEnumerable<string> references = Assembly.Load(project).GetReferencedAssemblies().Select(name => name.Name ?? "");
        Assert.That(ArrowGuard.OfAssembly(project, references), Is.Empty);
    }

    [Test]
    public void The_engine_references_no_package_and_only_the_framework()
    {
        Assert.That(EngineGuard.OfProjectFile(ProjectFile("CaseFlow.Engine")), Is.Empty);
        Assert.That(EngineGuard.OfAssembly(Assembly.Load("CaseFlow.Engine").GetReferencedAssemblies().Select(name => name.Name ?? "")), Is.Empty);
    }

    [Test]
    public void Every_project_of_the_product_bans_the_same_symbols()
    {
        IEnumerable<string> without = Projects.Where(project => !ProjectFile(project).Descendants("AdditionalFiles")
            .Any(element => ((string?)element.Attribute("Include") ?? "").EndsWith("BannedSymbols.txt", StringComparison.Ordinal)));
        Assert.That(without, Is.Empty);
    }

    [Test]
    public void Planted_arrows_are_found()
    {
        Assert.That(ArrowGuard.OfProjectFile("CaseFlow.Cases", ["CaseFlow.Engine", "CaseFlow.Messaging"]), Is.EqualTo(new[] { "CaseFlow.Cases → CaseFlow.Messaging is no arrow of the house" }));
        Assert.That(ArrowGuard.OfProjectFile("CaseFlow.Web", ["CaseFlow.Engine"]), Has.Exactly(1).Items);
        Assert.That(ArrowGuard.OfAssembly("CaseFlow.Contracts", ["System.Runtime", "CaseFlow.Cases"]), Has.Exactly(1).Items);
        Assert.That(ArrowGuard.OfAssembly("CaseFlow.Common", []), Has.Exactly(1).Items);
    }

    [Test]
    public void A_planted_package_in_the_engine_is_found()
    {
        XDocument withPackage = XDocument.Parse("""<Project><ItemGroup><PackageReference Include="YamlDotNet" /></ItemGroup></Project>""");
        Assert.That(EngineGuard.OfProjectFile(withPackage), Is.EqualTo(new[] { "CaseFlow.Engine refers to YamlDotNet by PackageReference" }));
        Assert.That(EngineGuard.OfAssembly(["System.Runtime", "Microsoft.Extensions.Logging"]), Is.EqualTo(new[] { "CaseFlow.Engine uses Microsoft.Extensions.Logging" }));
        Assert.That(EngineGuard.OfAssembly(["System.Net.Http"]), Is.EqualTo(new[] { "CaseFlow.Engine uses System.Net.Http" }));
    }
}
