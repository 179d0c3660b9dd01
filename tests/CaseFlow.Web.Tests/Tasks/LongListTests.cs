using AngleSharp.Dom;
using NUnit.Framework;

namespace CaseFlow.Web.Tests.Tasks;

/// <summary>A list with more than a page of it is drawn page by page; the counts are of all.</summary>
[TestFixture]
public sealed class LongListTests
{
    [Test]
    public async Task What_is_to_be_done_comes_fifty_at_a_time_and_a_task_of_a_later_page_can_be_taken()
    {
        using var app = WebApp.WithProcess();
        for (var i = 0; i < 53; i++)
            await app.StartCase($"Ärende nummer {i}");
        using var browser = await app.SignedIn("processledare", "fyrbodal");

        var first = await WebApp.Page(await browser.GetAsync("/att-gora"));
        var next = first.QuerySelector(".pager a[rel=next]")!.GetAttribute("href")!;
        var second = await WebApp.Page(await browser.GetAsync(next));

        Assert.That(first.QuerySelectorAll(".task"), Has.Length.EqualTo(50));
        Assert.That(first.QuerySelector(".chip[aria-current]")!.TextContent, Does.Contain("53"));
        Assert.That(second.QuerySelectorAll(".task"), Has.Length.EqualTo(3));
        Assert.That(Titles(first).Intersect(Titles(second)), Is.Empty);
        using var taken = await browser.PostAsync(next, Forms.Fill(second.QuerySelector(".task form")!));
        Assert.That(taken.Headers.Location?.OriginalString, Does.EndWith(next), "back to the same page");
        Assert.That((await WebApp.Page(await browser.GetAsync("/att-gora?visa=mina"))).QuerySelectorAll(".task"), Has.Length.EqualTo(1));
    }

    private static IEnumerable<string> Titles(IDocument page) => page.QuerySelectorAll(".task .task__inner").Select(a => a.TextContent);
}
