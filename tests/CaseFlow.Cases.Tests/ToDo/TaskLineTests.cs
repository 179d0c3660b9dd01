using CaseFlow.Cases.Tasks;

namespace CaseFlow.Cases.Tests.ToDo;

[TestFixture]
public sealed class TaskLineTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 26, 12, 0, 0, TimeSpan.Zero);

    [Test]
    [Property("Requirement", "R154")]
    public void The_same_step_of_one_area_after_one_meeting_is_one_line_with_all_its_cases()
    {
        var lines = TaskLine.Of(
        [
            Task("1", "Sprid", "norr", "Mötet", due: 9), Task("2", "Sprid", "soder", "Mötet"), Task("3", "Sprid", "norr", "Mötet", due: 5),
            Task("4", "Sprid", "norr", "Ett annat möte"), Task("5", "Beror", "norr", "Mötet"),
        ]);

        Assert.That(lines.Select(l => string.Join('+', l.Tasks.Select(t => t.SubjectNumber))), Is.EqualTo(new[] { "1+3", "2", "4", "5" }));
        Assert.That(lines[0].DueAt, Is.EqualTo(Noon.AddDays(5)), "the nearest date");
    }

    [Test]
    public void What_belongs_to_no_area_or_no_meeting_stands_for_itself()
    {
        var lines = TaskLine.Of([Task("1", "Bereda", null, "Mötet"), Task("2", "Bereda", null, "Mötet"), Task("3", "Svara", "norr", null), Task("4", "Svara", "norr", null)]);

        Assert.That(lines, Has.Count.EqualTo(4));
    }

    private static TaskListItem Task(string number, string element, string? area, string? meeting, int? due = null) => new(
        new TaskAddress(new Guid(int.Parse(number, System.Globalization.CultureInfo.InvariantCulture), 0, 0, new byte[8]), 1), 1, "case", "p", element, new(element, element), null, number, "Ärende", Noon,
        due is { } days ? Noon.AddDays(days) : null, null, null, area, meeting);
}
