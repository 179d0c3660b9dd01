using CaseFlow.Cases.Access;
using CaseFlow.Cases.Meetings;
using CaseFlow.Cases.Organisation;
using CaseFlow.Cases.Processes;
using CaseFlow.Cases.Tests.Scenarios;

namespace CaseFlow.Cases.Tests.Meetings;

/// <summary>What whoever builds an agenda is advised, and what is written instead of presented.</summary>
internal sealed class AgendaAdviceTests
{
    private static readonly Actor Administration = StoppedScenario.Holding("administration", "vastkom");
    private static readonly Actor Reader = StoppedScenario.Holding("representant", area: "fyrbodal");

    private StoppedScenario _house = null!; // the agenda of 11 April 2025 is set, and nothing sent
    private MeetingView _view = null!;

    [SetUp]
    public async Task Open()
    {
        _house = await StoppedScenario.Play("mote/scenarios/mote-2025-04-11.yaml", step => step.Do == "SendNotice");
        _view = await Look();
    }

    [TearDown]
    public async Task Close() => await _house.DisposeAsync();

    [Test]
    [Property("Requirement", "R120")]
    public async Task Too_much_information_is_proposed_as_written_and_what_is_called_a_dialogue_as_one()
    {
        var bundle = await _house.Get<BundleCatalog>().Current(default);

        var suggestions = AgendaSuggestions.Of(bundle!, DeployedOrganisation.Of(bundle!), _view.Meeting, _view.Agenda, DateTimeOffset.UnixEpoch);

        Assert.That(_view.Agenda.InformationPercent, Is.EqualTo(93));
        Assert.That(suggestions.Select(s => (Title(s.ItemId), s.Becomes)), Is.EqualTo(new[]
        {
            ("Uppföljning och avvikelser i samverkan", ItemKinds.Written),
            ("Årsredovisning god och nära vård", ItemKinds.Written),
            ("Fördjupad dialog: VVG:s roll som styrande och stödjande", ItemKinds.Dialogue),
            ("Hälso- och sjukvårdsavtal: tilläggsuppdrag patientsäkerhet", ItemKinds.Written),
        }));
    }

    [Test]
    [Property("Requirement", "R120")]
    public async Task An_agenda_within_its_share_is_left_alone()
    {
        foreach (var item in _view.Agenda.Slots.Select(s => s.Item).Where(i => i.Kind == ItemKinds.Information))
            await _house.Get<EditAgenda>().Change(Administration, null, item.MeetingId, item.Id, (await Look()).Agenda.Slots.Single(s => s.Item.Id == item.Id).Item.Version, new(ItemKinds.Dialogue, item.Title, "", item.Minutes, item.Presenters), default);
        var view = await Look();
        var bundle = await _house.Get<BundleCatalog>().Current(default);

        Assert.That(AgendaSuggestions.Of(bundle!, DeployedOrganisation.Of(bundle!), view.Meeting, view.Agenda, DateTimeOffset.UnixEpoch), Is.Empty);
    }

    [TestCase("Resultatrapporten presenteras.", "", ExpectedResult = "resultatrapporten")]
    [TestCase("Resultatrapporten presenteras.", "Resultatrapport 2025 slutlig.pdf", ExpectedResult = "")]
    [TestCase("Se bilagorna och årsredovisningen", "", ExpectedResult = "bilagorna årsredovisningen")]
    [TestCase("Läget i länet", "", ExpectedResult = "")]
    [TestCase("Rapporterande enheter", "", ExpectedResult = "")]
    [Property("Requirement", "R111")]
    public string A_paper_that_is_mentioned_and_not_attached_is_named(string purpose, string attached) => string.Join(' ', MentionedPapers.Missing(
        new AgendaItem { Kind = ItemKinds.Information, Title = "Punkt", Purpose = purpose }, ["bilaga", "bilagor", "rapport", "redovisning"], attached.Length > 0 ? [attached] : []));

    [Test]
    [Property("Requirement", "R111")]
    [Property("Requirement", "R123")]
    public async Task The_gaps_of_an_agenda_are_told_before_the_notice_and_can_be_left_with_a_word_of_reason()
    {
        var before = await _house.Get<MeetingAdvice>().Of(_view, default);
        var noted = await _house.Get<NoteDeviation>().Handle(Administration, null, _view.Meeting.Id, "praxis.namnda-handlingar", "Den läggs fram på mötet.", default);
        var after = await _house.Get<MeetingAdvice>().Of(_view, default);
        var sent = await _house.Complete(Administration, "SendNotice", ("syfte", "Gemensam inriktning."));

        Assert.That(before.Where(l => l.Warning.Clause == "praxis.namnda-handlingar").Select(l => l.Warning.Text.Sv), Does.Contain("Årsredovisning god och nära vård: ”årsredovisning” nämns, men finns inte bland handlingarna."));
        Assert.That(before.Single(l => l.Warning.Clause == "praxis.syfte-och-forvantan").Warning.Text.Sv, Does.StartWith("8 punkter säger inte syfte eller vad som förväntas: "));
        Assert.That(noted.Refusals.Concat(sent.Refusals), Is.Empty, "nothing is hindered");
        Assert.That(after.First(l => l.Warning.Clause == "praxis.namnda-handlingar").Deviation?.Reason, Is.EqualTo("Den läggs fram på mötet."));
        Assert.That((await _house.Get<MeetingAdvice>().Of(await Look(), default)).Select(l => l.Warning.Clause), Has.None.EqualTo("praxis.syfte-och-forvantan"));
    }

    [Test]
    [Property("Requirement", "R119")]
    public async Task Written_information_is_read_and_each_reader_is_counted_once()
    {
        var written = _view.Agenda.Slots.Select(s => s.Item).First(i => i.Title == "Årshjul 2025");
        var spoken = _view.Agenda.Slots.Select(s => s.Item).First(i => i.Kind == ItemKinds.Information);
        var reading = _house.Get<ConfirmRead>();
        var early = await reading.Handle(Reader, null, _view.Meeting.Id, written.Id, default);
        await _house.Complete(Administration, "SendNotice", ("syfte", "Gemensam inriktning."));

        var read = await reading.Handle(Reader, null, _view.Meeting.Id, written.Id, default);
        var again = await reading.Handle(Reader, null, _view.Meeting.Id, written.Id, default);
        var presented = await reading.Handle(Reader, null, _view.Meeting.Id, spoken.Id, default);

        Assert.That(early.Refusals.Concat(presented.Refusals).Select(r => r.Code), Is.EqualTo(new[] { "meetings.not-to-read", "meetings.not-to-read" }));
        Assert.That(read.Refusals.Concat(again.Refusals), Is.Empty);
        Assert.That((await reading.Of(Reader, _view.Meeting.Id, default))[written.Id], Is.EqualTo(new Readership(1, IsRead: true)));
        Assert.That((await reading.Of(Administration, _view.Meeting.Id, default))[written.Id], Is.EqualTo(new Readership(1, IsRead: false)));
    }

    [Test]
    [Property("Requirement", "R112")]
    [Property("Requirement", "R114")]
    public async Task A_new_meeting_has_the_standing_items_in_order_and_points_at_the_previous_minutes()
    {
        var planned = await _house.Get<PlanMeeting>().Handle(Administration, null, new("vvg", Meeting.Ordinary, new(2025, 6, 13), new(9, 0), new(12, 0), "Göteborg", ""), default);

        var items = (await _house.Get<MeetingList>().Find(planned.Value.MeetingId, default))!.Agenda.Slots.Select(s => s.Item).ToList();

        Assert.That(items.Select(i => i.Title), Is.EqualTo(new[] { "Mötets öppnande", "Godkännande av dagens agenda", "Föregående mötesanteckning", "Skriftlig information utan föredragning", "Mötets avslutande" }));
        Assert.That(items[0].Purpose, Is.EqualTo("a) Närvaro och upprop, b) Anmälan av övriga frågor"));
        Assert.That(items[2].EarlierMeetingId, Is.EqualTo(_view.Meeting.Id));
    }

    private string Title(Guid item) => _view.Agenda.Slots.Single(s => s.Item.Id == item).Item.Title;

    private async Task<MeetingView> Look() => (await _house.Get<MeetingList>().Find((await _house.Meeting()).Id, default))!;
}
