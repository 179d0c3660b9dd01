using System.Resources;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Organisation;

namespace CaseFlow.Cases.Sorting;

/// <summary>What sorting can be refused with.</summary>
internal static class SortingRefusals
{
    private static readonly ResourceManager Texts = new("CaseFlow.Cases.Sorting.SortingTexts", typeof(SortingRefusals).Assembly);

    public static Refusal BothSides(MandateCitation clause) => Of("sorting.both-sides", "BothSides", clause);

    public static Refusal OutcomeNeeds(MandateCitation clause, string field) => Of("sorting.outcome-incomplete", "OutcomeNeeds", clause, field);

    public static Refusal OutsideScope(MandateCitation clause, string field) => Of("sorting.outside-scope", "OutsideScope", clause, field);

    private static Refusal Of(string code, string key, MandateCitation clause, string? field = null) =>
        new(RefusalKind.Rule, code, BilingualText.From(Texts, key), clause.ClauseId, field);
}
