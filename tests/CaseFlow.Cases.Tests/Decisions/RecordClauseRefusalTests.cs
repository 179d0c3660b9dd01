using CaseFlow.Cases.Access;
using CaseFlow.Cases.Decisions;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Meetings;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Cases.Tests.Decisions;

/// <summary>What cannot be recorded: the item stays open, its case goes on waiting, and nothing is told.</summary>
internal sealed class RecordClauseRefusalTests
{
    private MandatedHouse _house = null!; // set before each test

    [SetUp]
    public async Task Open() => _house = await MandatedHouse.Open(MeetingModels.Files);

    [TearDown]
    public async Task Close() => await _house.DisposeAsync();

    [Test]
    [Property("Requirement", "R46")]
    public async Task How_the_case_was_sorted_decides_what_may_be_said_of_it()
    {
        var meeting = await _house.StartMeeting();
        var agreement = await _house.StartCase("behandling", ("utfall", FeelValue.Of("avtal")));
        var item = await _house.AddItem(meeting, agreement);

        var outcome = await _house.Record(item, new([DecisionRules.Endorses]));

        Assert.That(outcome.Refusals.Select(Mandated.Seen), Is.EqualTo(new[] { (RefusalKind.Rule, "decisions.never-adopted", "mandat.avtal", "satser") }));
        await _house.NothingHappened(item, agreement);
    }

    [Test]
    public async Task All_faults_are_told_at_once_and_the_item_stays_open()
    {
        var meeting = await _house.StartMeeting();
        var item = await _house.AddItem(meeting);

        var outcome = await _house.Record(item, new([DecisionRules.Returns, DecisionRules.NoCommonView]));

        Assert.That(outcome.Refusals.Select(r => r.Code), Is.EqualTo(new[] { "decisions.contradiction", "decisions.reason-missing", "decisions.views-missing" }));
        await _house.NothingHappened(item);
    }

    [Test]
    public async Task Nothing_is_recorded_before_the_day_of_the_meeting()
    {
        var meeting = await _house.StartMeeting(on: Mandated.Today.AddDays(1));
        var item = await _house.AddItem(meeting);

        var early = await _house.Record(item, new([DecisionRules.Notes]));

        Assert.That(early.Refusals.Select(r => (r.Kind, r.Code)), Is.EqualTo(new[] { (RefusalKind.Conflict, "meetings.not-yet") }));
        Assert.That(early.Refusals[0].Text.Sv, Does.StartWith("Mötet hålls 24 november 2026."));
        await _house.NothingHappened(item);
        _house.Time.Advance(TimeSpan.FromDays(1));
        Assert.That((await _house.Record(item, new([DecisionRules.Notes]))).Refusals, Is.Empty);
    }

    [TestCase(ItemKinds.Formalities, DecisionRules.Endorses, null, ExpectedResult = "decisions.formal-item")]
    [TestCase(ItemKinds.Pause, DecisionRules.EndorsesWithChange, null, ExpectedResult = "decisions.formal-item")]
    [TestCase(ItemKinds.Formalities, DecisionRules.Notes, "vagledande", ExpectedResult = "decisions.formal-item")]
    [TestCase(ItemKinds.Formalities, DecisionRules.Notes, null, ExpectedResult = "")]
    [TestCase(ItemKinds.Position, DecisionRules.Endorses, "vagledande", ExpectedResult = "")]
    public async Task<string> The_opening_and_a_break_are_no_matters_to_take_a_position_on(string kind, string clause, string? effect)
    {
        var meeting = await _house.StartMeeting();
        var item = new AgendaItem { Id = Guid.CreateVersion7(), MeetingId = meeting, Position = 1, Kind = kind, Title = "Mötets öppnande", Version = 4 };
        await _house.Add(item);

        return string.Join(',', (await _house.Record(item, new([clause], Effect: effect))).Refusals.Select(r => r.Code));
    }

    [TestCase("ordalydelse")]
    [TestCase("skildaSynsatt")]
    [TestCase("nastaSteg")]
    [TestCase("medskick")]
    [TestCase("skal")]
    [TestCase("uppdrag")]
    [Property("Requirement", "R39")]
    public async Task A_personal_number_is_refused_at_the_field_where_it_stands(string field)
    {
        var meeting = await _house.StartMeeting();
        var item = await _house.AddItem(meeting);
        string Words(string here) => here == field ? "Gäller 811218-9876." : "Gäller alla.";

        var outcome = await _house.Record(item, new(
            [DecisionRules.Notes], Words("ordalydelse"), DivergentViews: Words("skildaSynsatt"), NextStep: Words("nastaSteg"), Message: Words("medskick"), Reason: Words("skal"), CommissionTitle: Words("uppdrag")));

        Assert.That(outcome.Refusals.Select(r => (r.Code, r.Field)), Is.EqualTo(new[] { ("text.personal-number", field) }));
        await _house.NothingHappened(item);
    }

    [Test]
    public async Task A_case_that_does_not_wait_any_longer_leaves_the_item_open()
    {
        var meeting = await _house.StartMeeting();
        var about = await _house.StartCase("behandling");
        var first = await _house.AddItem(meeting, about);
        await _house.Record(first, new([DecisionRules.Notes]));
        var again = new AgendaItem { Id = Guid.CreateVersion7(), MeetingId = meeting, Kind = ItemKinds.Position, Title = "En gång till", CaseId = about, Version = 4 };
        await _house.Add(again);

        var outcome = await _house.Record(again, new([DecisionRules.Notes]));

        Assert.That(outcome.Refusals.Select(r => (r.Kind, r.Code)), Is.EqualTo(new[] { (RefusalKind.Conflict, "meetings.not-waiting") }));
        Assert.That((await _house.Item(again)).ClosedAt, Is.Null);
    }

    [Test]
    public async Task An_item_is_closed_once()
    {
        var meeting = await _house.StartMeeting();
        var item = await _house.AddItem(meeting);
        await _house.Record(item, new([DecisionRules.Notes]));

        var outcome = await _house.Record(item, new([DecisionRules.Endorses]), version: 5);

        Assert.That(outcome.Refusals.Select(r => (r.Kind, r.Code)), Is.EqualTo(new[] { (RefusalKind.Stale, "meetings.item-closed") }));
        Assert.That((await _house.Item(item)).ClauseCodes, Is.EqualTo(new[] { DecisionRules.Notes }));
    }

    [TestCase(3)]
    [TestCase(5)]
    public async Task Who_saw_another_version_of_the_item_is_told(long seen)
    {
        var meeting = await _house.StartMeeting();
        var item = await _house.AddItem(meeting);

        var outcome = await _house.Record(item, new([DecisionRules.Notes]), version: seen);

        Assert.That(outcome.Refusals.Select(r => (r.Kind, r.Code)), Is.EqualTo(new[] { (RefusalKind.Stale, "meetings.item-changed") }));
        await _house.NothingHappened(item);
    }

    [Test]
    public async Task An_item_belongs_to_its_meeting()
    {
        var meeting = await _house.StartMeeting();
        var other = await _house.StartMeeting();
        var item = await _house.AddItem(other);
        var record = _house.Get<RecordClause>();

        var elsewhere = await record.Handle(MeetingModels.Secretary, null, new(meeting, item.Id, 4, new([DecisionRules.Notes])), CancellationToken.None);
        var nowhere = await record.Handle(MeetingModels.Secretary, null, new(meeting, Guid.CreateVersion7(), 4, new([DecisionRules.Notes])), CancellationToken.None);

        Assert.That(elsewhere.Refusals.Concat(nowhere.Refusals).Select(r => (r.Kind, r.Code)), Is.EqualTo(new[] { (RefusalKind.NotFound, "meetings.not-found"), (RefusalKind.NotFound, "meetings.not-found") }));
        await _house.NothingHappened(item);
    }

    [Test]
    public async Task Only_who_keeps_the_meeting_records()
    {
        var meeting = await _house.StartMeeting();
        var item = await _house.AddItem(meeting);

        var outcome = await _house.Record(item, new([DecisionRules.Notes]), new Actor("annan", [new("lasare")]));

        Assert.That(outcome.Refusals.Select(r => (r.Kind, r.Code)), Is.EqualTo(new[] { (RefusalKind.Forbidden, "meetings.not-yours") }));
        await _house.NothingHappened(item);
    }

    [Test]
    [Property("Requirement", "R67")]
    public async Task Who_may_give_no_commission_closes_no_item_with_one()
    {
        var meeting = await _house.StartMeeting();
        var about = await _house.StartCase("behandling");
        var item = await _house.AddItem(meeting, about);

        var outcome = await _house.Record(item, new([DecisionRules.GivesCommission], CommissionTitle: "Ta fram en rutin"));

        Assert.That(outcome.Refusals.Single().Kind, Is.EqualTo(RefusalKind.Forbidden));
        await _house.NothingHappened(item, about);
    }
}
