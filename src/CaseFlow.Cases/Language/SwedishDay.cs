namespace CaseFlow.Cases.Language;

/// <summary>The calendar day in Sweden at a moment: rules, seats and deadlines hold by Swedish days.</summary>
public static class SwedishDay
{
    private static readonly TimeZoneInfo Stockholm = TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm");

    public static DateOnly Of(DateTimeOffset moment) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, Stockholm).DateTime);
}
