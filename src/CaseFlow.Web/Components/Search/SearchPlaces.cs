using CaseFlow.Cases.Access;
using CaseFlow.Cases.Processes;
using CaseFlow.Cases.Search;
using CaseFlow.Web.Components.Layout;
using CaseFlow.Web.Language;

namespace CaseFlow.Web.Components.Search;

/// <summary>The pages and things to do that a search finds beside cases: what the header shows, and what stands deeper.</summary>
internal static class SearchPlaces
{
    private static readonly Texts T = Texts.For("Search");
    private static readonly Texts Shell = Texts.For("Shell");

    // The text place.<key> names it; words.<key> holds what else people call it.
    private static readonly (string Key, string Path)[] Deeper =
    [
        ("indicators", "/laget/indikatorer"), ("spread", "/spridning"), ("notices", "/notiser"), ("minutes", "/anteckningar"), ("accessibility", "/tillganglighet"), ("start", "/"),
    ];

    /// <summary>The places that answer a search, the best first; those that a role opens only for its holder.</summary>
    public static IEnumerable<(string Title, string Path, int Rank)> Find(Actor actor, string text) =>
        All(actor).Select(p => (p.Title, p.Path, Rank: Best(text, p.Title, p.Words))).Where(p => p.Rank is not null)
            .Select(p => (p.Title, p.Path, p.Rank.GetValueOrDefault())).OrderBy(p => p.Item3);

    private static int? Best(string text, string title, string? words) =>
        SearchRank.Of(text, null, title) ?? (words is not null && SearchRank.Of(text, null, words) is not null ? SearchRank.Somewhere : null);

    private static IEnumerable<(string Title, string Path, string? Words)> All(Actor actor)
    {
        foreach (var (key, path) in SiteNavigation.SignedIn.Concat(SiteNavigation.More))
            yield return (Shell["nav." + key], path, T.Find("words." + key));
        foreach (var (key, path) in Deeper)
            yield return (T["place." + key], path, T.Find("words." + key));
        if (DeploymentHistory.IsFor(actor))
            yield return (Shell["deployment"], "/driftsattning", null);
        if (!actor.Holds(RoleKeys.SystemAdministrator))
            yield break;
        yield return (Shell["accounts"], "/konton", null);
        yield return (Shell["operations"], "/drift", null);
    }
}
