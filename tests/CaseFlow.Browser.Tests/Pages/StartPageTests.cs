using CaseFlow.Browser.Tests.Running;
using NUnit.Framework;

namespace CaseFlow.Browser.Tests.Pages;

internal sealed class StartPageTests : BrowserTest
{
    [Test]
    public async Task The_start_page_is_readable_narrow_and_wide()
    {
        await Open("/");
        await Look.At(Page, "start");
    }

    [Test]
    public async Task The_start_page_is_walked_with_the_keyboard_alone()
    {
        await Open("/");
        IReadOnlyList<Keyboard.Stop> stops = await Keyboard.Walk(Page);
        Assert.That(stops[0].Name, Does.Contain("innehåll"), "the first stop skips to the content");
    }

    [Test]
    public async Task The_first_stop_leads_to_the_content()
    {
        await Open("/");
        await Page.Keyboard.PressAsync("Tab");
        await Page.Keyboard.PressAsync("Enter");
        string focused = await Page.EvaluateAsync<string>("() => (document.activeElement.closest('main') ?? document.querySelector(':target')?.closest('main') ?? document.body).tagName");
        Assert.That(focused, Is.EqualTo("MAIN"));
    }

    [Test]
    public async Task A_page_that_is_not_there_says_so_and_shows_a_way_on()
    {
        await Open("/finns-inte", status: 404);
        await Look.At(Page, "not-found");
        await Keyboard.Walk(Page);
        Assert.That(await Page.Locator("main a").CountAsync(), Is.GreaterThan(0));
    }

    [Test]
    public async Task The_page_says_which_language_it_is_in()
    {
        await Open("/");
        Assert.That(await Page.Locator("html").GetAttributeAsync("lang"), Is.EqualTo("sv"));
    }
}
