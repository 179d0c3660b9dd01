using CaseFlow.Browser.Tests.Running;
using Microsoft.Playwright;
using NUnit.Framework;

namespace CaseFlow.Browser.Tests.Pages;

/// <summary>Documents are added to a case and looked at, version by version.</summary>
internal sealed class DocumentPagesTests : BrowserTest
{
    [Test]
    public async Task Several_files_are_added_at_once_and_one_of_them_gets_a_new_version()
    {
        string number = await CaseSteps.Submit(Page, "processledare.fyrbodal", "Gemensam rutin för handlingar");
        await Page.GetByText("Lägg till handlingar").ClickAsync();
        await Page.Locator("[name=files]").SetInputFilesAsync([File("rutin.pdf", "%PDF-1.7 one"), File("bilaga med ett långt namn som måste få plats.txt", "ren text"), File("program.exe", "MZ")]);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Lägg till", Exact = true }).ClickAsync();
        await Expect("program.exe: Den sortens fil tas inte emot");
        Expected(422);
        await Look.At(Page, "arende-handlingar");

        await Open($"/arenden/{number}");
        string address = await Page.Locator(".document__title a").First.GetAttributeAsync("href") ?? "";
        string document = address.Split('/')[^1];
        await Open($"/handlingar/{document}");
        await Page.Locator("[name=file]").SetInputFilesAsync([File("rutin 2.pdf", "%PDF-1.7 two")]);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Spara som ny version" }).ClickAsync();
        await Expect("Version 2");
        await Look.At(Page, "handling");

        var download = await Page.RunAndWaitForDownloadAsync(() => Page.Locator("main table a").First.ClickAsync());
        Assert.That(download.SuggestedFilename, Is.EqualTo("rutin 2.pdf"));
    }

    private Task Expect(string text) => Page.Locator("main", new() { HasText = text }).WaitForAsync();

    private static FilePayload File(string name, string content) => new() { Name = name, MimeType = "application/octet-stream", Buffer = System.Text.Encoding.UTF8.GetBytes(content) };
}
