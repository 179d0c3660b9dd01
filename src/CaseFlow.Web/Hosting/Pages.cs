using System.Text.Encodings.Web;
using System.Text.Unicode;
using CaseFlow.Web.Components.Shared.Forms;
using Microsoft.Extensions.WebEncoders;

namespace CaseFlow.Web.Hosting;

/// <summary>What the pages need: static server rendering, forms, antiforgery, languages.</summary>
internal static class Pages
{
    public static void AddPages(this WebApplicationBuilder builder)
    {
        // Run from build output (not published) in Production, the assets are found only with this manifest.
        if (File.Exists(Path.Combine(AppContext.BaseDirectory, "CaseFlow.Web.staticwebassets.runtime.json")))
            builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Services.AddRazorComponents();
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddScoped<FormState>();
        builder.Services.AddCascadingAuthenticationState();
        builder.Services.AddAntiforgery(options =>
        {
            options.Cookie.Name = Cookies.Name(builder.Configuration, "form");
            options.FormFieldName = "_token";
            options.SuppressXFrameOptionsHeader = true; // SecurityHeaders says frame-ancestors 'none'
        });
        // Swedish letters as themselves, not as entities.
        builder.Services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        builder.Services.AddLanguages();
        builder.Services.AddProblemDetails();
        builder.Services.AddHealthChecks();
    }
}
