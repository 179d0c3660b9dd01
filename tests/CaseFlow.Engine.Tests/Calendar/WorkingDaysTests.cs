using System.Globalization;
using CaseFlow.Engine.Calendar;

namespace CaseFlow.Engine.Tests.Calendar;

internal sealed class WorkingDaysTests
{
    // Days taken from printed Swedish calendars.
    [TestCase("2024-03-29", "långfredagen")]
    [TestCase("2024-03-31", "påskdagen")]
    [TestCase("2024-04-01", "annandag påsk")]
    [TestCase("2025-04-18", "långfredagen")]
    [TestCase("2025-04-21", "annandag påsk")]
    [TestCase("2025-05-29", "Kristi himmelsfärdsdag")]
    [TestCase("2025-06-08", "pingstdagen")]
    [TestCase("2025-06-06", "nationaldagen")]
    [TestCase("2025-06-20", "midsommarafton")]
    [TestCase("2025-06-21", "midsommardagen")]
    [TestCase("2025-11-01", "alla helgons dag")]
    [TestCase("2026-01-01", "nyårsdagen")]
    [TestCase("2026-01-06", "trettondedag jul")]
    [TestCase("2026-04-03", "långfredagen")]
    [TestCase("2026-05-01", "första maj")]
    [TestCase("2026-05-14", "Kristi himmelsfärdsdag")]
    [TestCase("2026-06-19", "midsommarafton")]
    [TestCase("2026-10-31", "alla helgons dag")]
    [TestCase("2026-12-24", "julafton")]
    [TestCase("2026-12-25", "juldagen")]
    [TestCase("2026-12-26", "annandag jul")]
    [TestCase("2026-12-31", "nyårsafton")]
    [TestCase("2027-03-26", "långfredagen")]
    [TestCase("2038-04-25", "påskdagen")]
    [TestCase("2004-05-31", "annandag pingst")]
    public void Holidays_are_computed(string day, string name) => Assert.That(WorkingDays.HolidayName(Day(day)), Is.EqualTo(name));

    [TestCase("2026-11-23")]
    [TestCase("2004-06-06")]
    [TestCase("2026-06-18")]
    public void Ordinary_days_are_no_holidays(string day) => Assert.That(WorkingDays.HolidayName(Day(day)), Is.Null);

    [TestCase(2024)]
    [TestCase(2025)]
    [TestCase(2026)]
    [TestCase(2027)]
    [TestCase(2030)]
    public void A_year_has_thirteen_public_holidays_and_three_eves(int year)
    {
        var first = new DateOnly(year, 1, 1);
        var names = Enumerable.Range(0, DateTime.IsLeapYear(year) ? 366 : 365).Select(d => WorkingDays.HolidayName(first.AddDays(d))).OfType<string>().ToList();
        Assert.That(names, Has.Count.EqualTo(16));
        Assert.That(names, Is.Unique);
    }

    [TestCase("2026-12-23", 1, "2026-12-28")]
    [TestCase("2026-12-30", 1, "2027-01-04")]
    [TestCase("2026-06-18", 1, "2026-06-22")]
    [TestCase("2026-04-02", 1, "2026-04-07")]
    [TestCase("2026-11-20", 10, "2026-12-04")]
    [TestCase("2026-11-21", 1, "2026-11-23")]
    [TestCase("2026-11-21", 0, "2026-11-21")]
    [TestCase("2026-12-28", -1, "2026-12-23")]
    public void Working_days_are_added_over_weekends_and_holidays(string from, int days, string expected) =>
        Assert.That(WorkingDays.AddWorkingDays(Day(from), days), Is.EqualTo(Day(expected)));

    [Test]
    public void Between_counts_what_Add_added([Values(0, 1, 5, 17, 250)] int days)
    {
        var from = new DateOnly(2026, 2, 3);
        var to = WorkingDays.AddWorkingDays(from, days);
        Assert.That(WorkingDays.Between(from, to), Is.EqualTo(days));
        Assert.That(WorkingDays.Between(to, from), Is.EqualTo(-days));
    }

    [TestCase("2026-03-28", "2026-03-28T22:59:59Z")]
    [TestCase("2026-03-29", "2026-03-29T21:59:59Z")]
    [TestCase("2026-10-24", "2026-10-24T21:59:59Z")]
    [TestCase("2026-10-25", "2026-10-25T22:59:59Z")]
    public void A_day_ends_by_Swedish_clocks_also_when_they_change(string day, string end) =>
        Assert.That(WorkingDays.EndOf(Day(day)), Is.EqualTo(DateTimeOffset.Parse(end, CultureInfo.InvariantCulture)));

    [Test]
    public void A_deadline_set_after_midnight_in_Sweden_counts_from_the_new_day()
    {
        // 23:30 UTC on Thursday is already Friday in Sweden, so one working day later is Monday.
        var due = WorkingDays.DueAfter(new DateTimeOffset(2026, 11, 19, 23, 30, 0, TimeSpan.Zero), 1);
        Assert.That(due, Is.EqualTo(new DateTimeOffset(2026, 11, 23, 22, 59, 59, TimeSpan.Zero)));
    }

    [Test]
    public void More_days_than_any_deadline_has_are_refused() =>
        Assert.That(() => WorkingDays.AddWorkingDays(new DateOnly(2026, 1, 1), 100_001), Throws.InstanceOf<ArgumentOutOfRangeException>());

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
