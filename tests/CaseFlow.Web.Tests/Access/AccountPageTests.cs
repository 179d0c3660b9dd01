using CaseFlow.Cases.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace CaseFlow.Web.Tests.Access;

/// <summary>Roles and keys are given to the very ones that were meant.</summary>
[TestFixture]
internal sealed class AccountPageTests
{
    [Test]
    public async Task A_role_for_the_whole_collaboration_is_chosen_and_never_what_comes_of_choosing_nothing()
    {
        await using var app = WebApp.WithProcess();
        using var administrator = await app.SignedIn("systemadministrator");
        var account = await app.Read(db => db.Users.SingleAsync(u => u.UserName == "lasare@demo.example"));
        var page = await WebApp.Page(await administrator.GetAsync($"/konton/{account.Id}"));
        var form = page.QuerySelector("#form-give")!;
        Assert.That(form.QuerySelector("[name=scope] option[selected]")?.GetAttribute("value") ?? "", Is.Empty);

        using var hasty = await administrator.PostAsync($"/konton/{account.Id}", Forms.Fill(form, ("role", "processagare")));
        using var meant = await administrator.PostAsync($"/konton/{account.Id}", Forms.Fill(form, ("role", "processagare"), ("scope", "whole")));

        Assert.That(((int)hasty.StatusCode, (int)meant.StatusCode), Is.EqualTo((422, 302)));
        Assert.That((await WebApp.Page(hasty)).QuerySelector("#error-summary a")!.GetAttribute("href"), Is.EqualTo("#scope"));
        var given = await app.Read(db => db.Set<RoleAssignment>().Where(r => r.AccountId == account.Id && r.Role == "processagare").ToListAsync());
        Assert.That(given.Select(r => (r.Side, r.Area)), Is.EqualTo(new[] { ((string?)null, (string?)null) }));
    }

    [Test]
    public async Task A_new_key_takes_the_place_of_the_one_of_that_name_and_leaves_the_others()
    {
        await using var app = WebApp.WithProcess();
        _ = app.Server;
        var account = await app.Read(db => db.Users.SingleAsync(u => u.UserName == "lasare@demo.example"));
        var keys = app.Services.GetRequiredService<ApiKeys>();
        var first = await keys.Issue(account.Id, "export", default);
        var other = await keys.Issue(account.Id, "import", default);
        var second = await keys.Issue(account.Id, "export", default);

        Assert.That(await keys.AccountOf(first, default), Is.Null);
        Assert.That(await keys.AccountOf(second, default), Is.EqualTo(account.Id));
        Assert.That(await keys.AccountOf(other, default), Is.EqualTo(account.Id));
    }
}
