using AngleSharp;
using AngleSharp.Html.Dom;
using CaseFlow.Cases.Access;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Processes;
using CaseFlow.Cases.Storage;
using CaseFlow.Cases.Tasks;
using CaseFlow.Cases.Timeline;
using CaseFlow.Engine.Execution;
using CaseFlow.Engine.Feel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CaseFlow.Web.Tests;

/// <summary>The whole application in memory, with a data folder of its own. Asked for, it deploys a small process with one user task.</summary>
internal sealed class WebApp : WebApplicationFactory<Program>
{
    private readonly string _data = Directory.CreateTempSubdirectory("caseflow-web-").FullName;

    /// <summary>Settings over those of the test: set before the first request.</summary>
    public Dictionary<string, string> Settings { get; } = new(StringComparer.Ordinal) { ["CaseFlow:Demo"] = "true" };

    /// <summary>The address that requests seem to come from; null as the test server leaves it.</summary>
    public System.Net.IPAddress? RemoteAddress { get; set; }

    /// <summary>The clock that the application goes by; the machine's own when null.</summary>
    public TimeProvider? Clock { get; set; }

    /// <summary>The application with the organisation as shipped and the process <c>prov</c> of this project.</summary>
    public static WebApp WithProcess()
    {
        var app = new WebApp();
        app.Settings["CaseFlow:Workflows"] = app.Workflows();
        return app;
    }

    /// <summary>The application with everything that is shipped, each file as <paramref name="change"/> leaves it.</summary>
    public static WebApp AsShipped(Func<string, string, string>? change = null)
    {
        var app = new WebApp();
        var folder = Path.Combine(app._data, "workflows");
        Copy(Path.Combine(Repository.Root, "workflows"), folder);
        if (change is not null)
        {
            foreach (var file in Directory.GetFiles(folder, "*", SearchOption.AllDirectories))
                File.WriteAllText(file, change(Path.GetRelativePath(folder, file), File.ReadAllText(file)));
        }

        app.Settings["CaseFlow:Workflows"] = folder;
        return app;
    }

    /// <summary>A browser without script: keeps cookies, follows nothing by itself.</summary>
    public HttpClient Browser() => CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = true });

    /// <summary>A browser in which the demo account of a role has signed in.</summary>
    public async Task<HttpClient> SignedIn(string role, string? scope = null)
    {
        var browser = Browser();
        var page = await Page(await browser.GetAsync("/logga-in"));
        var user = scope is null ? $"{role}@demo.example" : $"{role}.{scope}@demo.example";
        using var answer = await browser.PostAsync("/logga-in", Forms.Fill(page.QuerySelector("#form-demo")!, ("user", user)));
        if ((int)answer.StatusCode / 100 != 3)
            throw new InvalidOperationException($"{user} could not sign in: {answer.StatusCode}");
        return browser;
    }

    /// <summary>Starts the small process for a case.</summary>
    /// <returns>The address of its user task.</returns>
    public async Task<TaskAddress> StartCase(string title = "Gemensam plan för samverkan")
    {
        var store = Services.GetRequiredService<ProcessStore>();
        var started = await store.Run<TaskAddress>(Actor.System, "StartCase", null, async (unit, ct) =>
        {
            var id = unit.Ids.Next();
            unit.Db.Cases.Add(new CaseRow { Id = id, Number = await unit.TakeCaseNumber(ct), Title = title, OriginKind = "area", OriginArea = "fyrbodal", SubmittedBy = "system", SubmittedAt = unit.Now });
            await unit.Db.SaveChangesAsync(ct);
            var instance = await unit.Start(id, "case", new StartProcess("prov", FeelContext.Empty), ct);
            return instance.IsAccepted
                ? Outcome<TaskAddress>.Accepted(new TaskAddress(id, instance.Value.State.OpenTasks[0].Key))
                : Outcome<TaskAddress>.Refused(instance.Refusals);
        }, CancellationToken.None);
        return started.Value;
    }

    public async Task<T> Read<T>(Func<CaseFlowDb, Task<T>> read)
    {
        await using var db = await Services.GetRequiredService<IDbContextFactory<CaseFlowDb>>().CreateDbContextAsync();
        return await read(db);
    }

    public static async Task<IHtmlDocument> Page(HttpResponseMessage response)
    {
        var html = await response.Content.ReadAsStringAsync();
        var document = await BrowsingContext.New(Configuration.Default).OpenAsync(r => r.Content(html).Address("http://localhost/"));
        return (IHtmlDocument)document;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        builder.UseSetting("CaseFlow:DataFolder", _data);
        foreach (var (key, value) in Settings)
            builder.UseSetting(key, value);
        // The small process stands for itself: it owes nothing to what the shipped definitions promise each other.
        builder.ConfigureTestServices(services => services.RemoveAll<IBundleCheck>());
        if (Clock is { } clock)
            builder.ConfigureTestServices(services => services.RemoveAll<TimeProvider>().AddSingleton(clock));
        if (RemoteAddress is { } address)
            builder.ConfigureTestServices(services => services.AddSingleton<IStartupFilter>(new FromAddress(address)));
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && Directory.Exists(_data))
            Directory.Delete(_data, recursive: true);
    }

    private string Workflows()
    {
        var folder = Path.Combine(_data, "workflows");
        Copy(Path.Combine(Repository.Root, "workflows", "organisation"), Path.Combine(folder, "organisation"));
        Copy(Path.Combine(AppContext.BaseDirectory, "Workflows"), folder);
        return folder;
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    private sealed class FromAddress(System.Net.IPAddress address) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((http, following) =>
            {
                http.Connection.RemoteIpAddress = address;
                return following();
            });
            next(app);
        };
    }
}
