using System.Resources;
using CaseFlow.Cases.Language;

namespace CaseFlow.Cases.Documents;

/// <summary>What is refused about documents.</summary>
internal static class DocumentRefusals
{
    private static readonly ResourceManager Texts = new("CaseFlow.Cases.Documents.DocumentTexts", typeof(DocumentRefusals).Assembly);

    private static readonly string Kinds = string.Join(", ", FileKind.All.Select(k => k.Extension[1..]));

    public static Refusal FileName() => Of(RefusalKind.Invalid, "document.file-name", "FileName", "fileName");

    public static Refusal Kind() => Of(RefusalKind.Invalid, "document.kind", "Kind", "file", Kinds);

    public static Refusal Empty() => Of(RefusalKind.Invalid, "document.empty", "Empty", "file");

    public static Refusal TooLarge() => Of(RefusalKind.Invalid, "document.too-large", "TooLarge", "file", ContentGuard.MaxSize / 1024 / 1024);

    public static Refusal NotThatKind(string extension) => Of(RefusalKind.Invalid, "document.not-that-kind", "NotThatKind", "file", extension);

    public static Refusal Macros() => Of(RefusalKind.Invalid, "document.macros", "Macros", "file");

    public static Refusal PersonalNumber() => Of(RefusalKind.Invalid, "document.personal-number", "PersonalNumber", "file");

    public static Refusal NoSubject() => Of(RefusalKind.NotFound, "document.no-subject", "NoSubject");

    public static Refusal NotFound() => Of(RefusalKind.NotFound, "document.none", "NotFound");

    public static Refusal NoPart() => Of(RefusalKind.Forbidden, "document.no-part", "NoPart");

    public static Refusal Changed() => Of(RefusalKind.Stale, "document.changed", "Changed");

    public static Refusal SameFile(int number) => Of(RefusalKind.Conflict, "document.same-file", "SameFile", "file", number);

    public static Refusal Withdrawn() => Of(RefusalKind.Conflict, "document.withdrawn", "Withdrawn");

    public static Refusal Adopted() => Of(RefusalKind.Conflict, "document.adopted", "Adopted");

    public static Refusal OnlyADecisionAdopts() => Of(RefusalKind.Conflict, "document.only-a-decision-adopts", "OnlyADecisionAdopts", "maturity");

    public static Refusal NoParty() => Of(RefusalKind.Invalid, "diary-number.no-party", "NoParty", "party");

    public static Refusal NotForParty() => Of(RefusalKind.Forbidden, "diary-number.not-for-party", "NotForParty", "party");

    public static Refusal NumberFormat(string example) => Of(RefusalKind.Invalid, "diary-number.format", "NumberFormat", "number", example);

    public static Refusal NumberThere() => Of(RefusalKind.Conflict, "diary-number.there", "NumberThere", "number");

    private static Refusal Of(RefusalKind kind, string code, string textKey, string? field = null, params object?[] arguments) =>
        new(kind, code, BilingualText.From(Texts, textKey, arguments), Field: field);
}
