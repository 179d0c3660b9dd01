using System.Resources;
using CaseFlow.Cases.Language;

namespace CaseFlow.Cases.FollowUp;

/// <summary>What giving and amending commissions can be refused with.</summary>
internal static class FollowUpRefusals
{
    private static readonly ResourceManager Texts = new("CaseFlow.Cases.FollowUp.FollowUpTexts", typeof(FollowUpRefusals).Assembly);

    public static Refusal NoProcess() => Of(RefusalKind.Conflict, "follow-up.no-process", "NoProcess");

    public static Refusal TitleMissing() => Of(RefusalKind.Invalid, "follow-up.title-missing", "TitleMissing") with { Field = "rubrik" };

    public static Refusal TitleTooLong() =>
        new(RefusalKind.Invalid, "follow-up.title-too-long", BilingualText.From(Texts, "TitleTooLong", Timeline.CaseRow.MaxTitle), Field: "rubrik");

    public static Refusal NotYours() => Of(RefusalKind.Forbidden, "follow-up.not-yours", "NotYours");

    public static Refusal NotFound() => Of(RefusalKind.NotFound, "follow-up.not-found", "NotFound");

    public static Refusal NotRunning() => Of(RefusalKind.Conflict, "follow-up.not-running", "NotRunning");

    public static Refusal WordingMissing() => Of(RefusalKind.Invalid, "follow-up.wording-missing", "WordingMissing") with { Field = "ordalydelse" };

    public static Refusal OtherBody() => Of(RefusalKind.Invalid, "follow-up.other-body", "OtherBody") with { Field = "mote" };

    private static Refusal Of(RefusalKind kind, string code, string key) => new(kind, code, BilingualText.From(Texts, key));
}
