using System.Text.Json;
using CaseFlow.Tests.Shared;
using Microsoft.Playwright;
using NUnit.Framework;

namespace CaseFlow.Browser.Tests.Running;

/// <summary>What every page must bear: narrow and wide windows, and axe-core's rules.</summary>
internal static class Look
{
    private static readonly int[] Widths = [320, 768, 1280];
    private static readonly Lazy<string> Axe = new(() => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "axe.min.js")));

    /// <summary>
    /// Takes a picture at each width into <c>artifacts/pages</c>, and asserts that nothing has to be scrolled sideways and that
    /// axe-core finds nothing at any width.
    /// </summary>
    public static async Task At(IPage page, string name)
    {
        foreach (int width in Widths)
        {
            await page.SetViewportSizeAsync(width, 800);
            await page.ScreenshotAsync(new PageScreenshotOptions { FullPage = true, Path = PathOf($"{name}-{width}") });

            string[] wide = await page.EvaluateAsync<string[]>(TooWide);
            Assert.That(wide, Is.Empty, $"{name} at {width} px is wider than the window");
            Assert.That(await Violations(page), Is.Empty, $"{name} at {width} px, axe-core");
        }

        await page.SetViewportSizeAsync(1280, 800);
    }

    public static string PathOf(string name)
    {
        string folder = Path.Combine(WebProcess.RepositoryRoot, "artifacts/pages");
        Directory.CreateDirectory(folder);
        return Path.Combine(folder, string.Concat(name.Select(c => char.IsLetterOrDigit(c) || c is '-' or '.' ? c : '-')) + ".png");
    }

    /// <summary>One line for each rule that is broken: the rule, what it says, and the first elements.</summary>
    public static async Task<IReadOnlyList<string>> Violations(IPage page)
    {
        // Evaluated and not added as a script element, which the content security policy rightly refuses.
        await page.EvaluateAsync(Axe.Value);
        JsonElement? result = await page.EvaluateAsync("() => axe.run(document, { resultTypes: ['violations'] })");
        return [.. result!.Value.GetProperty("violations").EnumerateArray().Select(violation => // axe.run always answers
            $"{violation.GetProperty("id").GetString()}: {violation.GetProperty("help").GetString()}: "
            + string.Join(" | ", violation.GetProperty("nodes").EnumerateArray().Take(3).Select(node => node.GetProperty("html").GetString())))];
    }

    // Elements that reach past the right edge, unless something around them scrolls by itself (a wide table, a diagram).
    private const string TooWide = """
        () => document.documentElement.scrollWidth <= document.documentElement.clientWidth ? [] :
          [...document.querySelectorAll('body *')]
            .filter(e => e.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
            .filter(e => { for (let p = e.parentElement; p; p = p.parentElement) if (getComputedStyle(p).overflowX !== 'visible' && p !== document.body) return false; return true; })
            .slice(0, 5).map(e => e.outerHTML.slice(0, 120))
            .concat(['(the page scrolls sideways)'])
        """;
}
