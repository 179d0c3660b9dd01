using System.Resources;
using CaseFlow.Cases.Language;

namespace CaseFlow.Cases.Consultation;

/// <summary>What a consultation can be refused with.</summary>
internal static class ConsultationRefusals
{
    public static ResourceManager Texts { get; } = new("CaseFlow.Cases.Consultation.ConsultationTexts", typeof(ConsultationRefusals).Assembly);

    public static Refusal NotFound() => Of(RefusalKind.NotFound, "consultation.not-found", "NotFound");

    public static Refusal NotYours() => Of(RefusalKind.Forbidden, "consultation.not-yours", "NotYours");

    public static Refusal NotOpen() => Of(RefusalKind.Conflict, "consultation.not-open", "NotOpen");

    public static Refusal NoRecipient() => Of(RefusalKind.NotFound, "consultation.no-recipient", "NoRecipient");

    public static Refusal AnsweredAlready() => Of(RefusalKind.Conflict, "consultation.answered", "AnsweredAlready");

    /// <summary>No such link, taken back, or too old: which of them is not told.</summary>
    public static Refusal LinkGone() => Of(RefusalKind.NotFound, "consultation.link-gone", "LinkGone");

    public static Refusal Closed() => Of(RefusalKind.Conflict, "consultation.closed", "Closed");

    public static Refusal DraftChanged() => Of(RefusalKind.Stale, "consultation.draft-changed", "DraftChanged");

    public static Refusal TooLong(string field) => Of(RefusalKind.Invalid, "consultation.too-long", "TooLong", field);

    public static Refusal DayPassed() => Of(RefusalKind.Invalid, "consultation.day-passed", "DayPassed", "till");

    public static Refusal LineWrong(string line) => Of(RefusalKind.Invalid, "consultation.line", "LineWrong", "mottagare", line);

    public static Refusal NobodyNamed() => Of(RefusalKind.Invalid, "consultation.nobody-named", "NobodyNamed", "mottagare");

    public static Refusal NoPaper() => Of(RefusalKind.Invalid, "consultation.no-paper", "NoPaper", "handlingar");

    public static Refusal NoViews() => Of(RefusalKind.Invalid, "consultation.no-views", "NoViews", "synpunkt");

    public static Refusal NoDisposition() => Of(RefusalKind.Invalid, "consultation.no-disposition", "NoDisposition", "omhandertagande");

    public static Refusal ReasonMissing() => Of(RefusalKind.Invalid, "consultation.reason-missing", "ReasonMissing", "skal");

    public static Refusal ViewsLeft(int left, string field) => Of(RefusalKind.Invalid, "consultation.views-left", left == 1 ? "ViewLeft" : "ViewsLeft", field, left);

    private static Refusal Of(RefusalKind kind, string code, string key, string? field = null, params object?[] arguments) =>
        new(kind, code, BilingualText.From(Texts, key, arguments), Field: field);
}
