using System.Resources;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Organisation;

namespace CaseFlow.Cases.Preparation;

/// <summary>What preparation can be refused with.</summary>
internal static class PreparationRefusals
{
    private static readonly ResourceManager Texts = new("CaseFlow.Cases.Preparation.PreparationTexts", typeof(PreparationRefusals).Assembly);

    public static Refusal BothSides(MandateCitation clause) =>
        new(RefusalKind.Rule, "preparation.both-sides", BilingualText.From(Texts, "BothSides"), clause.ClauseId);

    public static Refusal ProposalMissing(MandateCitation clause, string field) =>
        new(RefusalKind.Rule, "preparation.proposal-missing", BilingualText.From(Texts, "ProposalMissing"), clause.ClauseId, field);

    public static Refusal FollowUpMissing(MandateCitation clause, string field) =>
        new(RefusalKind.Rule, "preparation.follow-up-missing", BilingualText.From(Texts, "FollowUpMissing"), clause.ClauseId, field);

    public static Refusal LineWithoutAmount(MandateCitation clause, string field, string line) =>
        new(RefusalKind.Rule, "preparation.line-without-amount", BilingualText.From(Texts, "LineWithoutAmount", line), clause.ClauseId, field);

    public static Refusal NotTheWhole(MandateCitation clause, string field, decimal sum, decimal total) =>
        new(RefusalKind.Rule, "preparation.not-the-whole", BilingualText.From(Texts, "NotTheWhole", sum, total), clause.ClauseId, field);

    public static Refusal NotFound() => new(RefusalKind.NotFound, "preparation.not-found", BilingualText.From(Texts, "NotFound"));

    public static Refusal NotYours() => new(RefusalKind.Forbidden, "preparation.not-yours", BilingualText.From(Texts, "NotYours"));

    public static Refusal NotOpen() => new(RefusalKind.Conflict, "preparation.not-open", BilingualText.From(Texts, "NotOpen"));

    public static Refusal Changed() => new(RefusalKind.Stale, "preparation.changed", BilingualText.From(Texts, "Changed"));
}
