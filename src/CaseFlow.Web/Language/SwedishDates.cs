using System.Globalization;

namespace CaseFlow.Web.Language;

/// <summary>Dates as people here read them: "tor 26 nov 2026", in the time of Stockholm.</summary>
public static class SwedishDates
{
    private static readonly TimeZoneInfo Stockholm = TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm");

    /// <summary>The moment's calendar day in Stockholm.</summary>
    public static DateOnly Day(DateTimeOffset moment) => DateOnly.FromDateTime(Local(moment).DateTime);

    /// <summary>The moment on the clocks of Stockholm.</summary>
    public static DateTimeOffset Local(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, Stockholm);

    /// <summary>"tor 26 nov 2026" or "Thu 26 Nov 2026".</summary>
    public static string Short(DateOnly day) => Trim(day.ToString("ddd d MMM yyyy", CultureInfo.CurrentCulture));

    /// <summary>"torsdag 26 november 2026" or "Thursday 26 November 2026".</summary>
    public static string Long(DateOnly day) => day.ToString("dddd d MMMM yyyy", CultureInfo.CurrentCulture);

    /// <summary>"tor 26 nov 2026 kl. 14:02" or "Thu 26 Nov 2026, 14:02".</summary>
    public static string Moment(DateTimeOffset moment)
    {
        var local = Local(moment);
        var between = IsEnglish ? ", " : " kl. ";
        return Short(DateOnly.FromDateTime(local.DateTime)) + between + local.ToString("HH:mm", CultureInfo.InvariantCulture);
    }

    /// <summary>The form that machines read in <c>datetime</c> attributes and date fields.</summary>
    public static string Machine(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static bool IsEnglish => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en";

    // Swedish abbreviations of months and days end with a full stop in some ICU versions and not in others.
    private static string Trim(string text) => text.Replace(".", "", StringComparison.Ordinal);
}
