using NUnit.Framework;

namespace CaseFlow.Architecture.Tests.House;

internal sealed class PageTests
{
    [Test, WholeHouse]
    public void Every_page_is_opened_in_the_browser_tests() =>
        Assert.That(PageGuard.Untested(
            // What stands under Errors is shown in the place of another page.
            Repository.Under("src/CaseFlow.Web/Components/", ".razor").Where(file => !file.Path.Contains("/Errors/", StringComparison.Ordinal)),
            Repository.Under("tests/CaseFlow.Browser.Tests/Pages/", ".cs")), Is.Empty);

    [Test]
    public void A_planted_page_without_a_test_is_found()
    {
        TextFile page = new("src/A.razor", "@page \"/arenden/{Number}\"\n@page \"/arenden\"\n");
        Assert.That(PageGuard.Untested([page], []), Has.Exactly(2).Items);
        Assert.That(PageGuard.Untested([page], [new TextFile("t.cs", "await Open(\"/arenden?status=x\");")]), Is.EqualTo(new[] { "src/A.razor: no test in the browser opens /arenden/{Number}" }));
        Assert.That(PageGuard.Untested([page], [new TextFile("t.cs", "Open($\"/arenden/{number}\"); Open(\"/arenden\");")]), Is.Empty);
    }
}
