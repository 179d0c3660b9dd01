using System.Resources;
using CaseFlow.Cases.Language;

namespace CaseFlow.Web.Api.Shared;

/// <summary>Texts of the API itself, in both languages: <c>Resources/Api.resx</c>.</summary>
internal static class ApiTexts
{
    private static readonly ResourceManager Texts = new("CaseFlow.Web.Resources.Api", typeof(ApiTexts).Assembly);

    public static BilingualText Title(RefusalKind kind) => BilingualText.From(Texts, "title." + kind);

    public static BilingualText SignIn => BilingualText.From(Texts, "title.SignIn");

    /// <summary>A refusal of the API itself: a header or a parameter is missing or wrong.</summary>
    public static Refusal Refusal(RefusalKind kind, string code, string? field = null, params object?[] arguments) =>
        new(kind, code, BilingualText.From(Texts, code, arguments), Field: field);
}
