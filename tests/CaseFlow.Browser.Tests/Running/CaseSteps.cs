using Microsoft.Playwright;

namespace CaseFlow.Browser.Tests.Running;

/// <summary>What many walks begin with: signing in as a role, handing in a case.</summary>
internal static class CaseSteps
{
    public static async Task SignIn(IPage page, string role)
    {
        await page.Context.ClearCookiesAsync();
        await page.GotoAsync("/logga-in");
        await page.Locator($"button[value='{role}@demo.example']").ClickAsync();
        await page.WaitForURLAsync("**/att-gora");
    }

    /// <summary>Fills in the eight questions of an area without sending them.</summary>
    public static async Task FillIn(IPage page, string title)
    {
        await page.Locator("[name=rubrik]").FillAsync(title);
        await page.Locator("[name=fraga]").FillAsync("Hur ska utskrivningen samordnas i hela länet?");
        await page.Locator("[name=lansfragaDatum]").FillAsync("2026-11-10");
        await page.Locator("[name=lansfragaMotiv]").FillAsync("Samma brister finns i alla områden.");
        await page.Locator("[name=omfattning][value=hela-lanet]").CheckAsync();
        await page.Locator("[name=varforInteDelregionalt]").FillAsync("Sjukhusen möter kommuner från flera områden.");
        await page.Locator("[name=onskatResultat][value=dialog]").CheckAsync();
        await page.Locator("[name=nytta]").FillAsync("Tryggare hemgång.");
        await page.Locator("[name=kontakt]").FillAsync("Processledaren i området");
    }

    /// <summary>Signs in and hands in a case.</summary>
    /// <returns>Its number; the page of the case is open.</returns>
    public static async Task<string> Submit(IPage page, string role, string title)
    {
        await SignIn(page, role);
        await page.GotoAsync("/lamna-in");
        await FillIn(page, title);
        await page.Locator("button[value=check]").ClickAsync();
        await page.Locator("button[value=submit]").ClickAsync();
        await page.WaitForURLAsync("**/arenden/*");
        return new Uri(page.Url).AbsolutePath.Split('/')[^1];
    }
}
