using System.Security.Cryptography;

namespace CaseFlow.Cases.Webhooks;

/// <param name="AllowHttp">Addresses without TLS are taken: in development only.</param>
/// <param name="AllowPrivate">Addresses inside the own network are connected to: where a receiver stands beside CaseFlow.</param>
public sealed record WebhookOptions(bool AllowHttp = false, bool AllowPrivate = false);

/// <summary>Which addresses are sent to, and when a failed sending is tried again. Pure.</summary>
public static class WebhookRules
{
    public const int MaxUrl = 500;

    /// <summary>How long the former secret signs too after a change.</summary>
    public static readonly TimeSpan FormerSecretLives = TimeSpan.FromDays(1);

    // Seconds at first, then hours: together a little more than three days.
    private static readonly TimeSpan[] Pauses =
    [
        TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(5),
        TimeSpan.FromHours(10), TimeSpan.FromHours(14), TimeSpan.FromHours(20), TimeSpan.FromHours(24),
    ];

    /// <summary>An absolute address with TLS, without user name and without fragment.</summary>
    public static bool IsAddress(string? url, WebhookOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return url is { Length: > 0 and <= MaxUrl }
            && Uri.TryCreate(url, UriKind.Absolute, out var address)
            && (address.Scheme == Uri.UriSchemeHttps || (options.AllowHttp && address.Scheme == Uri.UriSchemeHttp))
            && address.UserInfo.Length == 0 && address.Fragment.Length == 0 && address.Host.Length > 0;
    }

    /// <summary>The pause after a failed attempt; null when it has been tried for three days. A little longer or shorter for each delivery, so that a receiver that comes back is not met by all at once.</summary>
    /// <param name="attempts">Made so far, at least 1.</param>
    public static TimeSpan? Pause(Guid delivery, int attempts)
    {
        if (attempts > Pauses.Length)
            return null;
        var pause = Pauses[attempts - 1];
        var spread = SHA256.HashData([.. delivery.ToByteArray(), (byte)attempts])[0] / 255.0; // even, and the same for every node
        return pause * (0.9 + (0.2 * spread));
    }
}
