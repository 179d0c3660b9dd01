using CaseFlow.Cases.Access;
using CaseFlow.Cases.Forms;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Organisation;

namespace CaseFlow.Cases.Preparation;

/// <summary>What prepared material must fulfil. Pure; roles, treatments and fields are settings of the clauses.</summary>
public static class PreparationRules
{
    private const string TreatmentField = "behandling";

    /// <summary>Nobody prepares for both sides (R42).</summary>
    /// <param name="pair">The clause of kind <see cref="RuleKinds.OnePersonPerSide"/> in force, or null.</param>
    public static Refusal? CheckPerson(MandateCitation? pair, Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (pair is null)
            return null;
        var role = pair.Settings.Text("role") ?? "";
        return pair.Settings.List("sides").Count(side => actor.Holds(role, side)) > 1 ? PreparationRefusals.BothSides(pair) : null;
    }

    /// <summary>A case that asks for a position has a proposal, or says why it has none (R49).</summary>
    /// <param name="proposal">The clause of kind <see cref="RuleKinds.ProposalOrReason"/> in force, or null.</param>
    public static Refusal? CheckProposal(MandateCitation? proposal, FormAnswers answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        if (proposal is null || answers.Text(TreatmentField) != proposal.Settings.Text("treatment"))
            return null;
        var field = proposal.Settings.Text("field") ?? "";
        return IsEmpty(field) && IsEmpty(proposal.Settings.Text("reason") ?? "") ? PreparationRefusals.ProposalMissing(proposal, field) : null;

        bool IsEmpty(string name) => string.IsNullOrWhiteSpace(answers.Text(name));
    }
}
