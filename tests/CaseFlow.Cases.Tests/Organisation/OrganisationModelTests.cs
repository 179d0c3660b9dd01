namespace CaseFlow.Cases.Tests.Organisation;

public sealed class OrganisationModelTests
{
    [Test]
    [Property("Requirement", "R3")]
    public void The_bodies_are_those_of_the_day_that_is_asked_about()
    {
        var organisation = Example.Organisation();

        Assert.Multiple(() =>
        {
            Assert.That(organisation.BodiesAt(new(2016, 12, 1)).Where(b => b.Level == "lan").Select(b => b.Key), Is.EqualTo(new[] { "ledning" }));
            Assert.That(organisation.BodiesAt(new(2017, 1, 1)).Where(b => b.Level == "lan").Select(b => b.Key), Is.EqualTo(new[] { "forum" }));
        });
    }

    [Test]
    [Property("Requirement", "R4")]
    public void A_closed_body_resolves_to_the_one_that_took_over()
    {
        var organisation = Example.Organisation();

        Assert.Multiple(() =>
        {
            Assert.That(organisation.Resolve("ledning", new(2016, 12, 31))?.Key, Is.EqualTo("ledning"));
            Assert.That(organisation.Resolve("ledning", new(2017, 1, 1))?.Key, Is.EqualTo("forum"));
            Assert.That(organisation.Resolve("forum", new(2016, 1, 1)), Is.Null, "it did not exist yet");
        });
    }

    [Test]
    [Property("Requirement", "R5")]
    public void The_day_of_the_decision_and_the_first_day_in_force_are_two_dates()
    {
        var forum = Example.Organisation().FindBody("forum");

        Assert.That((forum!.DecidedOn, forum.Validity.From), Is.EqualTo(((DateOnly?)new DateOnly(2016, 11, 16), new DateOnly(2017, 1, 1))));
    }

    [Test]
    [Property("Requirement", "R17")]
    public void A_party_that_changes_area_keeps_its_old_area_in_history()
    {
        var organisation = Example.Organisation();

        Assert.Multiple(() =>
        {
            Assert.That(organisation.AreasOf("bjornvik", new(2020, 12, 31)).Select(a => a.Key), Is.EqualTo(new[] { "norr" }));
            Assert.That(organisation.AreasOf("bjornvik", new(2021, 1, 1)).Select(a => a.Key), Is.EqualTo(new[] { "soder" }));
            Assert.That(organisation.PartiesOf("norr", new(2020, 1, 1)).Select(p => p.Key), Is.EqualTo(new[] { "almby", "bjornvik" }));
            Assert.That(organisation.PartiesOf("norr", new(2021, 1, 1)).Select(p => p.Key), Is.EqualTo(new[] { "almby" }));
        });
    }

    [Test]
    [Property("Requirement", "R89")]
    [Property("Requirement", "R90")]
    [Property("Requirement", "R91")]
    public void The_chair_alternates_yearly_the_vice_chair_is_of_the_other_side_and_the_administration_follows_the_chair()
    {
        var organisation = Example.Organisation();
        for (var year = 2021; year <= 2041; year++)
        {
            var now = organisation.ChairAt("forum", new(year, 12, 31));
            var next = organisation.ChairAt("forum", new(year + 1, 1, 1));

            Assert.Multiple(() =>
            {
                Assert.That(next!.Chair, Is.Not.EqualTo(now!.Chair), $"{year} and the year after");
                Assert.That(now.ViceChair, Is.Not.EqualTo(now.Chair));
                Assert.That(now.Administration, Is.EqualTo(now.Chair));
                Assert.That(organisation.ChairAt("forum", new(year, 1, 1)), Is.EqualTo(now), "the same the whole year");
            });
        }
    }

    [Test]
    [Property("Requirement", "R89")]
    public void A_year_out_of_turn_keeps_its_reason_and_the_turn_goes_on_after_it()
    {
        var organisation = Example.Organisation();

        Assert.Multiple(() =>
        {
            Assert.That(organisation.ChairAt("forum", new(2020, 6, 1))!.Chair, Is.EqualTo("kusten"));
            Assert.That(organisation.ChairAt("forum", new(2020, 6, 1))!.ViceChair, Is.EqualTo("landet"));
            Assert.That(organisation.ChairAt("forum", new(2022, 6, 1))!.Chair, Is.EqualTo("landet"));
            Assert.That(organisation.Chairs[0].Departures[2020].Because.Sv, Is.EqualTo("Pandemin"));
            Assert.That(organisation.ChairAt("ledning", new(2016, 1, 1)), Is.Null, "no rotation");
        });
    }

    [Test]
    [Property("Requirement", "R8")]
    public void Each_party_has_the_side_that_speaks_for_its_kind()
    {
        var organisation = Example.Organisation();

        Assert.That(organisation.PartiesOfSide("kusten", new(2026, 1, 1)).Select(p => p.Key), Is.EqualTo(new[] { "almby", "bjornvik" }));
        Assert.That(organisation.PartiesOfSide("landet", new(2026, 1, 1)).Select(p => p.Key), Is.EqualTo(new[] { "landet" }));
    }

    [Test]
    public void A_new_meeting_begins_with_the_standing_items_and_the_place_of_the_cases()
    {
        var items = Example.Organisation().StandingItemsOf("forum");

        Assert.That(items.Select(i => i.IsPlaceOfCases), Is.EqualTo(new[] { false, true, false }));
        Assert.That(items[2].Minutes, Is.EqualTo(5));
        Assert.That(Example.Organisation().StandingItemsOf("ledning"), Is.Empty);
    }
}
