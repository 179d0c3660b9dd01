using AngleSharp;
using CaseFlow.Cases.Organisation;
using CaseFlow.Cases.Processes;
using CaseFlow.Engine.Model;
using CaseFlow.Web.Components;
using CaseFlow.Web.Tests;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace CaseFlow.Benchmarks.Pages;

/// <summary>The whole application in this process, on a real port, with a database that is already filled.</summary>
internal sealed class MeasuredApp : WebApplicationFactory<App>
{
    private readonly string _data;
    private readonly string _database;

    public MeasuredApp(string data, string database)
    {
        (_data, _database) = (data, database);
        UseKestrel(0);
        StartServer();
    }

    /// <summary>The areas of the shipped organisation.</summary>
    public static async Task<IReadOnlyList<string>> Areas()
    {
        var files = await WorkflowsFolder.Read(Path.Combine(Repository.Root, "workflows"), default);
        var bundle = ModelBundle.Compile(files).Bundle ?? throw new InvalidOperationException("The shipped models do not compile.");
        return [.. DeployedOrganisation.Of(bundle).Organisation.Areas.Select(a => a.Key)];
    }

    /// <summary>A browser without script in which the demo account of a role has signed in.</summary>
    public async Task<HttpClient> SignedIn(string role, string? scope)
    {
        var browser = CreateClient(new WebApplicationFactoryClientOptions { BaseAddress = ClientOptions.BaseAddress, AllowAutoRedirect = false, HandleCookies = true });
        var html = await browser.GetStringAsync(new Uri("/logga-in", UriKind.Relative));
        using var page = await BrowsingContext.New(Configuration.Default).OpenAsync(r => r.Content(html));
        var form = page.QuerySelector("#form-demo") ?? throw new InvalidOperationException("The demo has no accounts.");
        using var filled = Forms.Fill(form, ("user", scope is null ? $"{role}@demo.example" : $"{role}.{scope}@demo.example"));
        using var answer = await browser.PostAsync(new Uri("/logga-in", UriKind.Relative), filled);
        // The client of a real port follows the redirect to where the sign-in leads.
        return answer.IsSuccessStatusCode && answer.RequestMessage?.RequestUri?.AbsolutePath != "/logga-in"
            ? browser
            : throw new InvalidOperationException($"{role} could not sign in: {answer.StatusCode}");
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        builder.UseContentRoot(Path.Combine(Repository.Root, "src", "CaseFlow.Web"));
        builder.UseSetting("CaseFlow:Demo", "true");
        builder.UseSetting("CaseFlow:DataFolder", _data);
        builder.UseSetting("CaseFlow:Database:ConnectionString", $"Data Source={_database}");
        builder.UseSetting("CaseFlow:SignIn:AttemptsPerMinute", "1000");
        builder.UseSetting("Logging:LogLevel:Default", "Error");
        builder.UseSetting("Logging:LogLevel:Microsoft.Hosting.Lifetime", "Error");
    }
}
