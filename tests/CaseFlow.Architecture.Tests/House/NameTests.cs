using System.Reflection;
using System.Runtime.CompilerServices;
using NUnit.Framework;

namespace CaseFlow.Architecture.Tests.House;

internal sealed class NameTests
{
    [TestCaseSource(typeof(ArrowTests), nameof(ArrowTests.Projects))]
    public void Types_are_named_by_what_they_are(string project)
    {
        IEnumerable<string> names = Assembly.Load(project).GetTypes()
            .Where(type => !type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false) && !type.Name.Contains('<', StringComparison.Ordinal))
            .Select(type => type.Name.Split('`')[0]);
        Assert.That(NameGuard.Violations(names, Repository.AllowList("allowed-names.txt")), Is.Empty);
    }

    [Test]
    public void Files_are_named_by_what_is_in_them() =>
        Assert.That(NameGuard.Violations(Repository.TextFiles.Where(file => file.Path.EndsWith(".cs", StringComparison.Ordinal)).Select(file => file.Name[..^3].Split('.')[0]),
            Repository.AllowList("allowed-names.txt")), Is.Empty);

    [TestCase("SortingManager")]
    [TestCase("DateHelper")]
    [TestCase("StringUtils")]
    [TestCase("CaseBase")]
    [TestCase("CaseData")]
    [TestCase("SeatInfo")]
    [TestCase("ManagerOfSeats")]
    public void A_planted_name_is_found(string name) => Assert.That(NameGuard.Violations([name], []), Has.Exactly(1).Items);

    [TestCase("Database")]
    [TestCase("DataFolder")]
    [TestCase("Information")]
    [TestCase("BaseUrl")]
    public void A_word_that_only_looks_alike_is_not(string name) => Assert.That(NameGuard.Violations([name], []), Is.Empty);

    [Test]
    public void A_name_is_allowed_only_with_a_reason()
    {
        Assert.That(NameGuard.Violations(["CaseInfo"], ["CaseInfo: the name of a standard"]), Is.Empty);
        Assert.That(NameGuard.Violations(["CaseInfo"], ["CaseInfo"]), Has.Exactly(1).Items);
    }
}
