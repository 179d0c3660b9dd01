using CaseFlow.Tests.Shared;
using Microsoft.Playwright;
using NUnit.Framework;

namespace CaseFlow.Browser.Tests;

/// <summary>One server with demo accounts and one Chromium for all tests of the run.</summary>
[SetUpFixture]
internal sealed class BrowserRun
{
    private static IPlaywright? _playwright;
    private static IBrowser? _browser;
    private static WebProcess? _web;
    private static string? _dataFolder;

    public static IBrowser Browser => _browser ?? throw new InvalidOperationException("Chromium has not been started");

    public static WebProcess Web => _web ?? throw new InvalidOperationException("The web server has not been started");

    [OneTimeSetUp]
    public static async Task Start()
    {
        string chromium = Environment.GetEnvironmentVariable("CASEFLOW_TEST_CHROMIUM") ?? "/usr/bin/chromium";
        if (!File.Exists(chromium))
        {
            string message = $"Chromium is not at {chromium}; set CASEFLOW_TEST_CHROMIUM, or apt-get install chromium";
            if (Environment.GetEnvironmentVariable("CI") == "true") Assert.Fail(message);
            Assert.Ignore(message);
        }

        _dataFolder = Directory.CreateTempSubdirectory("caseflow-browser-").FullName;
        _web = await WebProcess.Start(_dataFolder, new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["CaseFlow:Demo"] = "true",
            ["CaseFlow:Workflows"] = Path.Combine(WebProcess.RepositoryRoot, "workflows"),
        });
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = chromium,
            Headless = true,
            // Root, as in many build machines, has no user namespace to sandbox in; the pages are our own.
            Args = ["--no-sandbox", "--disable-gpu"],
        });
    }

    [OneTimeTearDown]
    public static async Task Stop()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
        if (_web is not null) await _web.DisposeAsync();
        if (_dataFolder is not null) Directory.Delete(_dataFolder, recursive: true);
    }
}
