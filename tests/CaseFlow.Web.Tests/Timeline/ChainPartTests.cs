using CaseFlow.Cases.Access;
using CaseFlow.Cases.FollowUp;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace CaseFlow.Web.Tests.Timeline;

/// <summary>A commission's page says who gave it, and how the commissions under it go.</summary>
[TestFixture]
internal sealed class ChainPartTests
{
    [Test]
    [Property("Requirement", "R10")]
    [Property("Requirement", "R84")]
    public async Task A_commission_shows_who_gave_it_and_what_is_late_under_it()
    {
        await using var app = WebApp.AsShipped();
        _ = app.Server;
        var account = await app.Read(db => db.Users.SingleAsync(u => u.UserName == "sro-sekretariat@demo.example"));
        var secretariat = (await app.Services.GetRequiredService<ActorSource>().Find(account.Id, CancellationToken.None))!;
        var give = app.Services.GetRequiredService<GiveCommission>();
        var parent = await give.Handle(secretariat, null, new("sro", "Gemensam färdplan", null, null), CancellationToken.None);
        await give.Handle(secretariat, null, new("sro", "Indikatorer för färdplanen", null, new DateOnly(2020, 3, 6), parent.Value.CaseId), CancellationToken.None);
        await give.Handle(secretariat, null, new("sro", "Kommunikation om färdplanen", null, null, parent.Value.CaseId), CancellationToken.None);

        using var browser = await app.SignedIn("lasare");
        var chain = (await WebApp.Page(await browser.GetAsync($"/arenden/{parent.Value.Number}"))).QuerySelector("[aria-labelledby=chain]")!.TextContent;
        Assert.That(chain, Does.Contain("Uppdragsgivare").And.Contain("Samrådsorganet"));
        Assert.That(chain, Does.Contain("2 uppdrag, varav 0 klara och 1 försenade.").And.Contain("(försenat)"));
    }
}
