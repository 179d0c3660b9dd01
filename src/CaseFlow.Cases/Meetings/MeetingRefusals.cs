using System.Resources;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Organisation;

namespace CaseFlow.Cases.Meetings;

/// <summary>What planning and holding meetings can be refused with.</summary>
internal static class MeetingRefusals
{
    private static readonly ResourceManager Texts = new("CaseFlow.Cases.Meetings.MeetingTexts", typeof(MeetingRefusals).Assembly);

    public static Refusal NotFound() => Of(RefusalKind.NotFound, "meetings.not-found", "NotFound");

    public static Refusal NotYours() => Of(RefusalKind.Forbidden, "meetings.not-yours", "NotYours");

    public static Refusal NoProcess() => Of(RefusalKind.Conflict, "meetings.no-process", "NoProcess");

    public static Refusal UnknownBody() => Of(RefusalKind.Invalid, "meetings.unknown-body", "UnknownBody", "organ");

    public static Refusal Times() => Of(RefusalKind.Invalid, "meetings.times", "Times", "slut");

    public static Refusal InThePast() => Of(RefusalKind.Invalid, "meetings.in-the-past", "InThePast", "datum");

    public static Refusal KindOfMeeting() => Of(RefusalKind.Invalid, "meetings.kind-of-meeting", "KindOfMeeting", "slag");

    /// <param name="limit">The most characters that the field takes.</param>
    public static Refusal TooLong(string field, int limit) =>
        new(RefusalKind.Invalid, "meetings.text-too-long", BilingualText.From(Texts, "TooLong", limit), Field: field);

    /// <param name="date">The meeting's day.</param>
    public static Refusal NotYet(DateOnly date) =>
        new(RefusalKind.Conflict, "meetings.not-yet", BilingualText.From(Texts, "NotYet", date));

    /// <param name="date">The meeting's day.</param>
    /// <param name="field">The field of the reason.</param>
    public static Refusal Early(DateOnly date, string field) =>
        new(RefusalKind.Invalid, "meetings.before-the-day", BilingualText.From(Texts, "Early", date), Field: field);

    public static Refusal ReasonForExtra(MandateCitation clause) =>
        new(RefusalKind.Rule, "meetings.extra-needs-reason", BilingualText.From(Texts, "ReasonForExtra"), clause.ClauseId, "skal");

    public static Refusal OnlyChair(MandateCitation clause) =>
        new(RefusalKind.Rule, "meetings.only-chair", BilingualText.From(Texts, "OnlyChair"), clause.ClauseId);

    public static Refusal NotOpen() => Of(RefusalKind.Conflict, "meetings.not-open", "NotOpen");

    public static Refusal NotHeld() => Of(RefusalKind.Conflict, "meetings.not-held", "NotHeld");

    public static Refusal ItemClosed() => Of(RefusalKind.Stale, "meetings.item-closed", "ItemClosed");

    public static Refusal ItemChanged() => Of(RefusalKind.Stale, "meetings.item-changed", "ItemChanged");

    public static Refusal ItemsOpen(int count) =>
        new(RefusalKind.Conflict, "meetings.items-open", BilingualText.From(Texts, "ItemsOpen", count));

    public static Refusal NotWaiting() => Of(RefusalKind.Conflict, "meetings.not-waiting", "NotWaiting");

    public static Refusal TitleMissing() => Of(RefusalKind.Invalid, "meetings.title-missing", "TitleMissing", "rubrik");

    public static Refusal Kind() => Of(RefusalKind.Invalid, "meetings.kind", "Kind", "typ");

    public static Refusal Minutes() => Of(RefusalKind.Invalid, "meetings.minutes", "Minutes", "minuter");

    public static Refusal HandedOver(MandateCitation clause) =>
        new(RefusalKind.Rule, "meetings.handed-over", BilingualText.From(Texts, "HandedOver"), clause.ClauseId, "case");

    public static Refusal Treatment(MandateCitation clause, string field) =>
        new(RefusalKind.Rule, "meetings.treatment", BilingualText.From(Texts, "Treatment"), clause.ClauseId, field);

    public static Refusal Seat() => Of(RefusalKind.Invalid, "meetings.seat", "Seat", "plats");

    public static Refusal NotesCollide() => Of(RefusalKind.Stale, "meetings.notes-collide", "NotesCollide", "anteckning");

    public static Refusal NotToApprove() => Of(RefusalKind.Conflict, "meetings.not-to-approve", "NotToApprove");

    public static Refusal NothingToApprove() => Of(RefusalKind.Conflict, "meetings.nothing-to-approve", "NothingToApprove");

    public static Refusal NoSubstitute() => Of(RefusalKind.Invalid, "meetings.no-substitute", "NoSubstitute", "ersattare");

    public static Refusal Category() => Of(RefusalKind.Invalid, "meetings.category", "Category", "slag");

    public static Refusal PersonMissing() => Of(RefusalKind.Invalid, "meetings.person-missing", "PersonMissing", "person");

    public static Refusal InterruptedAlready() => Of(RefusalKind.Conflict, "meetings.interrupted-already", "InterruptedAlready");

    public static Refusal NotInterrupted() => Of(RefusalKind.Conflict, "meetings.not-interrupted", "NotInterrupted");

    public static Refusal ReasonOfInterruption() => Of(RefusalKind.Invalid, "meetings.interruption-reason", "ReasonOfInterruption", "skal");

    public static Refusal NoMeetingToMoveTo() => Of(RefusalKind.Invalid, "meetings.no-meeting-to-move-to", "NoMeetingToMoveTo", "tillMote");

    public static Refusal OutcomesMissing(int count) =>
        new(RefusalKind.Conflict, "meetings.outcomes-missing", BilingualText.From(Texts, "OutcomesMissing", count));

    public static Refusal WasInterrupted() => Of(RefusalKind.Invalid, "meetings.was-interrupted", "WasInterrupted", "avbrutet");

    public static Refusal QuestionMissing() => Of(RefusalKind.Invalid, "meetings.question-missing", "QuestionMissing", "fraga");

    public static Refusal NotTakingPart() => Of(RefusalKind.Forbidden, "meetings.not-taking-part", "NotTakingPart");

    public static Refusal DeviationReason() => Of(RefusalKind.Invalid, "meetings.deviation-reason", "DeviationReason", "skal");

    public static Refusal GuestTitle() => Of(RefusalKind.Invalid, "meetings.guest-title", "GuestTitle", "kalladRoll");

    public static Refusal GuestAddress() => Of(RefusalKind.Invalid, "meetings.guest-address", "GuestAddress", "kalladAdress");

    public static Refusal NoNotice() => Of(RefusalKind.Conflict, "meetings.no-notice", "NoNotice");

    public static Refusal NothingToAdd() => Of(RefusalKind.Conflict, "meetings.nothing-to-add", "NothingToAdd");

    public static Refusal NotToRead() => Of(RefusalKind.Conflict, "meetings.not-to-read", "NotToRead");

    /// <summary>A text that may be missing.</summary>
    internal static BilingualText? Find(string key) =>
        Texts.GetString(key, System.Globalization.CultureInfo.InvariantCulture) is null ? null : BilingualText.From(Texts, key);

    internal static BilingualText Text(string key, params object?[] arguments) => BilingualText.From(Texts, key, arguments);

    private static Refusal Of(RefusalKind kind, string code, string key, string? field = null) =>
        new(kind, code, BilingualText.From(Texts, key), Field: field);
}
