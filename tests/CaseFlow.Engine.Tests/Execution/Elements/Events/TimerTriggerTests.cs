using System.Globalization;
using CaseFlow.Engine.Execution;
using CaseFlow.Engine.Execution.Elements.Events;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Tests.Execution.Elements.Events;

internal sealed class TimerTriggerTests
{
    [TestCase(TimerKind.Duration, "PT10M", "2026-03-28T12:10:00Z")]
    [TestCase(TimerKind.Duration, "P10D", "2026-04-07T12:00:00Z")]
    [TestCase(TimerKind.Duration, "P1M", "2026-04-28T12:00:00Z")]
    [TestCase(TimerKind.Duration, "P1Y2M3DT4H5M6.5S", "2027-05-31T16:05:06.5Z")]
    [TestCase(TimerKind.Duration, "P2W", "2026-04-11T12:00:00Z")]
    [TestCase(TimerKind.Date, "2026-05-01", "2026-04-30T22:00:00Z")]
    [TestCase(TimerKind.Date, "2026-05-01T08:00:00Z", "2026-05-01T08:00:00Z")]
    [TestCase(TimerKind.Date, "2026-05-01T08:00:00+02:00", "2026-05-01T06:00:00Z")]
    [TestCase(TimerKind.Date, "2026-05-01T08:00", "2026-05-01T06:00:00Z")]
    [TestCase(TimerKind.WorkingDays, "1", "2026-03-30T21:59:59Z")]
    [TestCase(TimerKind.WorkingDays, "10", "2026-04-14T21:59:59Z")]
    [TestCase(TimerKind.Cycle, "R3/PT10H", "2026-03-28T22:00:00Z")]
    [TestCase(TimerKind.Cycle, "R/2026-06-01T00:00:00Z/P1D", "2026-06-01T00:00:00Z")]
    public void A_timer_is_due_when_its_text_says(TimerKind kind, string text, string due) =>
        Assert.That(TimerTrigger.Schedule(kind, text, Saturday)?.Due, Is.EqualTo(DateTimeOffset.Parse(due, CultureInfo.InvariantCulture)));

    [TestCase(TimerKind.Duration, "P")]
    [TestCase(TimerKind.Duration, "PT")]
    [TestCase(TimerKind.Duration, "P1DT")]
    [TestCase(TimerKind.Duration, "10 dagar")]
    [TestCase(TimerKind.Duration, "P999999Y")]
    [TestCase(TimerKind.Date, "2026-13-01")]
    [TestCase(TimerKind.Date, "i morgon")]
    [TestCase(TimerKind.WorkingDays, "1.5")]
    [TestCase(TimerKind.WorkingDays, "9999999")]
    [TestCase(TimerKind.Cycle, "R0/PT1H")]
    [TestCase(TimerKind.Cycle, "R3/PT0S")]
    [TestCase(TimerKind.Cycle, "0 0/5 * * * ?")]
    public void A_text_that_is_no_time_is_none(TimerKind kind, string text) => Assert.That(TimerTrigger.Schedule(kind, text, Saturday), Is.Null);

    [Test]
    public void A_reminder_at_the_boundary_repeats_beside_the_open_task()
    {
        var instance = TestInstance.Started(TestModel.Of(
            """
            <startEvent id="s"/><userTask id="a"/>
            <boundaryEvent id="påminn" attachedToRef="a" cancelActivity="false"><timerEventDefinition><timeCycle>R2/P1D</timeCycle></timerEventDefinition></boundaryEvent>
            <task id="brev"/><userTask id="b"/>
            s -> a -> b
            påminn -> brev
            """));
        instance.Fire("påminn");
        Assert.That(instance.State.Timers.Single().DueAt, Is.EqualTo(TestInstance.Start0.AddDays(2)));
        instance.Fire("påminn");
        Assert.That(instance.State.Timers, Is.Empty);
        Assert.That(instance.Facts.OfType<ElementEntered>().Count(f => f.ElementId == "brev"), Is.EqualTo(2));
        instance.Complete("a");
        Assert.That(instance.Tasks, Is.EqualTo("b"));
    }

    [Test]
    public void A_deadline_at_the_boundary_interrupts_the_task()
    {
        var instance = TestInstance.Started(TestModel.Of(
            """
            <startEvent id="s"/><userTask id="a"/>
            <boundaryEvent id="tiden" attachedToRef="a"><timerEventDefinition><extensionElements><caseflow:workingDays value="10"/></extensionElements><timeDuration>P14D</timeDuration></timerEventDefinition></boundaryEvent>
            <userTask id="förfallet"/>
            s -> a
            tiden -> förfallet
            """));
        Assert.That(instance.State.Timers.Single().DueAt, Is.EqualTo(new DateTimeOffset(2026, 1, 26, 22, 59, 59, TimeSpan.Zero)));
        instance.Fire("tiden");
        Assert.That(instance.Tasks, Is.EqualTo("förfallet"));
        Assert.That(instance.LastFacts.OfType<UserTaskWithdrawn>().Single().ElementId, Is.EqualTo("a"));
    }

    [Test]
    public void A_task_done_in_time_ends_its_timer()
    {
        var instance = TestInstance.Started(TestModel.Of(
            "<startEvent id=\"s\"/><userTask id=\"a\"/><userTask id=\"b\"/><boundaryEvent id=\"t\" attachedToRef=\"a\"><timerEventDefinition><timeDuration>P1D</timeDuration></timerEventDefinition></boundaryEvent><endEvent id=\"e\"/>\ns -> a -> b -> e\nt -> e"));
        instance.Complete("a");
        Assert.That(instance.LastFacts.OfType<TimerCancelled>().Count(), Is.EqualTo(1));
        Assert.That(instance.State.Timers, Is.Empty);
    }

    [Test]
    public void The_date_may_come_from_a_variable()
    {
        var instance = TestInstance.Started(
            TestModel.Of("<startEvent id=\"s\"/><intermediateCatchEvent id=\"t\"><timerEventDefinition><timeDate>=senast</timeDate></timerEventDefinition></intermediateCatchEvent><endEvent id=\"e\"/>\ns -> t -> e"),
            ("senast", FeelValue.Of(new DateOnly(2026, 2, 2))));
        Assert.That(instance.State.Timers.Single().DueAt, Is.EqualTo(new DateTimeOffset(2026, 2, 1, 23, 0, 0, TimeSpan.Zero)));
    }

    [Test]
    public void A_value_that_is_no_time_is_an_incident_that_can_be_mended()
    {
        var instance = TestInstance.Started(
            TestModel.Of("<startEvent id=\"s\"/><intermediateCatchEvent id=\"t\"><timerEventDefinition><timeDuration>=tid</timeDuration></timerEventDefinition></intermediateCatchEvent><endEvent id=\"e\"/>\ns -> t -> e"),
            ("tid", FeelValue.Of("snart")));
        Assert.That(instance.State.Incidents.Single().Code, Is.EqualTo(IncidentCodes.TimerInvalid));
        instance.Do(new RetryIncident(instance.State.Incidents[0].Key, TestInstance.Context(("tid", FeelValue.Of("PT1H")))));
        Assert.That(instance.State.Timers.Single().DueAt, Is.EqualTo(TestInstance.Start0.AddHours(1)));
    }

    private static DateTimeOffset Saturday => new(2026, 3, 28, 12, 0, 0, TimeSpan.Zero);
}
