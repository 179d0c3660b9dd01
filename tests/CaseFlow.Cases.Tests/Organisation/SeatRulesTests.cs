using CaseFlow.Cases.Language;
using CaseFlow.Cases.Organisation;

namespace CaseFlow.Cases.Tests.Organisation;

public sealed class SeatRulesTests
{
    private static readonly DateOnly Day = new(2026, 1, 1);

    [Test]
    [Property("Requirement", "R87")]
    public void Only_the_area_itself_edits_its_seats()
    {
        var organisation = Example.Organisation();
        var norr = new SeatOwner(SeatOwnerKind.Area, "norr");

        Assert.Multiple(() =>
        {
            Assert.That(SeatRules.MayEdit(organisation, ExampleHouse.Holding("leder", area: "norr"), norr), Is.Null);
            foreach (var other in new[]
            {
                ExampleHouse.Holding("leder", area: "soder"), ExampleHouse.Holding("skoter", side: "landet"), ExampleHouse.Holding("chef", side: "kusten"),
                ExampleHouse.Holding("systemadministrator"), ExampleHouse.Holding("foretrader", area: "norr"),
            })
            {
                var refusal = SeatRules.MayEdit(organisation, other, norr);
                Assert.That((refusal?.Kind, refusal?.Clause), Is.EqualTo(((RefusalKind?)RefusalKind.Forbidden, "mandat-2016.omraden-utser")), other.Grants[0].ToString());
            }
        });
    }

    [Test]
    [Property("Requirement", "R88")]
    public void Only_the_side_itself_edits_its_seats()
    {
        var organisation = Example.Organisation();
        var kusten = new SeatOwner(SeatOwnerKind.Side, "kusten");

        Assert.That(SeatRules.MayEdit(organisation, ExampleHouse.Holding("skoter", side: "kusten"), kusten), Is.Null);
        Assert.That(SeatRules.MayEdit(organisation, ExampleHouse.Holding("skoter", side: "landet"), kusten)?.Clause, Is.EqualTo("mandat-2016.sidor-utser"));
        Assert.That(SeatRules.OwnersOf(organisation, ExampleHouse.Holding("skoter", side: "kusten")), Is.EqualTo(new[] { kusten }));
    }

    [TestCase(1, true)]
    [TestCase(2, false)]
    [TestCase(3, true)]
    [Property("Requirement", "R85")]
    public void An_area_has_exactly_two_seats_and_anything_else_warns(int count, bool warns)
    {
        var warnings = Composition(Seats(SeatOwnerKind.Area, "norr", "ordinarie", count));

        Assert.That(warnings.Any(w => w.Owner.Key == "norr" && w.Clause == "mandat-2016.platser" && w.Count == count), Is.EqualTo(warns));
    }

    [Test]
    [Property("Requirement", "R86")]
    public void The_city_may_have_up_to_four_seats_two_for_each_side_and_a_known_fifth_warns_as_known()
    {
        Seat[] four = [.. Seats(SeatOwnerKind.Area, "storstan", "ordinarie", 2, "kusten"), .. Seats(SeatOwnerKind.Area, "storstan", "ordinarie", 2, "landet")];
        var fifth = Seats(SeatOwnerKind.Area, "storstan", "ordinarie", 1, "kusten");
        fifth[0].Deviates = "mandat-2016.platser-storstan";

        Assert.Multiple(() =>
        {
            Assert.That(Composition(four).Where(w => w.Owner.Key == "storstan"), Is.Empty);
            Assert.That(Composition(Seats(SeatOwnerKind.Area, "storstan", "ordinarie", 3, "kusten")).Any(w => w.Owner.Key == "storstan"), Is.True, "three for one side");
            var warning = Composition([.. four, .. fifth]).Single(w => w.Owner.Key == "storstan");
            Assert.That((warning.Count, warning.Clause, warning.IsKnown), Is.EqualTo((5, "mandat-2016.platser-storstan", true)));
            Assert.That(warning.Text.Sv, Does.Contain("Storstan").And.Contain("5").And.Contain("två för varje sida"));
        });
    }

    [Test]
    [Property("Requirement", "R88")]
    public void A_side_with_two_for_support_warns_where_the_mandate_says_one()
    {
        var warnings = Composition([.. Seats(SeatOwnerKind.Side, "kusten", "ordinarie", 2), .. Seats(SeatOwnerKind.Side, "kusten", "stod", 2)]);

        Assert.That(warnings.Where(w => w.Owner.Key == "kusten").Select(w => (w.SeatKind, w.Count)), Is.EqualTo(new[] { ("stod", 2) }));
    }

    [Test]
    [Property("Requirement", "R85")]
    public void Seats_that_have_ended_do_not_count()
    {
        var seats = Seats(SeatOwnerKind.Area, "norr", "ordinarie", 3);
        seats[2].ValidTo = Day.AddDays(-1);

        Assert.That(Composition(seats).Where(w => w.Owner.Key == "norr"), Is.Empty);
    }

    private static IReadOnlyList<CompositionWarning> Composition(Seat[] seats) =>
        SeatRules.Composition(Example.Organisation(), new MandateRules(Example.Mandate()), "forum", seats, Day);

    private static Seat[] Seats(SeatOwnerKind kind, string owner, string seatKind, int count, string? side = null) =>
        [.. Enumerable.Range(0, count).Select(_ => new Seat { Body = "forum", OwnerKind = kind, OwnerKey = owner, Kind = seatKind, Side = side, Title = "Plats", ValidFrom = new(2017, 1, 1) })];
}
