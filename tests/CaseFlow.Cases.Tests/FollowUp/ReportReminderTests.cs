using CaseFlow.Cases.Language;
using CaseFlow.Cases.Tests.Scenarios;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Tests.FollowUp;

/// <summary>Whoever carries out a commission is reminded well before the report, just before it, and when the day has gone by.</summary>
internal sealed class ReportReminderTests
{
    [Test]
    [Property("Requirement", "R70")]
    public async Task A_report_is_reminded_of_a_month_and_a_week_before_and_when_its_day_has_gone_by_and_is_due_on_its_day()
    {
        await using var house = await StoppedScenario.Play("sro/scenarios/oversyn-2020-2026.yaml", step => step.Do == "advanceTo");
        await using var db = house.Db();

        var timers = (await db.Timers.AsNoTracking().OrderBy(t => t.DueAt).ToListAsync()).ConvertAll(t => (t.ElementId, SwedishDay.Of(t.DueAt)));
        var task = await db.Tasks.AsNoTracking().SingleAsync(t => t.EndedAt == null && t.CommandName == "ReportCommission");

        var day = SwedishDay.Of(task.DueAt!.Value);
        Assert.That(timers, Is.EqualTo(new[] { ("RapportPaminnelseTidig", day.AddDays(-30)), ("RapportPaminnelse", day.AddDays(-7)), ("RapportForsenad", day) }));
        Assert.That(day, Is.EqualTo(new DateOnly(2020, 8, 14)));
    }
}
