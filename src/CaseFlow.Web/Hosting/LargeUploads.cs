using CaseFlow.Web.Language;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace CaseFlow.Web.Hosting;

/// <summary>A form whose files are larger together than a request may be is shown again, with the limit by name and all that was typed. The files are read past and kept nowhere.</summary>
internal static class LargeUploads
{
    // What is larger than this is not read past either: the page for errors tells the limit.
    private const long ReadPast = 2_000_000_000;
    /// <summary>What the server takes where a page says nothing.</summary>
    public const long Usual = 30_000_000;

    private const int MostText = 1_000_000;
    private static readonly Texts T = Texts.For("Errors");

    public static void UseLargeUploads(this IApplicationBuilder app) => app.Use(static async (http, next) =>
    {
        if (LateForms.IsPostedPage(http) && http.Request.ContentLength is { } length and <= ReadPast && Limit(http) is var most && length > most
            && Boundary(http.Request) is { } boundary && LateForms.IsFromThisSite(http.Request))
        {
            if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
                size.MaxRequestBodySize = ReadPast;
            var (form, file) = await Read(new MultipartReader(boundary, http.Request.Body), http.RequestAborted);
            LateForms.ShowAgain(http, form, new(file, T["413.lead", Megabytes(most)]));
            http.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
        }

        await next(http);
    });

    /// <summary>The most that a request to this page may carry.</summary>
    public static long Limit(HttpContext http) => Limit(http.GetEndpoint()) ?? http.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize ?? Usual;

    public static long? Limit(Endpoint? page) => page?.Metadata.GetMetadata<IRequestSizeLimitMetadata>()?.MaxRequestBodySize;

    public static long Megabytes(long bytes) => bytes / (1024 * 1024);

    private static string? Boundary(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            ? HeaderUtilities.RemoveQuotes(type.Boundary).Value
            : null;

    private static async Task<(FormCollection Form, string? File)> Read(MultipartReader reader, CancellationToken ct)
    {
        var typed = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        var (file, room) = ((string?)null, MostText);
        while (await reader.ReadNextSectionAsync(ct) is { } section)
        {
            if (section.AsFileSection() is { } one)
            {
                file ??= one.Name;
                await section.Body.CopyToAsync(Stream.Null, ct);
            }
            else if (section.AsFormDataSection() is { } text && await text.GetValueAsync(ct) is { } value && value.Length <= room)
            {
                room -= value.Length;
                if (!typed.TryGetValue(text.Name, out var values))
                    typed.Add(text.Name, values = []);
                values.Add(value);
            }
        }

        return (new(typed.ToDictionary(t => t.Key, t => new StringValues([.. t.Value]), StringComparer.Ordinal)), file);
    }
}
