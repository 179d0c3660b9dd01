using CaseFlow.Cases.Sorting;
using CaseFlow.Web.Language;

namespace CaseFlow.Web.Components.Sorting;

/// <summary>The words for a joint outcome. A code that has no words of its own is shown as it is.</summary>
internal static class SortingWords
{
    private static readonly Texts T = Texts.For("Sorting");

    /// <summary>"VVG, dialog", "Partsfråga, VGR", "Åter till området, Fyrbodal".</summary>
    public static string Of(SortingDecision decision, OrganisationNames names)
    {
        string?[] parts =
        [
            T.Find("outcome." + decision.Outcome) ?? decision.Outcome,
            decision.Treatment is { Length: > 0 } treatment ? T.Find("treatment." + treatment) ?? treatment : null,
            decision.Party is { Length: > 0 } party ? names.Side(party) : null,
            decision.ReturnedTo is { Length: > 0 } area ? names.Area(area) : null,
        ];
        return string.Join(", ", parts.Where(p => p is not null));
    }
}
