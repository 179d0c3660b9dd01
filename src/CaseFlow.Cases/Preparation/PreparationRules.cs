using System.Globalization;
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

    /// <summary>A case that asks for a position says when it is followed up, or why it is not (R80).</summary>
    /// <param name="followUp">The clause of kind <see cref="RuleKinds.FollowUpOrReason"/> in force, or null.</param>
    public static Refusal? CheckFollowUp(MandateCitation? followUp, FormAnswers answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        if (followUp is null || answers.Text(TreatmentField) != followUp.Settings.Text("treatment"))
            return null;
        var reason = followUp.Settings.Text("reason") ?? "";
        return answers.Date(followUp.Settings.Text("field") ?? "") is null && string.IsNullOrWhiteSpace(answers.Text(reason))
            ? PreparationRefusals.FollowUpMissing(followUp, reason)
            : null;
    }

    /// <summary>The lines of a distribution come to the whole amount (R29). Each ends in an amount, after a colon.</summary>
    /// <param name="distribution">The clause of kind <see cref="RuleKinds.RowsComeToTotal"/> in force, or null.</param>
    public static Refusal? CheckDistribution(MandateCitation? distribution, FormAnswers answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        var field = distribution?.Settings.Text("rows") ?? "";
        if (distribution is null || answers.Number(distribution.Settings.Text("total") ?? "") is not { } total || answers.Text(field) is not { } text)
            return null;
        var sum = 0m;
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (AmountOf(line) is not { } amount)
                return PreparationRefusals.LineWithoutAmount(distribution, field, line);
            sum += amount;
        }

        return sum == total ? null : PreparationRefusals.NotTheWhole(distribution, field, sum, total);
    }

    // "Göteborgsområdet: 1 250 000 kr" is 1250000.
    private static decimal? AmountOf(string line)
    {
        var digits = string.Concat(line[(line.LastIndexOf(':') + 1)..].Where(c => char.IsAsciiDigit(c) || c == ',')).Replace(',', '.');
        return line.Contains(':', StringComparison.Ordinal) && decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount)
            ? amount
            : null;
    }
}
