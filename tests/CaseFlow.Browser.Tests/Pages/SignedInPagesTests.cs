using CaseFlow.Browser.Tests.Running;
using Microsoft.Playwright;
using NUnit.Framework;

namespace CaseFlow.Browser.Tests.Pages;

/// <summary>Every page that needs a sign-in, seen by a role that uses it: narrow, wide, and by axe-core.</summary>
internal sealed class SignedInPagesTests : BrowserTest
{
    [TestCase("/logga-in", null)]
    [TestCase("/sa-gar-ett-arende-till", null)]
    [TestCase("/att-gora", "beredningsansvarig.vastkom")]
    [TestCase("/arenden", "lasare")]
    [TestCase("/lamna-in", "processledare.skaraborg")]
    [TestCase("/sortering", "beredningsansvarig.vgr")]
    [TestCase("/moten", "administration.vastkom")]
    [TestCase("/till-sro", "sro-sekretariat")]
    [TestCase("/representanter", "processledare.fyrbodal")]
    [TestCase("/laget", "lasare")]
    [TestCase("/stallningstaganden", "lasare")]
    [TestCase("/ord", null)]
    [TestCase("/uppdrag", "lasare")]
    [TestCase("/spridning", "lasare")]
    [TestCase("/sok", "lasare")]
    [TestCase("/laget/indikatorer", "lasare")]
    [TestCase("/notiser", "processledare.fyrbodal")]
    [TestCase("/tillganglighet", null)]
    [TestCase("/konton", "systemadministrator")]
    [TestCase("/konton/nytt", "systemadministrator")]
    [TestCase("/driftsattning", "processagare")]
    [TestCase("/drift", "systemadministrator")]
    [TestCase("/drift/webhooks", "systemadministrator")]
    public async Task A_page_is_readable_narrow_and_wide(string path, string? role)
    {
        if (role is not null)
            await SignIn(role);
        await Open(path);
        await Look.At(Page, path.Trim('/'));
    }

    [Test]
    public async Task A_case_is_submitted_and_sorted_by_both_sides()
    {
        await SignIn("processledare.fyrbodal");
        string number = await Submit();
        await Open($"/arenden/{number}");
        await Look.At(Page, "arende");
        await Open($"/till-sro/{number}", status: 404);
        await Open($"/uppdrag/{number}", status: 404);

        foreach (string side in new[] { "vastkom", "vgr" })
        {
            await SignIn("beredningsansvarig." + side);
            await Open("/sortering");
            await Page.Locator("table a.button").First.ClickAsync();
            await Page.Locator("[name=utfall][value=vvg]").CheckAsync();
            await Page.Locator("[name=behandling][value=dialog]").CheckAsync();
            if (side == "vastkom")
                await Look.At(Page, "uppgift");
            await Page.GetByRole(AriaRole.Button, new() { Name = "Slutför uppgiften" }).ClickAsync();
        }

        await Open($"/arenden/{number}");
        Assert.That(await Page.Locator("main").InnerTextAsync(), Does.Contain("Beredning av underlag"));
        await Open("/att-gora");
        string address = await Page.Locator(".task__title a").First.GetAttributeAsync("href") ?? "";
        string task = address.Split('/')[^1];
        await Open($"/uppgifter/{task}");
        await Open($"/underlag/{task}");
        await Look.At(Page, "underlag");
        await Open($"/arenden/{number}/underlag");
        await Look.At(Page, "bered-underlag");

        await Open($"/arenden/{number}/remiss");
        await Page.GetByText("Lägg in mottagare och e-postadresser").ClickAsync();
        await Page.Locator("[name=mottagare]").FillAsync("Brukarrådet i norr; radet@example.org");
        await Page.Locator("#form-name button").ClickAsync();
        await Page.WaitForURLAsync("**/remiss?klart=mottagare");
        Assert.That(await Page.Locator("main").InnerTextAsync(), Does.Contain("Brukarrådet i norr"));
        await Look.At(Page, "remiss");
        await Open($"/arenden/{number}/remiss/sammanstallning", status: 404);
        string token = new('x', 43);
        await Open($"/remissvar/{token}", status: 410);
        await Look.At(Page, "remissvar-utan-lank");
    }

    [Test]
    public async Task The_search_palette_opens_by_keyboard_and_enter_goes_to_the_chosen_answer()
    {
        await SignIn("lasare");
        await Open("/att-gora");
        await Page.Keyboard.PressAsync("Control+k");
        await Page.Keyboard.TypeAsync("nyckeltal");
        ILocator field = Page.GetByRole(AriaRole.Combobox, new() { Name = "Sök ärenden, möten, handlingar och sidor" });
        await Page.Locator(".palette__answer").First.WaitForAsync();

        Assert.That(await field.GetAttributeAsync("aria-activedescendant"), Is.EqualTo("sok-traff-0"));
        Assert.That(await field.GetAttributeAsync("aria-expanded"), Is.EqualTo("true"));
        await Page.Keyboard.PressAsync("Enter");
        await Page.WaitForURLAsync("**/laget/indikatorer");
    }

    [Test]
    public async Task Escape_closes_the_search_palette_and_the_page_is_as_it_was()
    {
        await SignIn("lasare");
        await Open("/arenden");
        await Page.Locator("[data-search-open]").ClickAsync();
        await Page.Keyboard.PressAsync("Escape");

        Assert.That(await Page.Locator("dialog.palette").IsVisibleAsync(), Is.False);
        Assert.That(new Uri(Page.Url).AbsolutePath, Is.EqualTo("/arenden"));
    }

    [Test]
    public async Task An_account_is_looked_at_by_the_administrator()
    {
        await SignIn("systemadministrator");
        await Open("/konton");
        string address = await Page.Locator("main table a").First.GetAttributeAsync("href") ?? "";
        string account = address.Split('/')[^1];
        await Open($"/konton/{account}");
        await Look.At(Page, "konto");
        await Open("/forsta-administratoren", status: 404);
    }

    [Test]
    public async Task What_is_deployed_is_looked_at_by_the_process_owner()
    {
        await SignIn("processagare");
        await Open("/driftsattning");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Granska mappen" }).ClickAsync();
        await Page.WaitForURLAsync("**/driftsattning/*");
        string hash = Page.Url.Split('/')[^1];
        await Open($"/driftsattning/{hash}");
        await Look.At(Page, "granska-driftsattning");
    }

    [Test]
    public async Task A_meeting_is_planned_and_shows_its_agenda()
    {
        string id = await PlanMeeting("2027-03-12");
        await Open($"/moten/{id}");
        Assert.That(await Page.Locator("main").InnerTextAsync(), Does.Contain("Mötets öppnande"));
        await Look.At(Page, "mote");
        await SignIn("beredningsansvarig.vgr");
        await Open($"/moten/{id}/dagordning");
        await Look.At(Page, "bygg-dagordningen");
        await Open($"/moten/{id}/kallelse");
        await Look.At(Page, "kallelse-saknas");
    }

    [Test]
    public async Task An_item_is_dragged_to_its_place_and_the_times_follow()
    {
        string id = await PlanMeeting("2027-03-19");
        await SignIn("beredningsansvarig.vgr");
        await Open($"/moten/{id}/dagordning");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Lägg till paus" }).ClickAsync();
        await Page.WaitForURLAsync("**/dagordning#punkt-*");
        ILocator items = Page.Locator("ol[data-agenda] > li");
        // By hand: the ready-made dragging scrolls in between, and the browser then lets go.
        await Page.Locator("ol[data-agenda]").EvaluateAsync("list => list.scrollIntoView()");
        await items.Locator(".agenda__head").Filter(new() { HasText = "15 minuter" }).HoverAsync();
        LocatorBoundingBoxResult top = await items.First.BoundingBoxAsync() ?? throw new InvalidOperationException("The list is empty.");
        await Page.Mouse.DownAsync();
        await Page.Mouse.MoveAsync(top.X + 30, top.Y + 40);
        await Page.Mouse.MoveAsync(top.X + 20, top.Y + 5);
        await Page.Mouse.MoveAsync(top.X + 21, top.Y + 4);
        await Page.Mouse.UpAsync();
        await Page.WaitForLoadStateAsync();
        await Assertions.Expect(items.First).ToContainTextAsync("15 minuter, kl. 9.00 – 9.15");
    }

    private async Task SignIn(string role)
    {
        await Page.Context.ClearCookiesAsync();
        await Open("/logga-in");
        await Page.Locator($"button[value='{role}@demo.example']").ClickAsync();
        await Page.WaitForURLAsync("**/att-gora");
    }

    private async Task<string> PlanMeeting(string date)
    {
        await SignIn("administration.vastkom");
        await Open("/moten");
        await Page.Locator("[name=datum]").FillAsync(date);
        await Page.Locator("[name=start]").FillAsync("09:00");
        await Page.Locator("[name=slut]").FillAsync("12:00");
        await Page.Locator("[name=lokal]").FillAsync("Sal 1");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Planera mötet" }).ClickAsync();
        await Page.WaitForURLAsync("**/moten/*-*");
        return Page.Url.Split('/')[^1];
    }

    private async Task<string> Submit()
    {
        await Open("/lamna-in");
        await Page.Locator("[name=rubrik]").FillAsync("Gemensam rutin för utskrivning");
        await Page.Locator("[name=fraga]").FillAsync("Hur ska utskrivningen samordnas i hela länet?");
        await Page.Locator("[name=lansfragaDatum]").FillAsync("2026-11-10");
        await Page.Locator("[name=lansfragaMotiv]").FillAsync("Samma brister finns i alla områden.");
        await Page.Locator("[name=omfattning][value=hela-lanet]").CheckAsync();
        await Page.Locator("[name=varforInteDelregionalt]").FillAsync("Sjukhusen möter kommuner från flera områden.");
        await Page.Locator("[name=onskatResultat][value=dialog]").CheckAsync();
        await Page.Locator("[name=nytta]").FillAsync("Tryggare hemgång.");
        await Page.Locator("[name=kontakt]").FillAsync("Processledaren i området");
        await Page.Locator("button[value=check]").ClickAsync();
        await Page.Locator("button[value=submit]").ClickAsync();
        await Page.WaitForURLAsync("**/arenden/*");
        return new Uri(Page.Url).AbsolutePath.Split('/')[^1];
    }
}
