using CaseFlow.Cases.Decisions;
using CaseFlow.Cases.FollowUp;
using CaseFlow.Cases.Intake;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Meetings;
using CaseFlow.Cases.Timeline;
using CaseFlow.Contracts.Decisions;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Cases.Tests.Decisions;

/// <summary>What a body says of an item stands on the item, moves its case and is told.</summary>
internal sealed class RecordClauseTests
{
    private MandatedHouse _house = null!; // set before each test

    [SetUp]
    public async Task Open() => _house = await MandatedHouse.Open(MeetingModels.Files);

    [TearDown]
    public async Task Close() => await _house.DisposeAsync();

    [Test]
    [Property("Requirement", "R65")]
    public async Task Everything_that_was_said_stands_on_the_closed_item()
    {
        var meeting = await _house.StartMeeting();
        var item = await _house.AddItem(meeting);
        _house.Time.Advance(TimeSpan.FromHours(1));

        var receipt = (await _house.Record(item, new(
            [DecisionRules.Notes, DecisionRules.Endorses], " Forumet ställer sig bakom rutinen. ", "vagledande", Consensus: false, " Två synsätt. ", " Nytt möte. ", " Tack. ", " Skäl. ", ToBeSpread: true, NotPresented: true))).Value;

        Assert.That(receipt, Is.EqualTo(new RecordClauseReceipt(meeting, item.Id, "tagen", "vagledande", null)));
        var closed = await _house.Item(item);
        Assert.Multiple(() =>
        {
            Assert.That(closed.ClauseCodes, Is.EqualTo(new[] { DecisionRules.Notes, DecisionRules.Endorses }));
            Assert.That((closed.Wording, closed.DivergentViews, closed.NextStep, closed.Message), Is.EqualTo(("Forumet ställer sig bakom rutinen.", "Två synsätt.", "Nytt möte.\nSkäl.", "Tack.")));
            Assert.That((closed.Conclusion, closed.Effect, closed.Consensus, closed.ToBeSpread, closed.NotPresented), Is.EqualTo(("tagen", "vagledande", (bool?)false, true, true)));
            Assert.That((closed.ClosedAt, closed.ClosedBy, closed.Version), Is.EqualTo(((DateTimeOffset?)TestHouse.Start.AddHours(1), "skot", 5L)));
        });
    }

    [Test]
    [Property("Requirement", "R67")]
    public async Task A_commission_that_is_amended_at_the_meeting_has_a_new_version_with_the_words_and_the_meeting()
    {
        var meeting = await _house.StartMeeting();
        var about = await _house.StartCase("behandling", ("uppdragsgivare", FeelValue.Of("forum")));
        var item = await _house.AddItem(meeting, about);

        var silent = await _house.Record(item, new([DecisionRules.Notes, DecisionRules.AmendsCommission]));
        var said = await _house.Record(item, new([DecisionRules.Notes, DecisionRules.AmendsCommission], "Även ekonomin ses över.", ReportBy: new(2027, 3, 1)));

        Assert.That(silent.Refusals.Select(r => r.Field), Is.EqualTo(new[] { "ordalydelse" }), "an amendment says what it amends");
        Assert.That(said.Refusals, Is.Empty);
        var version = (await _house.Rows<CommissionVersion>()).Single(v => v.CaseId == about);
        Assert.That((version.Version, version.Wording, version.ReportBy, version.MeetingId), Is.EqualTo((1, "Även ekonomin ses över.", (DateOnly?)new(2027, 3, 1), (Guid?)meeting)));
    }

    [Test]
    [Property("Requirement", "R63")]
    public async Task The_case_hears_the_conclusion_goes_on_and_waits_no_longer()
    {
        var meeting = await _house.StartMeeting();
        var about = await _house.StartCase("behandling");
        var other = await _house.StartCase("behandling");
        await _house.AddItem(meeting, other);
        var item = await _house.AddItem(meeting, about);

        await _house.Record(item, new([DecisionRules.Endorses, DecisionRules.Notes], Effect: "vagledande", ToBeSpread: true));

        var variables = await _house.Variables(about);
        Assert.Multiple(() =>
        {
            Assert.That(variables["mote"], Is.EqualTo(FeelValue.Of(meeting.ToString("N"))));
            Assert.That(variables["punkt"], Is.EqualTo(FeelValue.Of(item.Id.ToString("N"))));
            Assert.That(variables["slutsats"], Is.EqualTo(FeelValue.Of("tagen")));
            Assert.That(variables["satser"], Is.EqualTo(FeelValue.Of([FeelValue.Of(DecisionRules.Endorses), FeelValue.Of(DecisionRules.Notes)])));
            Assert.That(variables["effekt"], Is.EqualTo(FeelValue.Of("vagledande")));
            Assert.That((variables["konsensus"], variables["spridas"], variables["ejForedragen"]), Is.EqualTo((FeelValue.Of(true), FeelValue.Of(true), FeelValue.Of(false))));
        });
        Assert.That(await _house.OpenTasks(about), Is.EqualTo(new[] { "Efter" }));
        Assert.That((await _house.Rows<WaitingCase>()).Select(w => w.CaseId), Is.EqualTo(new[] { other }), "only the case of the item stops waiting");
    }

    [Test]
    [Property("Requirement", "R62")]
    public async Task No_common_view_is_no_consensus_whatever_was_ticked()
    {
        var meeting = await _house.StartMeeting();
        var about = await _house.StartCase("behandling");
        var item = await _house.AddItem(meeting, about);

        await _house.Record(item, new([DecisionRules.NoCommonView], DivergentViews: "Två synsätt.", NextStep: "Nytt möte.", NotPresented: true));

        Assert.That((await _house.Item(item)).Consensus, Is.False);
        var variables = await _house.Variables(about);
        Assert.That((variables["konsensus"], variables["ejForedragen"], variables["effekt"]), Is.EqualTo((FeelValue.Of(false), FeelValue.Of(true), FeelValue.Of("stannar"))));
    }

    [Test]
    [Property("Requirement", "R56")]
    public async Task A_case_sent_back_carries_its_reason_alone_where_no_next_step_was_said()
    {
        var meeting = await _house.StartMeeting();
        var about = await _house.StartCase("behandling");
        var item = await _house.AddItem(meeting, about);

        var receipt = (await _house.Record(item, new([DecisionRules.Returns], Reason: "Kostnaden saknas."))).Value;

        Assert.That((receipt.Conclusion, (await _house.Item(item)).NextStep), Is.EqualTo(("tillbaka", "Kostnaden saknas.")));
        Assert.That((await _house.Variables(about))["slutsats"], Is.EqualTo(FeelValue.Of("tillbaka")));
    }

    [Test]
    [Property("Requirement", "R63")]
    public async Task It_is_told_what_was_decided_of_which_case()
    {
        var meeting = await _house.StartMeeting();
        var about = await _house.StartCase("behandling");
        var withCase = await _house.AddItem(meeting, about);
        var without = await _house.AddItem(meeting);

        await _house.Record(withCase, new([DecisionRules.Endorses]));
        await _house.Record(without, new([DecisionRules.Notes]));

        var told = await _house.Published<MeetingItemDecided>();
        var first = told[0];
        Assert.That(
            (first.MeetingId, first.Number, first.Version, first.Body, first.ItemId, first.CaseId, first.CaseNumber, first.Effect, first.DecidedOn),
            Is.EqualTo((meeting, "Forum 2026-11-23", (await _house.Instance(meeting)).Version + 1, "forum", withCase.Id, (Guid?)about, "2026-00001", "ej-angiven", Mandated.Today)));
        Assert.That(first.Clauses, Is.EqualTo(new[] { DecisionRules.Endorses }));
        Assert.That((told[1].ItemId, told[1].CaseId, told[1].CaseNumber, told[1].Effect), Is.EqualTo((without.Id, (Guid?)null, (string?)null, "stannar")));
    }

    [Test]
    public async Task A_case_that_waits_without_standing_on_the_list_hears_the_conclusion_too()
    {
        var meeting = await _house.StartMeeting();
        var about = await _house.StartCase("behandling");
        var item = new AgendaItem { Id = Guid.CreateVersion7(), MeetingId = meeting, Kind = ItemKinds.Position, Title = "Direkt", CaseId = about, Version = 4 };
        await _house.Add(item);

        Assert.That((await _house.Record(item, new([DecisionRules.Notes]))).Refusals, Is.Empty);
        Assert.That(await _house.OpenTasks(about), Is.EqualTo(new[] { "Efter" }));
    }

    [Test]
    public async Task It_is_recorded_while_the_meeting_is_held_or_finished_in_writing_and_not_after()
    {
        var meeting = await _house.StartMeeting();
        // Written information is no matter that must have an outcome before the meeting is finished in writing.
        var written = new AgendaItem { Id = Guid.CreateVersion7(), MeetingId = meeting, Position = 2, Kind = ItemKinds.Written, Title = "Årshjul", Version = 4 };
        await _house.Add(written);
        var items = new[] { new AgendaItem { Id = Guid.CreateVersion7(), MeetingId = meeting, Position = 1, Kind = ItemKinds.Information, Title = "Läget", Version = 4 }, written };
        await _house.Add(items[0]);
        Assert.That((await _house.Complete(MeetingModels.Secretary, await _house.OpenTask(meeting, "Hall"))).Refusals, Is.Empty);

        var inWriting = await _house.Record(items[0], new([DecisionRules.Notes]));
        await _house.Complete(MeetingModels.Secretary, await _house.OpenTask(meeting, "Skriftligt"));
        var after = await _house.Record(items[1], new([DecisionRules.Notes]));

        Assert.That(inWriting.IsAccepted, Is.True);
        Assert.That(after.Refusals.Select(r => (r.Kind, r.Code)), Is.EqualTo(new[] { (RefusalKind.Conflict, "meetings.not-held") }));
    }

    [Test]
    [Property("Requirement", "R67")]
    public async Task A_commission_that_is_given_becomes_a_case_of_its_own_that_came_out_of_the_first()
    {
        var meeting = await _house.StartMeeting();
        var about = await _house.StartCase("behandling");
        var item = await _house.AddItem(meeting, about);

        var receipt = (await _house.Record(
            item, new([DecisionRules.Endorses, DecisionRules.GivesCommission], CommissionTitle: "Ta fram en rutin", ReportBy: new DateOnly(2027, 5, 1)), MeetingModels.Giver)).Value;

        var commission = (await _house.Rows<CaseRow>()).Single(c => c.Id == receipt.CommissionId);
        Assert.That((commission.Title, commission.SubmittedBy), Is.EqualTo(("Ta fram en rutin", "skot")));
        var link = (await _house.Rows<CaseLink>()).Single();
        Assert.That((link.CaseId, link.ToCaseId, link.Kind), Is.EqualTo((commission.Id, about, CaseLinkKind.CameOutOf)));
        var variables = await _house.Variables(commission.Id);
        Assert.That((variables["uppdragsgivare"], variables["rapportSenast"]), Is.EqualTo((FeelValue.Of("forum"), FeelValue.Of(new DateOnly(2027, 5, 1)))));
    }

    [Test]
    [Property("Requirement", "R67")]
    public async Task A_title_without_the_clause_gives_no_commission()
    {
        var meeting = await _house.StartMeeting();
        var item = await _house.AddItem(meeting);

        var receipt = (await _house.Record(item, new([DecisionRules.Notes], CommissionTitle: "Ta fram en rutin"), MeetingModels.Giver)).Value;

        Assert.That((receipt.CommissionId, (await _house.Rows<CaseRow>()).Count), Is.EqualTo(((Guid?)null, 0)));
    }
}
