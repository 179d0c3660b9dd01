using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace CaseFlow.Web.Hosting;

/// <summary>
/// Behind a proxy the visitor's address and scheme stand in <c>X-Forwarded-For</c> and <c>X-Forwarded-Proto</c>. They are believed only
/// when they come from an address in <c>CaseFlow:Proxy:Known</c>; from anybody else they are ignored, so that nobody can choose the address
/// that sign-in attempts are counted by.
/// </summary>
internal static class Proxy
{
    private const string KnownKey = "CaseFlow:Proxy:Known";

    /// <exception cref="InvalidOperationException">The setting holds something that is neither an address nor a network.</exception>
    public static void AddProxy(this WebApplicationBuilder builder)
    {
        var known = Known(builder.Configuration).ToList();
        builder.Services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = known.Count > 0 ? ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto : ForwardedHeaders.None;
            options.KnownProxies.Clear();
            options.KnownIPNetworks.Clear();
            known.ForEach(options.KnownIPNetworks.Add);
        });
    }

    /// <summary>Addresses and networks (<c>10.0.0.0/8</c>), separated by commas or spaces.</summary>
    internal static IEnumerable<System.Net.IPNetwork> Known(IConfiguration configuration)
    {
        foreach (var text in (configuration[KnownKey] ?? "").Split([',', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (System.Net.IPNetwork.TryParse(text, out var network))
                yield return network;
            else if (IPAddress.TryParse(text, out var address))
                yield return new(address, address.GetAddressBytes().Length * 8);
            else
                throw new InvalidOperationException($"{KnownKey} holds '{text}', which is neither an address nor a network such as 10.0.0.0/8.");
        }
    }
}
