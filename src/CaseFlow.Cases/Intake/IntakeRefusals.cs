using System.Resources;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Organisation;

namespace CaseFlow.Cases.Intake;

/// <summary>What handing in and withdrawing can be refused with.</summary>
internal static class IntakeRefusals
{
    private static readonly ResourceManager Texts = new("CaseFlow.Cases.Intake.IntakeTexts", typeof(IntakeRefusals).Assembly);

    public static Refusal OneOrigin() => Of(RefusalKind.Invalid, "intake.one-origin", "OneOrigin");

    public static Refusal NoWayIn() => Of(RefusalKind.Rule, "intake.no-way-in", "NoWayIn");

    public static Refusal NotForThisOrigin(MandateCitation clause) =>
        Of(RefusalKind.Forbidden, "intake.not-for-this-origin", "NotForThisOrigin") with { Clause = clause.ClauseId };

    public static Refusal AssessmentMissing(MandateCitation clause, string field) =>
        Of(RefusalKind.Rule, "intake.assessment-missing", "AssessmentMissing") with { Clause = clause.ClauseId, Field = field };

    public static Refusal NoForm() => Of(RefusalKind.Conflict, "intake.no-form", "NoForm");

    public static Refusal CandidateSettled() => Of(RefusalKind.Conflict, "intake.candidate-settled", "CandidateSettled");

    public static Refusal CandidateReason() => Of(RefusalKind.Invalid, "intake.candidate-reason", "CandidateReason") with { Field = "skal" };

    public static Refusal NotFound() => Of(RefusalKind.NotFound, "intake.not-found", "NotFound");

    public static Refusal NotYours() => Of(RefusalKind.Forbidden, "intake.not-yours", "NotYours");

    public static Refusal TooLateToWithdraw() => Of(RefusalKind.Conflict, "intake.too-late-to-withdraw", "TooLateToWithdraw");

    public static Refusal NoNewSortingNow() => Of(RefusalKind.Conflict, "intake.no-new-sorting-now", "NoNewSortingNow");

    public static Refusal AlreadySortedAgain() => Of(RefusalKind.Conflict, "intake.already-sorted-again", "AlreadySortedAgain");

    public static Refusal ReasonMissing() => Of(RefusalKind.Invalid, "intake.reason-missing", "ReasonMissing") with { Field = "skal" };

    public static Refusal NotClosed() => Of(RefusalKind.Conflict, "intake.not-closed", "NotClosed");

    public static Refusal ReopeningReasonMissing() => Of(RefusalKind.Invalid, "intake.reopening-reason-missing", "ReopeningReasonMissing") with { Field = "skal" };

    public static Refusal NothingToReopen() => Of(RefusalKind.Conflict, "intake.nothing-to-reopen", "NothingToReopen");

    public static Refusal LinkKind() => Of(RefusalKind.Invalid, "intake.link-kind", "LinkKind") with { Field = "slag" };

    public static Refusal NoSuchNumber() => Of(RefusalKind.Invalid, "intake.no-such-number", "NoSuchNumber") with { Field = "nummer" };

    public static Refusal LinkToItself() => Of(RefusalKind.Invalid, "intake.link-to-itself", "LinkToItself") with { Field = "nummer" };

    public static Refusal NotDormant() => Of(RefusalKind.Conflict, "intake.not-dormant", "NotDormant");

    public static Refusal DraftChanged() => Of(RefusalKind.Stale, "intake.draft-changed", "DraftChanged");

    public static Refusal DraftTooLarge() => Of(RefusalKind.Invalid, "intake.draft-too-large", "DraftTooLarge");

    public static Refusal DraftGone() => Of(RefusalKind.Conflict, "intake.draft-gone", "DraftGone");

    public static Refusal NotInThread() => Of(RefusalKind.Forbidden, "intake.not-in-thread", "NotInThread");

    public static Refusal Closed() => Of(RefusalKind.Conflict, "intake.closed", "Closed");

    public static Refusal OwnArea() => Of(RefusalKind.Conflict, "intake.own-area", "OwnArea");

    public static Refusal CommentLength(int most) =>
        new(RefusalKind.Invalid, "intake.comment-length", BilingualText.From(Texts, "CommentLength", most), Field: "kommentar");

    private static Refusal Of(RefusalKind kind, string code, string key) => new(kind, code, BilingualText.From(Texts, key));
}
