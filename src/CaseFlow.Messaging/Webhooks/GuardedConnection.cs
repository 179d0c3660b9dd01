using System.Net;
using System.Net.Sockets;
using CaseFlow.Cases.Webhooks;

namespace CaseFlow.Messaging.Webhooks;

/// <summary>
/// Connects to the addresses of the public internet alone, whatever name led to them. It is asked at the moment of connecting,
/// so a name that points somewhere else than it did when it was checked comes no further.
/// </summary>
internal static class GuardedConnection
{
    /// <exception cref="ForbiddenAddressException">The name leads to an address inside the own network, or to none at all.</exception>
    public static async ValueTask<Stream> Open(SocketsHttpConnectionContext context, WebhookOptions options, CancellationToken ct)
    {
        var found = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, ct);
        // One forbidden address among many is enough: a receiver has no reason to have it.
        if (found.Length == 0 || (!options.AllowPrivate && Array.Exists(found, a => !IsPublic(a))))
            throw new ForbiddenAddressException();
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(found, context.DnsEndPoint.Port, ct);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>False for what is not reached over the public internet: this machine, own networks, link-local (where clouds keep their metadata), multicast, and ranges for documents and tests.</summary>
    public static bool IsPublic(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        var b = address.GetAddressBytes();
        if (address.AddressFamily == AddressFamily.InterNetworkV6)
        {
            return !(IPAddress.IsLoopback(address) || address.Equals(IPAddress.IPv6Any) || address.IsIPv6LinkLocal || address.IsIPv6SiteLocal || address.IsIPv6Multicast
                || (b[0] & 0xFE) == 0xFC // unique local
                || (b[0] == 0x20 && b[1] == 0x01 && b[2] == 0x0D && b[3] == 0xB8) // documents
                || (b[0] == 0x20 && b[1] == 0x02) // 6to4, which carries an IPv4 address
                || (b[0] == 0x00 && b[1] == 0x64 && b[2] == 0xFF && b[3] == 0x9B) // NAT64, likewise
                || Array.TrueForAll(b[..12], x => x == 0));
        }

        return b switch
        {
            [0 or 10 or 127, ..] => false,
            [100, >= 64 and <= 127, ..] => false, // shared by carriers
            [169, 254, ..] => false,
            [172, >= 16 and <= 31, ..] => false,
            [192, 168, ..] or [192, 0, 0 or 2, _] => false,
            [198, 18 or 19, ..] or [198, 51, 100, _] or [203, 0, 113, _] => false,
            [>= 224, ..] => false, // multicast and reserved
            _ => true,
        };
    }
}

/// <summary>The address may not be connected to. It tells nothing of what was found there.</summary>
internal sealed class ForbiddenAddressException() : IOException("The address is inside the own network.");
