using CaseFlow.Browser.Tests.Running;
using Microsoft.Playwright;
using NUnit.Framework;

namespace CaseFlow.Browser.Tests.Pages;

/// <summary>Writing a case: the draft that keeps itself, the meeting that is wished for, what is already on its way.</summary>
internal sealed class SubmitPagesTests : BrowserTest
{
    [Test]
    public async Task The_draft_saves_itself_after_a_pause_and_is_there_after_a_reload()
    {
        await CaseSteps.SignIn(Page, "processledare.skaraborg");
        await Open("/lamna-in");
        await Page.Locator("[name=rubrik]").FillAsync("Utkast som sparar sig självt");
        await Page.Locator("[data-draft-status]", new() { HasTextRegex = new(@"Sparat \d\d:\d\d") }).WaitForAsync();
        await Page.ReloadAsync();
        Assert.That(await Page.Locator("[name=rubrik]").InputValueAsync(), Is.EqualTo("Utkast som sparar sig självt"));
        await Look.At(Page, "lamna-in-utkast");
        await Keyboard.Walk(Page);
    }

    [Test]
    public async Task Saved_in_two_tabs_both_texts_are_shown_and_the_typed_one_can_be_kept()
    {
        await CaseSteps.SignIn(Page, "processledare.sodra-alvsborg");
        await Open("/lamna-in");
        await Page.Locator("[name=rubrik]").FillAsync("Början");
        await Page.Locator("[data-draft-status]", new() { HasText = "Sparat" }).WaitForAsync();
        IPage other = await Page.Context.NewPageAsync();
        await other.GotoAsync(Page.Url);
        await other.Locator("[name=rubrik]").FillAsync("Andra flikens ord");
        await other.Locator("[data-draft-status]", new() { HasText = "Sparat" }).WaitForAsync();
        await Page.Locator("[name=rubrik]").FillAsync("Den här flikens ord");
        await Page.Locator("[data-draft-conflict]", new() { HasText = "Andra flikens ord" }).WaitForAsync();
        Assert.That(await Page.Locator("[name=rubrik]").InputValueAsync(), Is.EqualTo("Den här flikens ord"));
        Expected(409);
        await Look.At(Page, "lamna-in-konflikt");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Spara min text som ett eget utkast" }).ClickAsync();
        await Page.Locator("aside a", new() { HasText = "Den här flikens ord" }).WaitForAsync();
        Assert.That(await Page.Locator("aside a", new() { HasText = "Andra flikens ord" }).CountAsync(), Is.EqualTo(1));
    }

    [Test]
    public async Task A_near_title_is_offered_to_be_shared_and_the_case_shows_its_links_and_thread()
    {
        string number = await CaseSteps.Submit(Page, "processledare.fyrbodal", "Läkemedelsgenomgång i hemmet");
        await CaseSteps.SignIn(Page, "processledare.skaraborg");
        await Open("/lamna-in");
        await CaseSteps.FillIn(Page, "Läkemedelsgenomgångar i hemmet");
        await Page.Locator("button[value=check]").ClickAsync();
        await Page.Locator("#similar").WaitForAsync();
        await Look.At(Page, "lamna-in-granska");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Vi delar frågan" }).ClickAsync();
        await Page.WaitForURLAsync($"**/arenden/{number}*");
        Assert.That(await Page.Locator("section[aria-labelledby=sponsors]").InnerTextAsync(), Does.Contain("Skaraborg"));
        await Look.At(Page, "arende-delat");
        await Keyboard.Walk(Page);
    }
}
