using System.Resources;
using CaseFlow.Cases.Language;

namespace CaseFlow.Cases.SavedViews;

internal static class SavedViewRefusals
{
    private static readonly ResourceManager Texts = new("CaseFlow.Cases.SavedViews.SavedViewTexts", typeof(SavedViewRefusals).Assembly);

    public static Refusal NotYours() => new(RefusalKind.Forbidden, "view.not-yours", BilingualText.From(Texts, "NotYours"));

    public static Refusal TooMany(int most) => new(RefusalKind.Invalid, "view.too-many", BilingualText.From(Texts, "TooMany", most));

    public static Refusal Gone() => new(RefusalKind.NotFound, "view.gone", BilingualText.From(Texts, "Gone"));
}
