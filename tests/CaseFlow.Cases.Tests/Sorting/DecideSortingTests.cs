using CaseFlow.Cases.Access;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Sorting;
using CaseFlow.Contracts.Sorting;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Cases.Tests.Sorting;

/// <summary>The two sides say where a case belongs: each its own preparer, together one outcome.</summary>
internal sealed class DecideSortingTests
{
    private static readonly Actor Coast = Mandated.Preparer("kim", "kusten");
    private static readonly Actor Land = Mandated.Preparer("sam", "landet");
    private static readonly Actor Keeper = new("skot", [new("skoter", "kusten")]);

    private MandatedHouse _house = null!; // set before each test

    [SetUp]
    public async Task Open() => _house = await MandatedHouse.Open(SortingModels.Process, SortingModels.Form);

    [TearDown]
    public async Task Close() => await _house.DisposeAsync();

    [Test]
    [Property("Requirement", "R43")]
    public async Task One_sides_answer_is_kept_and_the_case_waits_for_the_other()
    {
        var id = await Case();
        _house.Time.Advance(TimeSpan.FromHours(3));
        var task = await _house.OpenTask(id, "Bedom", "kusten");

        var outcome = await _house.Complete(Coast, task, ("utfall", "forum"), ("behandling", "dialog"));

        Assert.That(outcome.IsAccepted, Is.True);
        var said = (await _house.Rows<SortingAssessment>()).Single();
        Assert.That(
            (said.CaseId, said.TaskKey, said.Side, said.Outcome, said.Treatment, said.By, said.At),
            Is.EqualTo((id, task.TaskKey, "kusten", "forum", "dialog", "kim", TestHouse.Start.AddHours(3))));
        Assert.That(await _house.OpenTasks(id), Is.EqualTo(new[] { "Bedom" }));
        Assert.That(await _house.Rows<SortingDecision>(), Is.Empty, "one side alone decides nothing");
    }

    [Test]
    [Property("Requirement", "R43")]
    [Property("Requirement", "R45")]
    public async Task When_both_agree_the_outcome_is_recorded_told_and_goes_to_the_case()
    {
        var id = await Case();
        await Both(id, "Bedom", ("utfall", "forum"), ("behandling", "dialog"), ("part", "kusten"), ("aterTill", "norr"), ("vilandeTill", "2027-03-01"));

        var decision = (await _house.Rows<SortingDecision>()).Single();
        Assert.That(
            (decision.CaseId, decision.Outcome, decision.Treatment, decision.Party, decision.ReturnedTo, decision.At),
            Is.EqualTo((id, "forum", "dialog", "kusten", "norr", TestHouse.Start)));
        Assert.That(
            (await _house.Published<CaseSorted>()).Single(),
            Is.EqualTo(new CaseSorted(id, "2026-00001", (await _house.Instance(id)).Version, "forum", "dialog", TestHouse.Start)));
        var variables = await _house.Variables(id);
        Assert.That(
            new[] { "utfall", "behandling", "part", "aterTill", "vilandeTill" }.Select(name => variables[name]),
            Is.EqualTo(new[] { FeelValue.Of("forum"), FeelValue.Of("dialog"), FeelValue.Of("kusten"), FeelValue.Of("norr"), FeelValue.Of(new DateOnly(2027, 3, 1)) }));
    }

    [Test]
    [Property("Requirement", "R44")]
    public async Task What_an_outcome_does_not_have_is_empty_on_the_case_also_after_a_round_that_had_it()
    {
        var id = await Case();
        await Both(id, "Bedom", ("utfall", "forum"), ("behandling", "dialog"));
        await Again(id);
        await Both(id, "Bedom", ("utfall", "partsfraga"), ("part", "landet"));

        var variables = await _house.Variables(id);
        Assert.That((variables["behandling"].IsNull, variables["part"]), Is.EqualTo((true, FeelValue.Of("landet"))));
        var decisions = (await _house.Rows<SortingDecision>()).OrderBy(d => d.At).ToList();
        Assert.That(decisions.Select(d => (d.Outcome, d.Treatment, d.Party)), Is.EqualTo(new (string, string?, string?)[] { ("forum", "dialog", null), ("partsfraga", null, "landet") }), "the earlier outcome stays");
        Assert.That((await _house.Published<CaseSorted>()).Select(e => e.Treatment), Is.EqualTo(new[] { "dialog", null }));
    }

    [Test]
    [Property("Requirement", "R43")]
    public async Task Who_disagree_try_again_under_the_same_rules()
    {
        var id = await Case();
        await _house.Complete(Coast, await _house.OpenTask(id, "Bedom", "kusten"), ("utfall", "forum"), ("behandling", "dialog"));
        await _house.Complete(Land, await _house.OpenTask(id, "Bedom", "landet"), ("utfall", "vilande"));
        Assert.That(await _house.OpenTasks(id), Is.EqualTo(new[] { "Enas", "Enas" }));

        var refused = await _house.Complete(Coast, await _house.OpenTask(id, "Enas", "kusten"), ("utfall", "forum"));
        Assert.That(refused.Refusals.Select(Mandated.Seen), Is.EqualTo(new[] { (RefusalKind.Rule, "sorting.outcome-incomplete", "mandat.sortering", "behandling") }));

        await Both(id, "Enas", ("utfall", "vilande"));
        Assert.That((await _house.Rows<SortingDecision>()).Select(d => d.Outcome), Is.EqualTo(new[] { "vilande" }));
    }

    [Test]
    [Property("Requirement", "R45")]
    public async Task An_incomplete_outcome_is_refused_at_its_fields_and_keeps_nothing()
    {
        var id = await Case();

        var outcome = await _house.Complete(Coast, await _house.OpenTask(id, "Bedom", "kusten"), ("utfall", "ater"));

        Assert.That(outcome.Refusals.Select(r => (r.Code, r.Field)), Is.EqualTo(new[] { ("sorting.outcome-incomplete", "aterTill"), ("sorting.outcome-incomplete", "skal") }));
        Assert.That(await _house.Rows<SortingAssessment>(), Is.Empty);
        Assert.That(await _house.OpenTasks(id), Has.Count.EqualTo(2));
    }

    [Test]
    [Property("Requirement", "R42")]
    public async Task Who_is_preparer_of_both_sides_is_refused_before_anything_else()
    {
        var id = await Case();

        var outcome = await _house.Complete(Mandated.Preparer("kim", "kusten", "landet"), await _house.OpenTask(id, "Bedom", "kusten"), ("utfall", "forum"));

        Assert.That(outcome.Refusals.Select(Mandated.Seen), Is.EqualTo(new[] { (RefusalKind.Rule, "sorting.both-sides", "mandat.par", (string?)null) }));
    }

    [Test]
    [Property("Requirement", "R42")]
    public async Task Who_answered_for_one_side_cannot_answer_for_the_other_in_the_same_round_with_another_role()
    {
        var id = await Case();
        await _house.Complete(Coast, await _house.OpenTask(id, "Bedom", "kusten"), ("utfall", "vilande"));

        var outcome = await _house.Complete(Mandated.Preparer("kim", "landet"), await _house.OpenTask(id, "Bedom", "landet"), ("utfall", "vilande"));

        Assert.That(outcome.Refusals.Select(r => (r.Code, r.Clause)), Is.EqualTo(new[] { ("sorting.both-sides", "mandat.par") }));
        Assert.That(await _house.Rows<SortingDecision>(), Is.Empty);
    }

    [Test]
    [Property("Requirement", "R42")]
    public async Task Who_changed_sides_may_answer_for_the_new_one_in_a_later_round_and_in_another_case()
    {
        var id = await Case();
        await Both(id, "Bedom", ("utfall", "vilande"));
        await Again(id);
        var other = await Case();
        var moved = Mandated.Preparer("kim", "landet");

        var later = await _house.Complete(moved, await _house.OpenTask(id, "Bedom", "landet"), ("utfall", "vilande"));
        await _house.Complete(Mandated.Preparer("bo", "kusten"), await _house.OpenTask(other, "Bedom", "kusten"), ("utfall", "vilande"));
        var elsewhere = await _house.Complete(moved, await _house.OpenTask(other, "Bedom", "landet"), ("utfall", "vilande"));

        Assert.That((later.IsAccepted, elsewhere.IsAccepted), Is.EqualTo((true, true)));
    }

    [Test]
    [Property("Requirement", "R42")]
    public async Task The_same_preparer_answers_for_the_same_side_again_when_the_sides_try_again()
    {
        var id = await Case();
        await _house.Complete(Coast, await _house.OpenTask(id, "Bedom", "kusten"), ("utfall", "forum"), ("behandling", "dialog"));
        await _house.Complete(Land, await _house.OpenTask(id, "Bedom", "landet"), ("utfall", "vilande"));

        var again = await _house.Complete(Coast, await _house.OpenTask(id, "Enas", "kusten"), ("utfall", "vilande"));

        Assert.That(again.IsAccepted, Is.True);
        Assert.That((await _house.Rows<SortingAssessment>()).Count(a => a.By == "kim"), Is.EqualTo(2), "what was said first stays");
    }

    [Test]
    [Property("Requirement", "R42")]
    public async Task The_answer_that_showed_the_disagreement_belongs_to_the_round_before()
    {
        var id = await Case();
        await _house.Complete(Coast, await _house.OpenTask(id, "Bedom", "kusten"), ("utfall", "forum"), ("behandling", "dialog"));
        await _house.Complete(Land, await _house.OpenTask(id, "Bedom", "landet"), ("utfall", "vilande"));

        var moved = await _house.Complete(Mandated.Preparer("sam", "kusten"), await _house.OpenTask(id, "Enas", "kusten"), ("utfall", "vilande"));

        Assert.That(moved.Refusals, Is.Empty);
    }

    private Task<Guid> Case() => _house.StartCase("sortering", ("sidor", FeelValue.Of([FeelValue.Of("kusten"), FeelValue.Of("landet")])));

    private async Task Both(Guid id, string element, params (string Key, string Text)[] answers)
    {
        Assert.That((await _house.Complete(Coast, await _house.OpenTask(id, element, "kusten"), answers)).Refusals, Is.Empty);
        Assert.That((await _house.Complete(Land, await _house.OpenTask(id, element, "landet"), answers)).Refusals, Is.Empty);
    }

    private async Task Again(Guid id)
    {
        _house.Time.Advance(TimeSpan.FromDays(1));
        Assert.That((await _house.Complete(Keeper, await _house.OpenTask(id, "Omprova"))).Refusals, Is.Empty);
    }
}
