using CaseFlow.Cases.FollowUp;

namespace CaseFlow.Cases.Tests.FollowUp;

/// <summary>How a commission stands follows from its steps, its tokens and the day.</summary>
internal sealed class CommissionStandingTests
{
    private static readonly DateOnly Today = new(2026, 3, 2);

    [Test]
    [Property("Requirement", "R191")]
    public void A_commission_goes_from_given_to_closed()
    {
        var given = new CommissionFacts(false, false, false, false, [], null, null);
        var started = given with { WasPlanned = true, IsWithReporter = true };
        var reportedStatus = started with { Reports = ["lagesrapport", "aktivitet"] };
        var part = reportedStatus with { Reports = ["lagesrapport", "delrapport", "lagesrapport"] };
        var final = part with { Reports = ["delrapport", "slutrapport"], IsWithReporter = false };

        Assert.That(Stages(given, started, reportedStatus, part, final, final with { IsClosed = true }), Is.EqualTo(new[]
        {
            CommissionStage.Given, CommissionStage.Started, CommissionStage.Started, CommissionStage.PartReported, CommissionStage.FinalReported, CommissionStage.Closed,
        }));
    }

    [Test]
    [Property("Requirement", "R191")]
    public void A_final_report_that_comes_back_is_a_report_on_the_way()
    {
        var returned = new CommissionFacts(false, false, true, true, ["slutrapport"], Today.AddDays(-1), null);

        Assert.That(CommissionStanding.Of(returned, Today), Is.EqualTo(new CommissionStanding(CommissionStage.PartReported, true, false)));
    }

    [TestCase(-1, true)]
    [TestCase(0, false)]
    [TestCase(1, false)]
    [Property("Requirement", "R190")]
    [Property("Requirement", "R191")]
    public void It_is_late_the_day_after_a_date_of_its_own(int days, bool late)
    {
        var facts = new CommissionFacts(false, false, true, true, [], null, null);

        Assert.That(CommissionStanding.Of(facts with { ReportBy = Today.AddDays(days) }, Today).IsLate, Is.EqualTo(late));
        Assert.That(CommissionStanding.Of(facts with { DeliverBy = Today.AddDays(days) }, Today).IsLate, Is.EqualTo(late));
        Assert.That(CommissionStanding.Of(facts with { ReportBy = Today.AddDays(days), IsClosed = true }, Today).IsLate, Is.False);
    }

    [Test]
    [Property("Requirement", "R191")]
    public void It_rests_while_it_waits_for_somebody_outside()
    {
        var waiting = new CommissionFacts(false, true, false, true, ["delrapport"], Today.AddDays(9), null);

        Assert.That(CommissionStanding.Of(waiting, Today), Is.EqualTo(new CommissionStanding(CommissionStage.PartReported, false, true)));
        Assert.That(CommissionStanding.Of(waiting with { IsClosed = true }, Today).IsResting, Is.False);
    }

    [Test]
    [Property("Requirement", "R84")]
    public void The_worst_is_the_late_one_then_the_resting_one_then_the_one_least_done()
    {
        CommissionStanding closed = new(CommissionStage.Closed, false, false), part = new(CommissionStage.PartReported, false, false),
            given = new(CommissionStage.Given, false, false), resting = new(CommissionStage.PartReported, false, true), late = new(CommissionStage.PartReported, true, false);

        Assert.That(CommissionStanding.Worst([]), Is.Null);
        Assert.That(CommissionStanding.Worst([closed, part, given]), Is.EqualTo(given));
        Assert.That(CommissionStanding.Worst([closed, given, resting]), Is.EqualTo(resting));
        Assert.That(CommissionStanding.Worst([late, resting, given]), Is.EqualTo(late));
    }

    private static IEnumerable<CommissionStage> Stages(params CommissionFacts[] facts) => facts.Select(f => CommissionStanding.Of(f, Today).Stage);
}
