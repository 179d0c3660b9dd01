using System.Text.Json;
using Microsoft.Playwright;
using NUnit.Framework;

namespace CaseFlow.Browser.Tests.Running;

/// <summary>A walk through a page with the Tab key alone.</summary>
internal static class Keyboard
{
    /// <summary>A place where the focus stopped.</summary>
    /// <param name="Name">What a screen reader would say, roughly: label, text or title.</param>
    internal sealed record Stop(string Tag, string Name, bool Visible, bool Marked);

    /// <summary>
    /// Tabs from the top until the focus leaves the page. Asserts that every control that can be clicked is reached, that each is on
    /// the screen and marked when it has the focus, and that the first stop skips to the content.
    /// </summary>
    public static async Task<IReadOnlyList<Stop>> Walk(IPage page)
    {
        await page.EvaluateAsync("() => { document.activeElement?.blur(); window.scrollTo(0, 0); document.querySelectorAll('[data-walked]').forEach(e => e.removeAttribute('data-walked')); }");
        List<Stop> stops = [];
        for (int presses = 0; presses < 1200 && stops.Count < 400; presses++)
        {
            await page.Keyboard.PressAsync("Tab");
            JsonElement? at = await page.EvaluateAsync(WhereIsFocus);
            if (at is not { ValueKind: JsonValueKind.Object } stop) break;
            if (stop.GetProperty("inside").GetBoolean()) continue;
            stops.Add(new Stop(stop.GetProperty("tag").GetString() ?? "", stop.GetProperty("name").GetString() ?? "", stop.GetProperty("visible").GetBoolean(), stop.GetProperty("marked").GetBoolean()));
        }

        string[] missed = await page.EvaluateAsync<string[]>(NotWalked);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(stops, Is.Not.Empty, "nothing can be reached with the keyboard");
            Assert.That(stops, Has.Count.LessThan(400), "the focus never leaves the page");
            Assert.That(missed, Is.Empty, "cannot be reached with the Tab key");
            Assert.That(stops.Where(stop => !stop.Visible), Is.Empty, "has the focus outside the screen");
            Assert.That(stops.Where(stop => !stop.Marked), Is.Empty, "does not show that it has the focus");
        }

        return stops;
    }

    private const string WhereIsFocus = """
        () => {
          const e = document.activeElement;
          if (!e || e === document.body || e === document.documentElement) return null;
          // Year, month and day of a date field are places of their own within one control.
          if (e.dataset.walked === 'last' && ['date', 'time'].includes(e.type)) return { inside: true };
          if (e.hasAttribute('data-walked')) return null;
          document.querySelectorAll('[data-walked=last]').forEach(before => before.setAttribute('data-walked', ''));
          e.setAttribute('data-walked', 'last');
          const box = e.getBoundingClientRect(), style = getComputedStyle(e);
          const inside = box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
          const around = [e, e.nextElementSibling, e.parentElement].filter(x => x).map(x => getComputedStyle(x));
          const marked = around.some(s => (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0) || s.boxShadow !== 'none') || style.outlineStyle === 'auto';
          const name = (e.getAttribute('aria-label') || e.labels?.[0]?.innerText || e.innerText || e.getAttribute('title') || e.getAttribute('name') || '').trim().replace(/\s+/g, ' ').slice(0, 80);
          return { inside: false, tag: e.tagName.toLowerCase(), name, visible: inside && style.visibility !== 'hidden', marked };
        }
        """;

    // A group of radio buttons is one stop: the others are reached with the arrow keys.
    private const string NotWalked = """
        () => [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]:not([tabindex="-1"])')]
          .filter(e => !e.hasAttribute('data-walked') && !e.disabled && e.tabIndex >= 0 && e.checkVisibility({ visibilityProperty: true }))
          .filter(e => !(e.type === 'radio' && document.querySelector(`input[type=radio][name="${CSS.escape(e.name)}"][data-walked]`)))
          .map(e => e.outerHTML.slice(0, 120))
        """;
}
