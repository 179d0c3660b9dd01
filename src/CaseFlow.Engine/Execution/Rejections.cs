using System.Globalization;
using System.Resources;

namespace CaseFlow.Engine.Execution;

/// <summary>Makes rejections from their code; the texts lie in <c>RejectionTexts.resx</c> (Swedish) and <c>.en.resx</c>.</summary>
internal static class Rejections
{
    private static readonly ResourceManager Texts = new("CaseFlow.Engine.Execution.RejectionTexts", typeof(Rejections).Assembly);
    private static readonly CultureInfo Swedish = CultureInfo.GetCultureInfo("sv");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    internal static Rejection Of(string code, object? about = null) => new(code, Text(code, Swedish, about), Text(code, English, about));

    private static string Text(string code, CultureInfo culture, object? about) =>
        string.Format(culture, Texts.GetString(code, culture) ?? code, about);
}
