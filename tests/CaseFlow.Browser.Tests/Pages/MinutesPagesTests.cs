using CaseFlow.Browser.Tests.Running;
using Microsoft.Playwright;
using NUnit.Framework;

namespace CaseFlow.Browser.Tests.Pages;

/// <summary>A meeting's minutes, from the draft on, in the browser.</summary>
internal sealed class MinutesPagesTests : BrowserTest
{
    [Test]
    public async Task Minutes_are_written_from_the_draft_and_their_changes_are_shown()
    {
        string id = await Hold("2027-04-16");
        await SignIn("administration.vastkom");
        await Open($"/moten/{id}/anteckning");
        await Look.At(Page, "anteckning-utkast");
        await Write("## 1. Årshjul\n\nMötet noterade informationen.");
        await Page.WaitForURLAsync("**?sparat=ja");
        await Write("## 1. Årshjul\n\nMötet noterade den muntliga informationen.");
        await Page.GetByText("Sparad som version 2").WaitForAsync();
        await Open($"/moten/{id}/anteckning?fran=1&till=2");
        Assert.That(await Page.Locator("ins").InnerTextAsync(), Does.Contain("den muntliga"));
        await Look.At(Page, "anteckning-andringar");
        await Open("/att-gora");
        string task = (await Page.Locator("a[href^='/anteckning/']").First.GetAttributeAsync("href") ?? "").Split('/', '?')[2];
        await Open($"/anteckning/{task}");
    }

    [Test]
    public async Task In_meeting_mode_notes_save_themselves_and_the_arrows_lead_on()
    {
        string id = await Summon("2027-06-18");
        await SignIn("ordforande.vastkom");
        await Open($"/moten/{id}/rum");
        await Look.At(Page, "motesrum");
        await Page.Locator("[name=anteckning]").FillAsync("Alla hälsades välkomna.");
        await Page.GetByText("Sparat").WaitForAsync();
        await Page.Locator("h1").ClickAsync();
        await Page.Keyboard.PressAsync("ArrowRight");
        await Page.WaitForURLAsync("**/rum?punkt=*");
        await Page.Locator("a[rel=prev]").ClickAsync();
        Assert.That(await Page.Locator("[name=anteckning]").InputValueAsync(), Is.EqualTo("Alla hälsades välkomna."));
    }

    [Test]
    public async Task Minutes_are_signed_by_both_sides_and_read_by_everybody()
    {
        string id = await Hold("2027-05-21");
        await SignIn("administration.vastkom");
        await Open($"/moten/{id}/anteckning");
        await Page.Locator("button[value=send]").ClickAsync();
        await Page.WaitForURLAsync("**/att-gora*");
        await Sign("ordforande.vastkom", isLookedAt: true);
        await Sign("vice-ordforande.vgr", isLookedAt: false);
        await SignIn("administration.vastkom");
        string task = (await Page.Locator("a[href^='/publicering/']").First.GetAttributeAsync("href") ?? "").Split('/', '?')[2];
        await Open($"/publicering/{task}");
        await Look.At(Page, "publicera-anteckning");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Godkänn för publicering" }).ClickAsync();
        await Page.GetByText("Läses här:").WaitForAsync();
        await Open($"/moten/{id}/publicering");
        await Look.At(Page, "publicering-webbplatser");
        await Page.Context.ClearCookiesAsync();
        await Open("/anteckningar");
        await Look.At(Page, "anteckningar");
        await Open("/anteckningar/vvg/2027-05-21");
        await Look.At(Page, "publicerad-anteckning");
    }

    private async Task Sign(string role, bool isLookedAt)
    {
        await SignIn(role);
        string task = (await Page.Locator("a[href^='/underskrift/']").First.GetAttributeAsync("href") ?? "").Split('/', '?')[2];
        await Open($"/underskrift/{task}");
        if (isLookedAt)
            await Look.At(Page, "underskrift");
        await Page.Locator("[name=signerat][value=ja]").CheckAsync();
        await Page.Locator("[name=_password]").FillAsync("visa-mig-runt");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Lämna svaret" }).ClickAsync();
        await Page.WaitForURLAsync("**/att-gora*");
    }

    private async Task Write(string text)
    {
        await Page.Locator("[name=anteckning]").FillAsync(text);
        await Page.Locator("button[value=save]").ClickAsync();
    }

    private async Task<string> Hold(string date)
    {
        string id = await Summon(date);
        await SignIn("ordforande.vastkom");
        await Open($"/moten/{id}");
        await Page.Locator(".task__title a").First.ClickAsync();
        await Page.Locator("[name=avbrutet][value=nej]").CheckAsync();
        await Page.Locator("[name=tidigtSkal]").FillAsync("Mötet hölls före sin dag.");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Slutför uppgiften" }).ClickAsync();
        return id;
    }

    private async Task<string> Summon(string date)
    {
        await SignIn("administration.vastkom");
        await Open("/moten");
        await Page.Locator("[name=datum]").FillAsync(date);
        await Page.Locator("[name=start]").FillAsync("09:00");
        await Page.Locator("[name=slut]").FillAsync("12:00");
        await Page.Locator("[name=lokal]").FillAsync("Sal 1");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Planera mötet" }).ClickAsync();
        await Page.WaitForURLAsync("**/moten/*-*");
        string id = Page.Url.Split('/')[^1];
        string task = (await Page.Locator("a[href^='/kallelse/']").First.GetAttributeAsync("href") ?? "").Split('/', '?')[2];
        await Open($"/kallelse/{task}");
        await Look.At(Page, "kallelse");
        await Page.Locator("[name=syfte]").FillAsync("Gemensam inriktning.");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Skicka kallelsen" }).ClickAsync();
        await Page.WaitForURLAsync("**/att-gora*");
        return id;
    }

    private async Task SignIn(string role)
    {
        await Page.Context.ClearCookiesAsync();
        await Open("/logga-in");
        await Page.Locator($"button[value='{role}@demo.example']").ClickAsync();
        await Page.WaitForURLAsync("**/att-gora");
    }
}
