namespace CaseFlow.Web.Hosting;

/// <summary>Addresses to return to come from outside; only those on this site are followed.</summary>
internal static class LocalAddress
{
    /// <summary>The address when it is a path on this site, else the start page.</summary>
    public static string OrStart(string? address) => IsLocal(address) ? address! : "/"; // IsLocal is false for null

    public static bool IsLocal(string? address) =>
        address is ['/', ..]
        && (address.Length == 1 || address[1] is not ('/' or '\\'))
        && !address.Any(char.IsControl);
}
