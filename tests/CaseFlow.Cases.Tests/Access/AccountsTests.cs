using CaseFlow.Cases.Access;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Storage;
using CaseFlow.Cases.Tests.Organisation;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Tests.Access;

[TestFixture(DatabaseProvider.Sqlite)]
[TestFixture(DatabaseProvider.PostgreSql, Category = "Servers")]
internal sealed class AccountsTests(DatabaseProvider provider)
{
    private static readonly Actor Administrator = ExampleHouse.Holding("systemadministrator", account: "adm");

    [Test]
    public async Task An_actor_has_the_grants_of_the_day_and_none_when_the_account_is_closed()
    {
        await using var house = await ExampleHouse.Open(provider: provider);
        var account = await house.Account();
        var given = await house.Get<GiveRole>().Handle(Actor.System, null, new(account, "bereder", "kusten", null, new(2026, 1, 1), new(2026, 12, 31)), default);
        Assert.That(given.IsAccepted, Is.True);
        var actors = house.Get<ActorSource>();

        Assert.Multiple(async () =>
        {
            Assert.That((await actors.Find(account, default))!.Grants, Is.EqualTo(new[] { new RoleGrant("bereder", "kusten") }));
            Assert.That((await actors.Find(account, new DateOnly(2025, 12, 31), default))!.Grants, Is.Empty);
            Assert.That((await actors.Find(account, new DateOnly(2026, 12, 31), default))!.Grants, Has.Count.EqualTo(1));
            Assert.That((await actors.Find(account, new DateOnly(2027, 1, 1), default))!.Grants, Is.Empty);
            Assert.That(await actors.Find("ingen", default), Is.Null);
        });
        await house.Get<CloseAccount>().Handle(Administrator, null, account, default);
        Assert.That(await actors.Find(account, default), Is.Null);
    }

    [Test]
    public async Task A_role_that_was_ended_is_gone_at_once()
    {
        await using var house = await ExampleHouse.Open(provider: provider);
        var account = await house.Account();
        var id = (await house.Get<GiveRole>().Handle(Actor.System, null, new(account, "bereder", "kusten", null, new(2026, 1, 1), null), default)).Value;

        var ended = await house.Get<EndRole>().Handle(ExampleHouse.Holding("chef", "kusten"), null, id, ExampleHouse.Today.AddDays(-1), default);

        Assert.That(ended.IsAccepted, Is.True);
        Assert.That((await house.Get<ActorSource>().Find(account, default))!.Grants, Is.Empty);
    }

    [Test]
    [Property("Requirement", "R50")]
    public async Task The_other_sides_head_cannot_give_the_role_and_the_try_is_in_the_security_log()
    {
        await using var house = await ExampleHouse.Open(provider: provider);
        var account = await house.Account();
        await house.Get<GiveRole>().Handle(Actor.System, null, new(account, "chef", "landet", null, new(2026, 1, 1), null), default);

        var outcome = await house.Get<GiveRole>().Handle(
            ExampleHouse.Holding("chef", "kusten", account: "fel"), null, new(account, "bereder", "landet", null, new(2026, 1, 1), null), default);

        Assert.That(outcome.Refusals.Select(r => (r.Kind, r.Clause)), Is.EqualTo(new[] { (RefusalKind.Forbidden, "mandat-2016.sidor-utser") }));
        Assert.That((await house.Log()).Select(e => (e.AccountId, e.Code)), Does.Contain(("fel", "role.not-appointer")));
    }

    [Test]
    public async Task Only_a_system_administrator_makes_accounts_and_the_address_is_taken_once()
    {
        await using var house = await ExampleHouse.Open(provider: provider);

        var refused = await house.Get<CreateAccount>().Handle(ExampleHouse.Holding("chef", "kusten"), null, ExampleHouse.Person(), default);
        var made = await house.Get<CreateAccount>().Handle(Administrator, null, ExampleHouse.Person(), default);
        var again = await house.Get<CreateAccount>().Handle(Administrator, null, ExampleHouse.Person() with { Email = "BEREDARE.Kusten@kusten.example" }, default);

        Assert.That((refused.Refusals[0].Kind, made.IsAccepted, again.Refusals[0].Code), Is.EqualTo((RefusalKind.Forbidden, true, "access.email-taken")));
    }

    [TestCase("kort", "password")]
    [TestCase("aaaaaaaaaaaaaaaa", "password")]
    [TestCase("password12345", "password")]
    [TestCase("beredare.kusten1", "password")]
    public async Task A_password_that_is_short_or_easy_to_guess_is_refused(string password, string field)
    {
        await using var house = await ExampleHouse.Open(provider: provider);

        var outcome = await house.Get<CreateAccount>().Handle(Administrator, null, ExampleHouse.Person() with { Password = password }, default);

        Assert.That(outcome.Refusals.Select(r => r.Field), Is.EqualTo(new[] { field }));
    }

    [Test]
    public async Task The_last_administrator_can_neither_be_closed_nor_lay_down_the_role()
    {
        await using var house = await ExampleHouse.Open(provider: provider);
        var account = await house.Account();
        var role = (await house.Get<GiveRole>().Handle(Actor.System, null, new(account, "systemadministrator", null, null, new(2026, 1, 1), null), default)).Value;

        var closed = await house.Get<CloseAccount>().Handle(Administrator, null, account, default);
        var ended = await house.Get<EndRole>().Handle(new(account, []), null, role, ExampleHouse.Today, default);

        Assert.That((closed.Refusals[0].Code, ended.Refusals[0].Code), Is.EqualTo(("access.last-administrator", "access.last-administrator")));
    }

    [Test]
    public async Task The_first_administrator_is_made_once_with_the_newest_token_and_never_again()
    {
        await using var house = await ExampleHouse.Open(isDeployed: false, provider: provider);
        var setup = house.Get<FirstAdministrator>();
        var old = await setup.IssueToken(default);
        var token = await setup.IssueToken(default);

        Assert.That((await setup.Handle(old!, ExampleHouse.Person("Gammal Nyckel"), default)).Refusals[0].Code, Is.EqualTo("access.setup-closed"));
        Assert.That((await setup.Handle("", ExampleHouse.Person("Utan Nyckel"), default)).Refusals[0].Code, Is.EqualTo("access.setup-closed"));
        var made = await setup.Handle(token!, ExampleHouse.Person("Rätt Nyckel"), default);

        Assert.Multiple(async () =>
        {
            Assert.That((await house.Get<ActorSource>().Find(made.Value, default))!.Holds("systemadministrator"), Is.True);
            Assert.That((await setup.Handle(token!, ExampleHouse.Person("En Till"), default)).Refusals[0].Kind, Is.EqualTo(RefusalKind.NotFound));
            Assert.That(await setup.IssueToken(default), Is.Null);
        });
    }

    [Test]
    public async Task Of_two_who_use_the_token_at_once_one_becomes_administrator()
    {
        await using var house = await ExampleHouse.Open(isDeployed: false, provider: provider);
        var token = await house.Get<FirstAdministrator>().IssueToken(default);

        var outcomes = await Task.WhenAll(Enumerable.Range(1, 4).Select(i => house.Get<FirstAdministrator>().Handle(token!, ExampleHouse.Person($"Person Nummer{i}"), default)));

        Assert.That(outcomes.Count(o => o.IsAccepted), Is.EqualTo(1));
        await using var db = house.Db();
        Assert.That(await db.Users.CountAsync(), Is.EqualTo(1));
    }

    [Test]
    public async Task Without_the_demo_there_is_no_account_and_none_can_be_asked_for()
    {
        await using var house = await ExampleHouse.Open(provider: provider);

        Assert.ThrowsAsync<InvalidOperationException>(() => house.Get<DemoAccounts>().Ensure(default));
        Assert.That(await house.Get<DemoAccounts>().List(default), Is.Empty);
        await using var db = house.Db();
        Assert.That(await db.Users.CountAsync(), Is.Zero);
    }

    [Test]
    public async Task The_demo_has_one_account_for_each_role_and_side_or_area_and_they_open_nothing_elsewhere()
    {
        await using var house = await ExampleHouse.Open(isDemo: true, provider: provider);
        await house.Get<DemoAccounts>().Ensure(default);
        await house.Get<DemoAccounts>().Ensure(default);

        var accounts = await house.Get<DemoAccounts>().List(default);
        var preparer = accounts.Single(a => a.UserName == "bereder.kusten@demo.example");
        await using var db = house.Db();
        var row = await db.Users.SingleAsync(a => a.Id == preparer.AccountId);
        Assert.Multiple(async () =>
        {
            Assert.That(accounts, Has.Count.EqualTo((2 * 3) + (4 * 2) + 4), "two roles for three areas, four for two sides, four for all");
            Assert.That((await house.Get<ActorSource>().Find(preparer.AccountId, default))!.Grants, Is.EqualTo(new[] { new RoleGrant("bereder", "kusten") }));
            Assert.That(house.Get<IPasswordHasher<Account>>().VerifyHashedPassword(row, row.PasswordHash!, DemoAccounts.Password), Is.EqualTo(PasswordVerificationResult.Success));
            Assert.That(AccountRules.MaySignIn(row, new AccessOptions(IsDemo: false)), Is.False);
        });
    }

    [Test]
    public async Task The_security_log_keeps_one_line_whatever_is_written_to_it()
    {
        await using var house = await ExampleHouse.Open(provider: provider);

        await house.Get<SecurityLog>().Record("a\r\nb", "SignIn", "sign-in.failed", new string('x', 1_000_000), "\u001b[31m127.0.0.1", default);

        var kept = (await house.Get<SecurityLog>().Newest(1, 10, default)).Single(e => e.UseCase == "SignIn");
        Assert.That((kept.AccountId, kept.Target!.Length, kept.RemoteAddress), Is.EqualTo(("ab", 200, "[31m127.0.0.1")));
    }
}
