using CaseFlow.Cases.Access;
using CaseFlow.Cases.Meetings;
using CaseFlow.Cases.Organisation;
using CaseFlow.Cases.Tests.Scenarios;

namespace CaseFlow.Cases.Tests.Meetings;

/// <summary>What an item is, and whether the body that meets may decide it.</summary>
internal sealed class ItemMandateTests
{
    private static readonly Actor Administration = StoppedScenario.Holding("administration", "vastkom");
    private static readonly Actor Chair = StoppedScenario.Holding("ordforande", "vastkom");

    private StoppedScenario _house = null!; // set before each test

    [SetUp]
    public async Task Open() => _house = await StoppedScenario.Play("mote/scenarios/mote-2025-04-11.yaml", step => step.Do == "SendNotice");

    [TearDown]
    public async Task Close() => await _house.DisposeAsync();

    [TestCase("information stallningstagande", ExpectedResult = "stallningstagande information")]
    [TestCase("dialog", ExpectedResult = "dialog")]
    [TestCase("information information", ExpectedResult = "information")]
    [TestCase("paus information", ExpectedResult = null)]
    [TestCase("skriftlig stallningstagande", ExpectedResult = null)]
    [TestCase("okänt", ExpectedResult = null)]
    [TestCase("", ExpectedResult = null)]
    [Property("Requirement", "R68")]
    public string? Kinds_are_a_set_with_the_foremost_first(string kinds) => ItemKinds.Ordered(kinds) is { } ordered ? string.Join(' ', ordered) : null;

    [Test]
    [Property("Requirement", "R68")]
    public async Task An_item_that_is_both_information_and_a_position_has_its_clause_before_the_meeting_is_closed()
    {
        var meeting = await _house.Meeting();
        var added = await _house.Get<EditAgenda>().Add(
            Administration, null, meeting.Id, new("information stallningstagande", "Mötesplan 2026", "", 10, "Administrationen"), null, default);
        var pair = (await _house.Items()).Single(i => i.Id == added.Value.ItemId);
        await _house.Complete(Administration, "SendNotice", ("syfte", "Gemensam inriktning."));
        foreach (var item in (await _house.Items()).Where(i => i.CaseId is not null))
            await _house.Get<PutOnAgenda>().TakeOff(Administration, null, meeting.Id, item.CaseId.GetValueOrDefault(), default);

        var closed = await _house.Complete(Chair, "CloseMeeting", ("avbrutet", "nej"), ("tidigtSkal", "Prov."));

        Assert.That((pair.Kind, pair.AlsoKinds), Is.EqualTo(("stallningstagande", "information")));
        Assert.That(closed.Refusals.Select(r => r.Code), Is.EqualTo(new[] { "meetings.items-open" }));
    }

    [TestCase("vvg", "riktlinje", null, null, "VVG kan rekommendera, inte besluta: det som gäller en riktlinje antas av SRO.")]
    [TestCase("sro", "riktlinje", null, null, null)]
    [TestCase("vvg", "plan", null, "stannar-i-vvg", null)]
    [TestCase("vvg", "plan", null, "rekommenderande", "VVG kan rekommendera, inte besluta: ställningstagandet gäller först när SRO har tagit ställning.")]
    [TestCase("sro", "avtal", null, null, "SRO kan rekommendera, inte besluta: det som gäller ett avtal eller en överenskommelse antas av parterna själva.")]
    [TestCase("vvg", "", "avtal", null, "VVG kan lämna synpunkter, inte besluta.")]
    [Property("Requirement", "R11")]
    [Property("Requirement", "R78")]
    public async Task An_item_outside_the_mandate_of_the_body_says_so(string body, string matter, string? outcome, string? effect, string? says)
    {
        var deployed = await _house.Get<OrganisationSource>().Current(default);
        var meeting = new Meeting { Body = body, Kind = Meeting.Ordinary, Number = "x", Date = new(2026, 3, 12), PlannedBy = "x" };

        var said = ItemMandate.Check(deployed, meeting, new AgendaItem { Kind = ItemKinds.Position, Title = "Punkt", Matter = matter }, outcome, effect);
        var information = ItemMandate.Check(deployed, meeting, new AgendaItem { Kind = ItemKinds.Information, Title = "Punkt", Matter = matter }, outcome, effect);

        Assert.That(information, Is.Null, "only a position needs a mandate");
        Assert.That(said?.Sv, says is null ? Is.Null : Does.StartWith(says));
    }

    [Test]
    [Property("Requirement", "R78")]
    public async Task The_items_of_a_meeting_are_looked_up_with_what_their_cases_are_about()
    {
        var view = await _house.Get<MeetingList>().Find((await _house.Meeting()).Id, default);
        var position = view!.Agenda.Slots.Single(s => s.Item.CaseId is not null).Item;
        var changed = await _house.Get<EditAgenda>().Change(
            Administration, null, view.Meeting.Id, position.Id, position.Version, new(position.Kind, position.Title, "", 10, position.Presenters, Matter: "rutin"), default);
        view = await _house.Get<MeetingList>().Find(view.Meeting.Id, default);

        var said = await _house.Get<ItemMandate>().Of(view!, default);

        Assert.That(changed.Refusals, Is.Empty);
        Assert.That(said.Select(s => (s.Key, s.Value.En)), Is.EqualTo(new[] { (position.Id, "VVG can recommend, not decide: what concerns a routine is adopted by SRO.") }));
    }
}
