namespace CaseFlow.Engine.Feel.BuiltIns;

/// <summary>Where a day stands in its year, month and week. Names of days and months are the English ones that FEEL prescribes.</summary>
internal static class CalendarFunctions
{
    private static readonly string[] Days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

    private static readonly string[] Months =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    private static readonly string[] Names = ["date"];

    public static IEnumerable<BuiltIn> All { get; } =
    [
        BuiltIn.Of("day of year", static (in Arguments a) => OfDay(a, static d => FeelValue.Of(d.DayOfYear)), Names),
        BuiltIn.Of("day of week", static (in Arguments a) => OfDay(a, static d => FeelValue.Of(Days[d.IsoWeekday - 1])), Names),
        BuiltIn.Of("month of year", static (in Arguments a) => OfDay(a, static d => FeelValue.Of(Months[d.Month - 1])), Names),
        BuiltIn.Of("week of year", static (in Arguments a) => OfDay(a, static d => FeelValue.Of(d.IsoWeek)), Names),
    ];

    private static FeelValue OfDay(in Arguments a, Func<FeelDate, FeelValue> tell) =>
        a.Of(0, FeelKind.Date, out var date) ? tell(date.AsDate())
        : a.Of(0, FeelKind.DateTime, out var dateTime) ? tell(dateTime.AsDateTime().Date)
        : a.Fail(0);
}
