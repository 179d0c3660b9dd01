using CaseFlow.Cases.Access;
using CaseFlow.Cases.Sorting;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Cases.Tests.Sorting;

/// <summary>What a preparer has at hand when a case is assessed: the sides, what was said, the table's proposal and earlier outcomes.</summary>
internal sealed class SortingRoundTests
{
    private static readonly Actor Coast = Mandated.Preparer("kim", "kusten");
    private static readonly Actor Land = Mandated.Preparer("sam", "landet");

    private MandatedHouse _house = null!; // set before each test

    [SetUp]
    public async Task Open() => _house = await MandatedHouse.Open(SortingModels.Process, SortingModels.Form, SortingModels.Proposed, SortingModels.ProposedForm, SortingModels.Table);

    [TearDown]
    public async Task Close() => await _house.DisposeAsync();

    [Test]
    [Property("Requirement", "R43")]
    public async Task Before_anybody_has_answered_there_are_only_the_sides()
    {
        var id = await Case();

        var view = await Read(Coast, id, "landet");

        Assert.That(view.Sides, Is.EqualTo(new[] { "kusten", "landet" }));
        Assert.That((view.Said.Count, view.IsHidden, view.Recommendation, view.Earlier.Count), Is.EqualTo((0, false, (Recommendation?)null, 0)));
    }

    [Test]
    [Property("Requirement", "R43")]
    public async Task What_the_other_side_has_said_is_there_with_its_words()
    {
        var id = await Case();
        await _house.Complete(Coast, await _house.OpenTask(id, "Bedom", "kusten"), ("utfall", "vilande"), ("skal", "Väntar på utredningen."));

        var view = await Read(Land, id, "landet");

        var said = view.Said.Single();
        Assert.That((said.Assessment.Side, said.Assessment.Outcome, said.Answers.Text("skal")), Is.EqualTo(("kusten", "vilande", "Väntar på utredningen.")));
        Assert.That(view.IsHidden, Is.False);
    }

    [Test]
    [Property("Requirement", "R43")]
    public async Task Separately_it_is_told_that_the_other_side_has_answered_but_not_what()
    {
        await using var house = await MandatedHouse.Under(Mandated.Separate, SortingModels.Process, SortingModels.Form);
        var id = await house.StartCase("sortering", Sides);
        await house.Complete(Coast, await house.OpenTask(id, "Bedom", "kusten"), ("utfall", "vilande"));

        var view = await house.Get<SortingRound>().Read(Land, await house.OpenTask(id, "Bedom", "landet"), CancellationToken.None);

        Assert.That((view.Said.Count, view.IsHidden), Is.EqualTo((0, true)));
    }

    [Test]
    [Property("Requirement", "R43")]
    public async Task When_the_sides_try_again_nothing_is_said_yet()
    {
        var id = await Case();
        await _house.Complete(Coast, await _house.OpenTask(id, "Bedom", "kusten"), ("utfall", "vilande"));
        await _house.Complete(Land, await _house.OpenTask(id, "Bedom", "landet"), ("utfall", "partsfraga"));

        var view = await _house.Get<SortingRound>().Read(Coast, await _house.OpenTask(id, "Enas", "kusten"), CancellationToken.None);

        Assert.That(view.Said, Is.Empty);
    }

    [Test]
    [Property("Requirement", "R43")]
    public async Task A_case_that_is_sorted_again_shows_its_own_earlier_outcomes_first_one_first()
    {
        var id = await Case();
        await Both(id, "vilande");
        await Again(id);
        await Both(id, "partsfraga");
        await Again(id);
        var other = await Case();

        Assert.That((await Read(Coast, id, "kusten")).Earlier.Select(d => d.Outcome), Is.EqualTo(new[] { "vilande", "partsfraga" }));
        Assert.That((await Read(Coast, other, "kusten")).Earlier, Is.Empty);
    }

    [TestCase("dialog", "forum", "dialog", new[] { "Det som rör hela länet hör till forumet." })]
    [TestCase("lokalt", "ater", null, new[] { "Områdets egen fråga." }, Description = "a rule without annotation says its description")]
    [TestCase("tyst", "vilande", null, new string[0], Description = "a rule that says nothing")]
    public async Task The_tables_proposal_comes_with_the_words_of_the_rule_that_fired(string wanted, string outcome, string? treatment, string[] why)
    {
        var id = await _house.StartCase("foreslagen", Sides, ("onskat", FeelValue.Of(wanted)));

        var proposal = (await Read(Coast, id, "kusten")).Recommendation;

        Assert.That((proposal?.Outcome, proposal?.Treatment), Is.EqualTo((outcome, treatment)));
        Assert.That(proposal!.Why, Is.EqualTo(why));
    }

    [Test]
    public async Task A_rule_that_names_no_outcome_proposes_nothing()
    {
        var id = await _house.StartCase("foreslagen", Sides, ("onskat", FeelValue.Of("vet-ej")));

        Assert.That((await Read(Coast, id, "kusten")).Recommendation, Is.Null);
    }

    private static (string, FeelValue) Sides => ("sidor", FeelValue.Of([FeelValue.Of("kusten"), FeelValue.Of("landet")]));

    private Task<Guid> Case() => _house.StartCase("sortering", Sides);

    private async Task<SortingRoundView> Read(Actor actor, Guid id, string side) =>
        await _house.Get<SortingRound>().Read(actor, await _house.OpenTask(id, "Bedom", side), CancellationToken.None);

    private async Task Both(Guid id, string outcome)
    {
        await _house.Complete(Coast, await _house.OpenTask(id, "Bedom", "kusten"), ("utfall", outcome), ("part", "kusten"));
        await _house.Complete(Land, await _house.OpenTask(id, "Bedom", "landet"), ("utfall", outcome), ("part", "kusten"));
    }

    private async Task Again(Guid id)
    {
        _house.Time.Advance(TimeSpan.FromDays(1));
        await _house.Complete(new Actor("skot", [new("skoter", "kusten")]), await _house.OpenTask(id, "Omprova"));
    }
}
