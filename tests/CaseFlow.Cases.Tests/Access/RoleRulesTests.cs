using CaseFlow.Cases.Access;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Organisation;
using CaseFlow.Cases.Tests.Organisation;

namespace CaseFlow.Cases.Tests.Access;

public sealed class RoleRulesTests
{
    private static readonly DateOnly Day = new(2026, 3, 1);

    [Test]
    [Property("Requirement", "R50")]
    public void Each_side_gives_its_own_roles_and_nobody_elses()
    {
        var given = Give("bereder", side: "landet");

        Assert.That(RoleRules.MayGive(Example.Organisation(), ExampleHouse.Holding("chef", side: "landet"), given, hasAppointer: true), Is.Null);
        var refusal = RoleRules.MayGive(Example.Organisation(), ExampleHouse.Holding("chef", side: "kusten"), given, hasAppointer: true);
        Assert.That((refusal?.Kind, refusal?.Clause), Is.EqualTo(((RefusalKind?)RefusalKind.Forbidden, "mandat-2016.sidor-utser")));
    }

    [Test]
    [Property("Requirement", "R87")]
    public void Each_area_gives_its_own_roles_and_nobody_elses()
    {
        var given = Give("foretrader", area: "norr");

        Assert.That(RoleRules.MayGive(Example.Organisation(), ExampleHouse.Holding("leder", area: "norr"), given, hasAppointer: true), Is.Null);
        Assert.That(RoleRules.MayGive(Example.Organisation(), ExampleHouse.Holding("leder", area: "soder"), given, hasAppointer: true), Is.Not.Null);
    }

    [Test]
    [Property("Requirement", "R50")]
    public void The_system_administrator_gives_only_what_nobody_else_can()
    {
        var administrator = ExampleHouse.Holding("systemadministrator");

        Assert.Multiple(() =>
        {
            Assert.That(RoleRules.MayGive(Example.Organisation(), administrator, Give("lasare"), hasAppointer: false), Is.Null, "nobody is said to appoint readers");
            Assert.That(RoleRules.MayGive(Example.Organisation(), administrator, Give("bereder", side: "landet"), hasAppointer: false), Is.Null, "the first one");
            Assert.That(RoleRules.MayGive(Example.Organisation(), administrator, Give("bereder", side: "landet"), hasAppointer: true), Is.Not.Null);
            Assert.That(RoleRules.MayGive(Example.Organisation(), ExampleHouse.Holding("lasare"), Give("lasare"), hasAppointer: false)?.Kind, Is.EqualTo(RefusalKind.Forbidden));
        });
    }

    [Test]
    [Property("Requirement", "R90")]
    public void The_vice_chair_is_appointed_by_the_side_without_the_chair_and_comes_from_it()
    {
        // 2026 is the tenth year of the turn: the land region has the chair.
        var organisation = Example.Organisation();
        var given = Give("leder-motet-ibland");

        Assert.Multiple(() =>
        {
            Assert.That(organisation.ChairAt("forum", Day)!.Chair, Is.EqualTo("landet"));
            Assert.That(RoleRules.MayGive(organisation, ExampleHouse.Holding("chef", side: "kusten"), given, hasAppointer: true), Is.Null);
            Assert.That(RoleRules.MayGive(organisation, ExampleHouse.Holding("chef", side: "landet"), given, hasAppointer: true)?.Clause, Is.EqualTo("mandat-2016.vice"));
            Assert.That(Fits(given, Held("bereder", side: "landet")).Select(r => (r.Code, r.Clause)), Is.EqualTo(new[] { ("role.of-the-chairs-side", "mandat-2016.vice") }));
            Assert.That(Fits(given, Held("bereder", side: "kusten")), Is.Empty);
        });
    }

    [Test]
    [Property("Requirement", "R42")]
    public void Nobody_is_preparer_for_two_sides_at_the_same_time()
    {
        var given = Give("bereder", side: "landet");

        Assert.Multiple(() =>
        {
            Assert.That(Fits(given, Held("bereder", side: "kusten")).Select(r => (r.Kind, r.Code)), Is.EqualTo(new[] { (RefusalKind.Rule, "role.both-sides") }));
            Assert.That(Fits(given, Held("bereder", side: "kusten", to: Day.AddDays(-1))), Is.Empty, "it had ended before");
            Assert.That(Fits(given, Held("lamnar-in", side: "kusten")), Is.Empty, "only the roles that the file says");
        });
    }

    [Test]
    public void Two_roles_of_a_pair_do_not_go_together_and_a_role_is_held_once()
    {
        Assert.That(Fits(Give("leder-motet"), Held("leder-motet-ibland")).Single().Code, Is.EqualTo("role.incompatible"));
        Assert.That(Fits(Give("lasare"), Held("lasare")).Single().Code, Is.EqualTo("role.held-already"));
    }

    [TestCase("okand", null, null, "role.unknown")]
    [TestCase("bereder", null, null, "role.wrong-scope")]
    [TestCase("bereder", "bergen", null, "role.wrong-scope")]
    [TestCase("bereder", "kusten", "norr", "role.wrong-scope")]
    [TestCase("leder", null, null, "role.wrong-scope")]
    [TestCase("lasare", "kusten", null, "role.wrong-scope")]
    public void A_role_is_given_for_what_its_scope_says(string role, string? side, string? area, string code)
    {
        Assert.That(RoleRules.Shape(Example.Organisation(), Give(role, side, area)).Select(r => r.Code), Is.EqualTo(new[] { code }));
    }

    [Test]
    public void Refusals_name_roles_in_the_language_that_they_are_written_in()
    {
        var refusal = Fits(Give("leder-motet"), Held("leder-motet-ibland")).Single();

        Assert.That((refusal.Text.Sv, refusal.Text.En), Is.EqualTo(("Samma person kan inte vara både ordförande och vice ordförande.", "The same person cannot be both chair and vice chair.")));
    }

    private static RoleToGive Give(string role, string? side = null, string? area = null) => new("konto", role, side, area, Day, null);

    private static RoleAssignment Held(string role, string? side = null, DateOnly? to = null) =>
        new() { AccountId = "konto", Role = role, Side = side, ValidFrom = new(2020, 1, 1), ValidTo = to, GivenBy = "system" };

    private static IReadOnlyList<Refusal> Fits(RoleToGive given, params RoleAssignment[] held) =>
        RoleRules.FitsWith(Example.Organisation(), new MandateRules(Example.Mandate()), given, held);
}
