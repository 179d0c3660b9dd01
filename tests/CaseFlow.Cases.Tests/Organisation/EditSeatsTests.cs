using CaseFlow.Cases.Access;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Organisation;
using CaseFlow.Cases.Storage;

namespace CaseFlow.Cases.Tests.Organisation;

[TestFixture(DatabaseProvider.Sqlite)]
[TestFixture(DatabaseProvider.PostgreSql, Category = "Servers")]
internal sealed class EditSeatsTests(DatabaseProvider provider)
{
    private static readonly Actor Norr = ExampleHouse.Holding("leder", area: "norr");

    [Test]
    public async Task The_seats_of_the_file_are_taken_in_once_and_then_belong_to_their_owners()
    {
        await using var house = await ExampleHouse.Open(provider: provider);

        Assert.That(await house.Get<ImportSeats>().Run(default), Is.EqualTo(3));
        var seat = (await Roll(house)).Seats[0];
        await house.Get<EditSeats>().Change(Norr, null, new(seat.Id, seat.Version, "Ny titel", null, null, null), default);

        Assert.That(await house.Get<ImportSeats>().Run(default), Is.Zero);
        Assert.That((await Roll(house)).Seats.Select(s => s.Title), Does.Contain("Ny titel"));
    }

    [Test]
    [Property("Requirement", "R87")]
    public async Task Another_areas_seat_is_refused_with_the_clause_logged_and_left_as_it_was()
    {
        await using var house = await Imported();
        var seat = (await Roll(house)).Seats.First(s => s.Owner.Key == "norr");

        var outcome = await house.Get<AppointToSeat>().Handle(ExampleHouse.Holding("skoter", side: "landet", account: "fel"), null, Appoint(seat), default);

        Assert.That(outcome.Refusals.Select(r => (r.Kind, r.Clause)), Is.EqualTo(new[] { (RefusalKind.Forbidden, "mandat-2016.omraden-utser") }));
        Assert.That((await Roll(house)).Seats.First(s => s.Id == seat.Id).Representative, Is.Null);
        Assert.That((await house.Log()).Select(e => (e.AccountId, e.UseCase, e.Clause)), Does.Contain(("fel", "AppointToSeat", "mandat-2016.omraden-utser")));
    }

    [Test]
    [Property("Requirement", "R87")]
    public async Task A_new_representative_follows_the_old_one_and_both_can_be_seen_on_their_days()
    {
        await using var house = await Imported();
        var seat = (await Roll(house)).Seats.First(s => s.Key == "norr-1");
        await house.Get<AppointToSeat>().Handle(Norr, null, Appoint(seat, "Ada", from: new(2024, 1, 1)), default);
        await house.Get<AppointToSeat>().Handle(Norr, null, Appoint(seat, "Bo", from: new(2026, 7, 1), version: 2), default);

        Assert.That((await Roll(house, new(2026, 6, 30))).Seats.First(s => s.Id == seat.Id).Representative?.PersonName, Is.EqualTo("Ada"));
        Assert.That((await Roll(house)).Seats.First(s => s.Id == seat.Id).Representative?.PersonName, Is.EqualTo("Bo"));
    }

    [Test]
    [Property("Requirement", "R93")]
    public async Task Substitutes_stand_beside_the_representative()
    {
        await using var house = await Imported();
        var seat = (await Roll(house)).Seats.First(s => s.Key == "norr-1");
        await house.Get<AppointToSeat>().Handle(Norr, null, Appoint(seat, "Ada"), default);
        await house.Get<AppointToSeat>().Handle(Norr, null, Appoint(seat, "Cilla", version: 2) with { IsSubstitute = true }, default);

        var view = (await Roll(house)).Seats.First(s => s.Id == seat.Id);

        Assert.That((view.Representative?.PersonName, view.Substitutes.Single().PersonName), Is.EqualTo(("Ada", "Cilla")));
    }

    [Test]
    public async Task Who_saw_an_older_version_of_the_seat_is_told_and_changes_nothing()
    {
        await using var house = await Imported();
        var seat = (await Roll(house)).Seats.First(s => s.Key == "norr-1");
        await house.Get<AppointToSeat>().Handle(Norr, null, Appoint(seat, "Ada"), default);

        var late = await house.Get<AppointToSeat>().Handle(Norr, null, Appoint(seat, "Bo"), default);

        Assert.That(late.Refusals.Single().Kind, Is.EqualTo(RefusalKind.Stale));
    }

    [Test]
    [Property("Requirement", "R42")]
    public async Task One_person_never_sits_for_two_sides()
    {
        await using var house = await Imported();
        var account = await house.Account();
        var seats = (await Roll(house)).Seats;
        var first = seats.First(s => s.Key == "norr-1");
        var second = seats.First(s => s.Key == "norr-2");
        await house.Get<AppointToSeat>().Handle(Norr, null, Appoint(first) with { AccountId = account }, default);

        var outcome = await house.Get<AppointToSeat>().Handle(Norr, null, Appoint(second) with { AccountId = account }, default);

        Assert.That(outcome.Refusals.Single().Code, Is.EqualTo("seat.both-sides"));
    }

    [Test]
    [Property("Requirement", "R85")]
    public async Task A_third_seat_of_an_area_is_made_and_warned_about()
    {
        await using var house = await Imported();
        var seat = new NewSeat("forum", new(SeatOwnerKind.Area, "norr"), "ordinarie", "kusten", null, "Tredje platsen", null, ExampleHouse.Today, null);

        var outcome = await house.Get<EditSeats>().Add(Norr, null, seat, default);

        Assert.That(outcome.Value.Warnings.Single(w => w.Owner.Key == "norr").Count, Is.EqualTo(3));
    }

    [Test]
    [Property("Requirement", "R94")]
    public async Task A_co_opted_seat_needs_a_subject_and_a_last_day()
    {
        await using var house = await Imported();
        var seat = new NewSeat("forum", new(SeatOwnerKind.Area, "norr"), "adjungerad", null, null, "Adjungerad", null, ExampleHouse.Today, null);

        var outcome = await house.Get<EditSeats>().Add(Norr, null, seat, default);

        Assert.That(outcome.Refusals.Select(r => r.Field), Is.EqualTo(new[] { "subject", "validTo" }));
    }

    [Test]
    [Property("Requirement", "R39")]
    public async Task A_personal_number_in_a_name_is_refused()
    {
        await using var house = await Imported();
        var seat = (await Roll(house)).Seats.First(s => s.Key == "norr-1");

        var outcome = await house.Get<AppointToSeat>().Handle(Norr, null, Appoint(seat, "Ada 811228-9874"), default);

        Assert.That(outcome.Refusals.Select(r => (r.Code, r.Field)), Is.EqualTo(new[] { ("text.personal-number", "personName") }));
    }

    private async Task<ExampleHouse> Imported()
    {
        var house = await ExampleHouse.Open(provider: provider);
        await house.Get<ImportSeats>().Run(default);
        return house;
    }

    private static Task<SeatRoll> Roll(ExampleHouse house, DateOnly? date = null) => house.Get<SeatRegister>().At("forum", date ?? ExampleHouse.Today, default);

    private static SeatAppointment Appoint(SeatView seat, string name = "Ada", DateOnly? from = null, int? version = null) =>
        new(seat.Id, version ?? seat.Version, name, "förvaltningschef", null, IsSubstitute: false, from ?? new(2026, 1, 1), null);
}
