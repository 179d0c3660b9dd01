using System.Resources;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Organisation;

namespace CaseFlow.Cases.Minutes;

/// <summary>What writing, signing and publishing minutes can be refused with.</summary>
internal static class MinutesRefusals
{
    private static ResourceManager Texts => MinutesRegistration.Texts;

    public static Refusal NotBeingWritten() => Of(RefusalKind.Conflict, "minutes.not-being-written", "NotBeingWritten");

    public static Refusal TextMissing() => Of(RefusalKind.Invalid, "minutes.text-missing", "TextMissing", SubmitMinutes.TextField);

    public static Refusal TooLong() => Of(RefusalKind.Invalid, "minutes.too-long", "TooLong", SubmitMinutes.TextField);

    /// <summary>Two people have changed the same paragraph.</summary>
    public static Refusal SameParagraph() => Of(RefusalKind.Stale, "minutes.same-paragraph", "SameParagraph");

    public static Refusal CommentMissing() => Of(RefusalKind.Invalid, "minutes.comment-missing", "CommentMissing", "kommentar");

    public static Refusal NoPart() => Of(RefusalKind.Forbidden, "minutes.no-part", "NoPart");

    public static Refusal NoComment() => Of(RefusalKind.NotFound, "minutes.no-comment", "NoComment");

    public static Refusal TwoPersons(MandateCitation clause) => clause.Refuse("minutes.two-persons", BilingualText.From(Texts, "TwoPersons"));

    /// <summary>Who signs has not shown who they are over this very text.</summary>
    public static Refusal NotConfirmed() => Of(RefusalKind.Invalid, "minutes.not-confirmed", "NotConfirmed");

    public static Refusal Absent(MandateCitation clause) => clause.Refuse("minutes.absent", BilingualText.From(Texts, "Absent"));

    public static Refusal NotSigned() => Of(RefusalKind.Conflict, "minutes.not-signed", "NotSigned");

    public static Refusal NotPublished() => Of(RefusalKind.NotFound, "minutes.not-published", "NotPublished");

    public static Refusal NoChannel() => Of(RefusalKind.NotFound, "minutes.no-channel", "NoChannel");

    public static Refusal NotYourChannel() => Of(RefusalKind.Forbidden, "minutes.not-your-channel", "NotYourChannel");

    /// <summary>What stands on the site is not what was approved.</summary>
    public static Refusal OtherText() => Of(RefusalKind.Stale, "minutes.other-text", "OtherText");

    public static Refusal ChannelAddress() => Of(RefusalKind.Invalid, "minutes.channel-address", "ChannelAddress", "adress");

    public static Refusal PublishedAlready() => Of(RefusalKind.Conflict, "minutes.published-already", "PublishedAlready");

    public static Refusal ReasonMissing() => Of(RefusalKind.Invalid, "minutes.reason-missing", "ReasonMissing", "skal");

    public static Refusal PersonalNumber() => Of(RefusalKind.Conflict, "minutes.personal-number", "PersonalNumber");

    public static Refusal Names(int count) => new(RefusalKind.Invalid, "minutes.names", BilingualText.From(Texts, "Names", count), Field: "namn");

    private static Refusal Of(RefusalKind kind, string code, string key, string? field = null) =>
        new(kind, code, BilingualText.From(Texts, key), Field: field);
}
