using System.Resources;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Organisation;
using CaseFlow.Cases.Timeline;

namespace CaseFlow.Cases.Decisions;

/// <summary>What recording a position can be refused with.</summary>
internal static class DecisionRefusals
{
    private static readonly ResourceManager Texts = new("CaseFlow.Cases.Decisions.DecisionTexts", typeof(DecisionRefusals).Assembly);

    public static Refusal ClauseMissing() => Of("decisions.clause-missing", "ClauseMissing", "satser");

    public static Refusal Contradiction() => Of("decisions.contradiction", "Contradiction", "satser");

    public static Refusal PostponedAndConcluded() => Of("decisions.postponed-and-concluded", "PostponedAndConcluded", "satser");

    public static Refusal PositionWithoutCommonView() => Of("decisions.position-without-common-view", "PositionWithoutCommonView", "satser");

    public static Refusal FormalItem() => Of("decisions.formal-item", "FormalItem", "satser");

    /// <param name="field">Where the day of the answer was stated.</param>
    public static Refusal AnswerInTheFuture(string field) => Of("decisions.answer-in-the-future", "AnswerInTheFuture", field);

    public static Refusal ReasonMissing() => Of("decisions.reason-missing", "ReasonMissing", "skal");

    public static Refusal CommissionTitleTooLong() => new(
        RefusalKind.Invalid, "decisions.commission-title-too-long", BilingualText.From(Texts, "CommissionTitleTooLong", CaseRow.MaxTitle), Field: "uppdrag");

    public static Refusal CommissionTitleMissing() => Of("decisions.commission-title-missing", "CommissionTitleMissing", "uppdrag");

    public static Refusal NeverAdopted(MandateCitation clause) =>
        new(RefusalKind.Rule, "decisions.never-adopted", BilingualText.From(Texts, "NeverAdopted"), clause.ClauseId, "satser");

    public static Refusal UnknownEffect(MandateCitation clause) =>
        new(RefusalKind.Invalid, "decisions.unknown-effect", BilingualText.From(Texts, "UnknownEffect"), clause.ClauseId, "effekt");

    public static Refusal ViewsMissing(MandateCitation clause) =>
        new(RefusalKind.Rule, "decisions.views-missing", BilingualText.From(Texts, "ViewsMissing"), clause.ClauseId, "skildaSynsatt");

    public static Refusal NotDecidable(MandateCitation clause) =>
        new(RefusalKind.Invalid, "decisions.document-not-decidable", BilingualText.From(Texts, "NotDecidable"), clause.ClauseId, "handlingar");

    private static Refusal Of(string code, string key, string field) => new(RefusalKind.Invalid, code, BilingualText.From(Texts, key), Field: field);
}
