using NUnit.Framework;

namespace CaseFlow.Browser.Tests.Running;

/// <summary>The checks that every page goes through find what they are meant to find.</summary>
internal sealed class PlantedTests : BrowserTest
{
    private const string Head = "<!doctype html><html lang='sv'><head><title>T</title><meta name='viewport' content='width=device-width'></head><body><main><h1>T</h1>";

    [Test]
    public async Task A_picture_without_a_text_is_found()
    {
        await Page.SetContentAsync(Head + "<img src='data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA='></main>");
        Assert.That(await Look.Violations(Page), Has.Exactly(1).Items.And.One.StartsWith("image-alt:"));
    }

    [Test]
    public async Task A_row_that_is_too_wide_for_a_telephone_is_found()
    {
        await Page.SetContentAsync(Head + "<p style='width:600px'>x</p></main>");
        Assert.That(async () => await Look.At(Page, "planted-wide"), Throws.InstanceOf<AssertionException>().With.Message.Contains("at 320 px"));
    }

    [TestCase("<button tabindex='-1'>x</button><a href='#'>y</a>", "", TestName = "A control with tabindex -1 is left out on purpose")]
    [TestCase("<a href='#' style='outline:none'>y</a>", "does not show that it has the focus", TestName = "A focus that cannot be seen is found")]
    [TestCase("<a href='#' style='position:absolute;left:-900px'>y</a>", "outside the screen", TestName = "A focus outside the screen is found")]
    [TestCase("<a href='#'>a</a><button onkeydown='event.preventDefault()'>x</button><a href='#'>b</a>", "cannot be reached", TestName = "A keyboard trap is found")]
    [TestCase("<p>x</p>", "nothing can be reached", TestName = "A page without any stop is found")]
    public async Task A_walk_with_the_keyboard(string html, string complaint)
    {
        await Page.SetContentAsync(Head + html + "</main>");
        if (complaint.Length == 0) await Keyboard.Walk(Page);
        else Assert.That(async () => await Keyboard.Walk(Page), Throws.InstanceOf<MultipleAssertException>().With.Message.Contains(complaint).Or.InstanceOf<AssertionException>().With.Message.Contains(complaint));
    }
}
