using Microsoft.Playwright;
using NUnit.Framework;
using NUnit.Framework.Interfaces;

namespace CaseFlow.Browser.Tests.Running;

/// <summary>
/// A test with a page of its own, signed out, in Swedish. Whatever the browser complains about (a script error, a refused
/// resource, a breach of the content security policy) fails the test that caused it.
/// </summary>
[Category("Browser")]
internal abstract class BrowserTest
{
    private readonly List<string> _complaints = [];
    private IBrowserContext? _context;

    protected IPage Page { get; private set; } = null!; // set before each test

    [SetUp]
    public async Task OpenPage()
    {
        _complaints.Clear();
        _context = await BrowserRun.Browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = BrowserRun.Web.Address.ToString(),
            Locale = "sv-SE",
            TimezoneId = "Europe/Stockholm",
            ReducedMotion = ReducedMotion.Reduce,
            ViewportSize = new ViewportSize { Width = 1280, Height = 800 },
        });
        Page = await _context.NewPageAsync();
        Page.SetDefaultTimeout(10_000);
        Page.PageError += (_, error) => _complaints.Add($"script: {error}");
        Page.Console += (_, message) =>
        {
            if (message.Type == "error") _complaints.Add($"console: {message.Text}");
        };
    }

    [TearDown]
    public async Task ClosePage()
    {
        bool failed = TestContext.CurrentContext.Result.Outcome.Status == TestStatus.Failed;
        if (failed) await Page.ScreenshotAsync(new PageScreenshotOptions { FullPage = true, Path = Look.PathOf($"failed-{TestContext.CurrentContext.Test.Name}") });
        if (_context is not null) await _context.DisposeAsync();
        if (!failed) Assert.That(_complaints, Is.Empty, "what the browser complained about");
    }

    /// <summary>Opens a page and expects this status.</summary>
    protected async Task Open(string path, int status = 200)
    {
        IResponse? answer = await Page.GotoAsync(path);
        Assert.That(answer?.Status, Is.EqualTo(status), $"{path}\n{BrowserRun.Web.Output}");
        if (status >= 400) Expected(status);
    }

    /// <summary>The browser reports every error status; this one was what the test asked for.</summary>
    protected void Expected(int status) =>
        _complaints.RemoveAll(complaint => complaint.Contains($"status of {status}", StringComparison.Ordinal));
}
