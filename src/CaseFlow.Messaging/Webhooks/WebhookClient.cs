using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using CaseFlow.Cases.Webhooks;

namespace CaseFlow.Messaging.Webhooks;

/// <param name="Status">Null when there was no answer.</param>
/// <param name="Error">Code of what was wrong; null when it was taken.</param>
/// <param name="Address">Where the receiver says that it has put it; empty when it does not say.</param>
internal sealed record WebhookAnswer(int? Status, string? Error, string Address = "")
{
    public bool IsTaken => Error is null;

    /// <summary>The receiver has it and will say later that it is done with it.</summary>
    public bool IsConfirmedLater => Status == (int)HttpStatusCode.Accepted;

    /// <summary>The receiver wants no more of these.</summary>
    public bool IsGone => Status == (int)HttpStatusCode.Gone;
}

/// <summary>Posts one signed event. Redirects are not followed, proxies and cookies not used, and little is read of the answer.</summary>
internal sealed class WebhookClient : IDisposable
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(20);
    private const int MostRead = 16 * 1024;
    private readonly HttpClient _http;
    private readonly WebhookOptions _options;

    public WebhookClient(WebhookOptions options)
    {
        _options = options;
        _http = new(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            ConnectTimeout = TimeSpan.FromSeconds(10),
            PooledConnectionLifetime = TimeSpan.FromMinutes(1), // names are looked up again
            MaxResponseHeadersLength = 16,
            ConnectCallback = (context, ct) => GuardedConnection.Open(context, options, ct),
        })
        { Timeout = Timeout, MaxResponseContentBufferSize = MostRead };
        _http.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("CaseFlow", "1"));
    }

    public async Task<WebhookAnswer> Send(string url, Guid id, string body, IReadOnlyList<string> secrets, DateTimeOffset now, CancellationToken ct)
    {
        if (!WebhookRules.IsAddress(url, _options))
            return new(null, "address");
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add(WebhookSignature.IdHeader, id.ToString());
        request.Headers.Add(WebhookSignature.TimestampHeader, now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        request.Headers.Add(WebhookSignature.SignatureHeader, WebhookSignature.Of(secrets, id.ToString(), now, body));
        try
        {
            using var response = await _http.SendAsync(request, ct);
            return response.IsSuccessStatusCode
                ? new((int)response.StatusCode, null, AddressIn(await response.Content.ReadAsStringAsync(ct)))
                : new((int)response.StatusCode, "status");
        }
        catch (HttpRequestException e) when (e.InnerException is ForbiddenAddressException || e.GetBaseException() is ForbiddenAddressException)
        {
            return new(null, "forbidden-address");
        }
        catch (HttpRequestException e)
        {
            return new(null, e.HttpRequestError == HttpRequestError.SecureConnectionError ? "tls" : "connection");
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return new(null, "timeout");
        }
    }

    public void Dispose() => _http.Dispose();

    private static string AddressIn(string answer)
    {
        try
        {
            using var json = JsonDocument.Parse(answer);
            return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("address", out var address) && address.ValueKind == JsonValueKind.String
                && Uri.TryCreate(address.GetString(), UriKind.Absolute, out var uri) && uri.Scheme is ("https" or "http") && uri.AbsoluteUri.Length <= 500
                ? uri.AbsoluteUri
                : "";
        }
        catch (JsonException)
        {
            return "";
        }
    }
}
