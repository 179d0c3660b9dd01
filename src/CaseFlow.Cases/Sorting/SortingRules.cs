using CaseFlow.Cases.Access;
using CaseFlow.Cases.Forms;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Organisation;

namespace CaseFlow.Cases.Sorting;

/// <summary>What one side's assessment must fulfil. Pure; roles, sides and what each outcome needs are settings of the clauses.</summary>
public static class SortingRules
{
    public const string OutcomeField = "utfall";
    public const string TreatmentField = "behandling";

    /// <summary>Nobody stands for both sides: not by role, and not by having answered for the other side in this round.</summary>
    /// <param name="pair">The clause of kind <see cref="RuleKinds.OnePersonPerSide"/> in force, or null.</param>
    /// <param name="saidByOthers">Account ids of those who have answered for other sides in this round.</param>
    public static Refusal? CheckPerson(MandateCitation? pair, Actor actor, string side, IEnumerable<string> saidByOthers)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(saidByOthers);
        if (pair is null)
            return null;
        var role = pair.Settings.Text("role") ?? "";
        var standsForAnother = pair.Settings.List("sides").Any(other => other != side && actor.Holds(role, other));
        return standsForAnother || saidByOthers.Contains(actor.AccountId, StringComparer.Ordinal)
            ? SortingRefusals.BothSides(pair)
            : null;
    }

    /// <summary>An outcome carries what its clause says it needs.</summary>
    /// <param name="agreement">The clause of kind <see cref="RuleKinds.SidesMustAgree"/> in force, or null.</param>
    public static IReadOnlyList<Refusal> CheckOutcome(MandateCitation? agreement, FormAnswers answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        if (agreement is null || answers.Text(OutcomeField) is not { Length: > 0 } outcome)
            return [];
        return [.. agreement.Settings.Group("needs").List(outcome)
            .Where(field => string.IsNullOrWhiteSpace(answers.Text(field)))
            .Select(field => SortingRefusals.OutcomeNeeds(agreement, field))];
    }

    /// <summary>A matter outside the body's scope goes there only with a word of reason (R9): the clause advises, so the two can set it aside.</summary>
    /// <param name="scope">The clause of kind <see cref="RuleKinds.Scope"/> in force, or null.</param>
    /// <param name="concerned">Whom the case concerns, as its submitter said; null when nobody said.</param>
    public static Refusal? CheckScope(MandateCitation? scope, string? concerned, FormAnswers answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        if (scope is null || concerned is null || answers.Text(OutcomeField) != scope.Settings.Text("outcome") || scope.Settings.List("inside").Contains(concerned, StringComparer.Ordinal))
            return null;
        var reason = scope.Settings.Text("reason") ?? "";
        return scope.Refuses || string.IsNullOrWhiteSpace(answers.Text(reason)) ? SortingRefusals.OutsideScope(scope, reason) : null;
    }
}
