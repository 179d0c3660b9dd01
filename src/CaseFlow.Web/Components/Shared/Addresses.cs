using Microsoft.AspNetCore.Components;

namespace CaseFlow.Web.Components.Shared;

/// <summary>Addresses that keep what the person has already chosen: filters, order and page stand in the URL.</summary>
public static class Addresses
{
    /// <summary>The present page with some query values changed; null takes one away.</summary>
    public static string Here(this NavigationManager navigation, params ReadOnlySpan<(string Name, string? Value)> changes)
    {
        ArgumentNullException.ThrowIfNull(navigation);
        var values = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var (name, value) in changes)
            values[name] = value;
        return new Uri(navigation.GetUriWithQueryParameters(values)).PathAndQuery;
    }

    /// <summary>The present page's path and query, for links that lead back here.</summary>
    public static string Place(this NavigationManager navigation)
    {
        ArgumentNullException.ThrowIfNull(navigation);
        return new Uri(navigation.Uri).PathAndQuery;
    }

    /// <summary>The lines of one page of a long list, as <see cref="Pager"/> shows it; a page beyond the last is the last.</summary>
    /// <param name="number">As it stands in the address; null for the first.</param>
    public static (IReadOnlyList<TLine> Lines, int Page) Page<TLine>(this IReadOnlyList<TLine> all, int? number, int size)
    {
        ArgumentNullException.ThrowIfNull(all);
        var page = Math.Clamp(number ?? 1, 1, Math.Max(1, (all.Count + size - 1) / size));
        return ([.. all.Skip((page - 1) * size).Take(size)], page);
    }
}
