using CaseFlow.Cases.Access;
using CaseFlow.Cases.Consultation;
using CaseFlow.Cases.Forms;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Notifications;
using CaseFlow.Cases.Processes.Scenarios;
using CaseFlow.Cases.Tests.Scenarios;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Tests.Consultation;

/// <summary>A recipient without an account is invited by mail and answers by a personal link.</summary>
internal sealed class PersonalLinkTests
{
    private const string Scenario = "lansarende/scenarios/remiss.yaml";
    private static readonly Actor Preparer = StoppedScenario.Holding("beredningsansvarig", "vgr");

    private StoppedScenario _house = null!;

    [SetUp]
    public async Task Open() => _house = await StoppedScenario.Play(Scenario, step => step.Do == "AnswerConsultation");

    [TearDown]
    public ValueTask Close() => _house.DisposeAsync();

    [Test]
    [Property("Requirement", "R167")]
    public async Task Somebody_named_while_the_round_is_open_gets_a_link_by_mail_and_its_answer_counts_as_any_other()
    {
        var about = await _house.Case();
        var named = await _house.Get<NameRecipients>().Handle(Preparer, null, about.Id, "Brukarrådet i norr; radet@example.org\nSkaraborg; skaraborg@example.org", default);
        Assert.That((named.Value.Added, named.Value.Addressed), Is.EqualTo((1, 1)), "Skaraborg was asked already, and only gets its address");
        var recipient = await Recipient("Brukarrådet i norr");

        var link = await Make(recipient.Id);
        var view = await _house.Get<ConsultationLinkReader>().Find(link.Token, default);
        Assert.That(view!.State, Is.EqualTo(LinkState.Open));
        Assert.That(view.Material.Text("remissfragor"), Is.EqualTo("Fungerar rutinen hos er?"));
        var answered = await _house.Get<ConsultationAnswers>().Answer(link.Token, "en-gang", Views("Texten om tolk saknas.\n\nKorta ner inledningen."), default);
        Assert.That(answered.Refusals, Is.Empty);
        var again = await _house.Get<ConsultationAnswers>().Answer(link.Token, "en-gang", Views("Texten om tolk saknas."), default);
        Assert.That(again.IsAccepted, Is.True, "a double click is one answer");

        var state = await _house.Get<ConsultationStates>().Read(about.Id, default);
        var line = state!.Recipients.Single(r => r.Recipient.Id == recipient.Id);
        Assert.That(line.Recipient.Answer, Is.EqualTo("synpunkter"));
        Assert.That(line.Task, Is.Null, "its task is done");
        Assert.That(state.Report!.ViewsOf(line.Recipient).Select(v => v.Text), Is.EqualTo(new[] { "Texten om tolk saknas.", "Korta ner inledningen." }));
        Assert.That(state.Recipients.Count(r => r.Task is not null), Is.EqualTo(4), "the other four are still asked");
    }

    [Test]
    [Property("Requirement", "R167")]
    public async Task Neither_the_database_nor_the_stored_mail_holds_the_token()
    {
        var recipient = await Invite("Brukarrådet i norr; radet@example.org");
        await using var db = _house.Db();
        var mail = await db.Set<Mail>().SingleAsync(m => m.LinkHolder == recipient.Id);
        var link = await Make(recipient.Id);

        Assert.That(Convert.FromBase64String(link.Token.Replace('-', '+').Replace('_', '/') + "=").Length * 8, Is.GreaterThanOrEqualTo(128));
        Assert.That(mail.PlainText, Does.Contain("remissvar/" + Mail.PersonalMark).And.Not.Contain(link.Token).And.Not.Contain("SIP"));
        var stored = await db.Set<ConsultationLink>().SingleAsync();
        Assert.That(stored.TokenHash, Is.EqualTo(ConsultationLink.HashOf(link.Token)).And.Not.EqualTo(link.Token));
        Assert.That(mail.AccountId, Is.Empty);
        Assert.That(link.Address, Is.EqualTo("radet@example.org"));
    }

    [Test]
    [Property("Requirement", "R167")]
    public async Task A_link_taken_back_or_too_old_or_made_up_opens_nothing()
    {
        var recipient = await Invite("Brukarrådet i norr; radet@example.org");
        var reader = _house.Get<ConsultationLinkReader>();
        var first = await Make(recipient.Id);
        Assert.That((await _house.Get<ConsultationLinks>().Revoke(Preparer, null, recipient.Id, default)).Value, Is.EqualTo(1));
        Assert.That(await reader.Find(first.Token, default), Is.Null);
        Assert.That(await reader.Find(new string('A', 43), default), Is.Null);

        var second = await Make(recipient.Id);
        _house.Get<ScenarioClock>().MoveTo(ScenarioClock.MomentOf(new(2026, 3, 27, 12, 0, 0)));
        Assert.That((await reader.Find(second.Token, default))?.State, Is.Not.Null, "fourteen days after the last one it still opens");
        _house.Get<ScenarioClock>().MoveTo(ScenarioClock.MomentOf(new(2026, 3, 28, 12, 0, 0)));
        Assert.That(await reader.Find(second.Token, default), Is.Null);
    }

    [Test]
    [Property("Requirement", "R164")]
    public async Task An_answer_after_the_closing_is_refused_and_a_draft_is_kept_until_then()
    {
        var recipient = await Invite("Brukarrådet i norr; radet@example.org");
        var link = await Make(recipient.Id);
        var answers = _house.Get<ConsultationAnswers>();
        Assert.That((await answers.Keep(link.Token, Views("Halvfärdigt"), 0, default)).Value, Is.EqualTo(1));
        Assert.That((await answers.Keep(link.Token, Views("Någon annans"), 0, default)).Refusals.Single().Code, Is.EqualTo("consultation.draft-changed"));
        Assert.That((await _house.Get<ConsultationLinkReader>().Find(link.Token, default))!.Draft.Text("synpunkter"), Is.EqualTo("Halvfärdigt"));

        await _house.Get<CloseConsultation>().Handle(Preparer, null, (await _house.Case()).Id, default);

        var late = await answers.Answer(link.Token, null, Views("För sent"), default);
        Assert.That(late.Refusals.Select(r => (r.Kind, r.Code)), Is.EqualTo(new[] { (RefusalKind.Conflict, "consultation.closed") }));
        Assert.That((await Recipient("Brukarrådet i norr")).AnsweredAt, Is.Null);
    }

    [Test]
    [Property("Requirement", "R39")]
    public async Task A_personal_number_is_refused_in_an_answer_and_in_a_draft()
    {
        var link = await Make((await Invite("Brukarrådet i norr; radet@example.org")).Id);
        var answers = _house.Get<ConsultationAnswers>();

        Assert.That((await answers.Answer(link.Token, null, Views("Det gäller 19121212-1212."), default)).Refusals.Single().Code, Is.EqualTo("text.personal-number"));
        Assert.That((await answers.Keep(link.Token, Views("Det gäller 19121212-1212."), 0, default)).Refusals.Single().Code, Is.EqualTo("text.personal-number"));
    }

    [Test]
    [Property("Requirement", "R164")]
    public async Task Only_the_preparers_name_recipients_and_give_links()
    {
        var about = await _house.Case();
        var recipient = await Invite("Brukarrådet i norr; radet@example.org");
        var reader = StoppedScenario.Holding("processledare", area: "skaraborg");

        Assert.That((await _house.Get<NameRecipients>().Handle(reader, null, about.Id, "Någon; a@example.org", default)).Refusals.Single().Kind, Is.EqualTo(RefusalKind.Forbidden));
        Assert.That((await _house.Get<ConsultationLinks>().Give(reader, recipient.Id, default)).Refusals.Single().Kind, Is.EqualTo(RefusalKind.Forbidden));
        Assert.That((await _house.Get<AmendConsultation>().MoveDay(reader, null, about.Id, new(2026, 5, 1), default)).Refusals.Single().Kind, Is.EqualTo(RefusalKind.Forbidden));
    }

    private static FormAnswers Views(string text) => FormAnswers.FromFields(
        [KeyValuePair.Create<string, IReadOnlyList<string>>("svarat", ["synpunkter"]), KeyValuePair.Create<string, IReadOnlyList<string>>("synpunkter", [text])]);

    private async Task<ConsultationRecipient> Invite(string line)
    {
        Assert.That((await _house.Get<NameRecipients>().Handle(Preparer, null, (await _house.Case()).Id, line, default)).Refusals, Is.Empty);
        return await Recipient(line.Split(';')[0]);
    }

    private async Task<ConsultationRecipient> Recipient(string name)
    {
        await using var db = _house.Db();
        return await db.Set<ConsultationRecipient>().AsNoTracking().SingleAsync(r => r.Name == name);
    }

    private async Task<PersonalLink> Make(Guid recipient)
    {
        await using var db = _house.Db();
        return await _house.Get<ConsultationLinks>().Make(db, recipient, default) ?? throw new AssertionException("No link was made.");
    }
}
