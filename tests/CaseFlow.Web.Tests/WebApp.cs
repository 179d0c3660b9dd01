using AngleSharp;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace CaseFlow.Web.Tests;

/// <summary>The whole application in memory, with a data folder of its own.</summary>
internal sealed class WebApp : WebApplicationFactory<Program>
{
    private readonly string _data = Directory.CreateTempSubdirectory("caseflow-web-").FullName;

    /// <summary>Settings over those of the test: set before the first request.</summary>
    public Dictionary<string, string> Settings { get; } = new(StringComparer.Ordinal) { ["CaseFlow:Demo"] = "true" };

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        builder.UseSetting("CaseFlow:DataFolder", _data);
        foreach (var (key, value) in Settings)
            builder.UseSetting(key, value);
    }

    /// <summary>A browser without script: keeps cookies, follows nothing by itself.</summary>
    public HttpClient Browser() => CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = true });

    public static async Task<IHtmlDocument> Page(HttpResponseMessage response)
    {
        var html = await response.Content.ReadAsStringAsync();
        var document = await BrowsingContext.New(Configuration.Default).OpenAsync(r => r.Content(html).Address("http://localhost/"));
        return (IHtmlDocument)document;
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && Directory.Exists(_data))
            Directory.Delete(_data, recursive: true);
    }
}
