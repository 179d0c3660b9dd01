using AngleSharp;
using AngleSharp.Html.Dom;
using CaseFlow.Web.Components.Shared.Forms;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Primitives;

namespace CaseFlow.Web.Tests;

/// <summary>Draws one component as the server does, with or without a posted form.</summary>
internal sealed class Rendered
{
    private readonly DefaultHttpContext _http = new();

    public Rendered()
    {
        var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<IHttpContextAccessor>(new HttpContextAccessor { HttpContext = _http })
            .AddScoped<FormState>()
            .AddSingleton<AntiforgeryStateProvider, NoAntiforgery>();
        Services = services.BuildServiceProvider();
    }

    public ServiceProvider Services { get; }

    public FormState State => Services.GetRequiredService<FormState>();

    /// <summary>Makes the request one that posted the form.</summary>
    public Rendered Posted(string form, params (string Name, string[] Values)[] fields)
    {
        _http.Request.Method = "POST";
        _http.Request.ContentType = "application/x-www-form-urlencoded";
        var posted = fields.ToDictionary(f => f.Name, f => new StringValues(f.Values), StringComparer.Ordinal);
        posted[FormState.FormNameField] = form;
        _http.Request.Form = new FormCollection(posted);
        return this;
    }

    public async Task<IHtmlDocument> Draw(RenderFragment content)
    {
        await using var renderer = new HtmlRenderer(Services, NullLoggerFactory.Instance);
        var html = await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<Fragment>(ParameterView.FromDictionary(new Dictionary<string, object?>(StringComparer.Ordinal) { ["Content"] = content }))).ToHtmlString());
        return (IHtmlDocument)await BrowsingContext.New(Configuration.Default).OpenAsync(r => r.Content(html));
    }

    private sealed class Fragment : ComponentBase
    {
        [Parameter] public RenderFragment? Content { get; set; }

        protected override void BuildRenderTree(Microsoft.AspNetCore.Components.Rendering.RenderTreeBuilder builder) => builder.AddContent(0, Content);
    }

    private sealed class NoAntiforgery : AntiforgeryStateProvider
    {
        public override AntiforgeryRequestToken? GetAntiforgeryToken() => new("token", "_token");
    }
}
