using System.Globalization;
using System.Resources;
using CaseFlow.Cases.Language;

namespace CaseFlow.Cases.Notifications;

/// <summary>The words of notices and mails, from <c>NotificationsTexts.resx</c> and <c>NotificationsTexts.en.resx</c>.</summary>
internal static class NotificationsTexts
{
    public static readonly CultureInfo Swedish = CultureInfo.GetCultureInfo("sv-SE");
    public static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    public static ResourceManager Resources { get; } = new(typeof(NotificationsTexts).FullName ?? nameof(NotificationsTexts), typeof(NotificationsTexts).Assembly);

    public static BilingualText Get(string key, params object?[] arguments) => BilingualText.From(Resources, key, arguments);

    /// <summary>How dates are written in an account's language.</summary>
    public static CultureInfo Culture(string language) => string.Equals(language, "en", StringComparison.OrdinalIgnoreCase) ? English : Swedish;

    /// <summary>The text in an account's language; everything but English is Swedish.</summary>
    public static string In(this BilingualText text, string language) =>
        string.Equals(language, "en", StringComparison.OrdinalIgnoreCase) ? text.En : text.Sv;
}
