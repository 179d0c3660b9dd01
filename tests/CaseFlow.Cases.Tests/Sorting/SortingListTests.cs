using CaseFlow.Cases.Access;
using CaseFlow.Cases.Sorting;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Cases.Tests.Sorting;

/// <summary>What a preparation meeting has before it: the cases to be sorted, and what each side has said.</summary>
internal sealed class SortingListTests
{
    private static readonly Actor Coast = Mandated.Preparer("kim", "kusten");
    private static readonly Actor Land = Mandated.Preparer("sam", "landet");

    private MandatedHouse _house = null!; // set before each test

    [SetUp]
    public async Task Open() => _house = await MandatedHouse.Open(SortingModels.Process, SortingModels.Form);

    [TearDown]
    public async Task Close() => await _house.DisposeAsync();

    [Test]
    [Property("Requirement", "R43")]
    public async Task What_has_waited_longest_comes_first_and_of_those_the_lowest_number()
    {
        var first = await Case();
        var second = await Case();
        _house.Time.Advance(TimeSpan.FromDays(-1));
        var older = await Case();

        Assert.That((await List(Coast)).Select(l => l.Case.Id), Is.EqualTo(new[] { older, first, second }));
    }

    [Test]
    [Property("Requirement", "R43")]
    public async Task Each_reader_gets_the_task_of_the_own_side_and_others_read_without_one()
    {
        var id = await Case();

        Assert.That((await List(Coast)).Single().Task, Is.EqualTo((await _house.OpenTask(id, "Bedom", "kusten")).Address));
        Assert.That((await List(Land)).Single().Task, Is.EqualTo((await _house.OpenTask(id, "Bedom", "landet")).Address));
        Assert.That((await List(new Actor("lasare", [new("lasare")]))).Single().Task, Is.Null);
    }

    [Test]
    [Property("Requirement", "R43")]
    public async Task What_a_side_has_said_in_this_round_stands_on_its_case_alone()
    {
        var id = await Case();
        var other = await Case();
        await _house.Complete(Coast, await _house.OpenTask(id, "Bedom", "kusten"), ("utfall", "vilande"));

        var lines = await List(Coast);

        Assert.That(lines.Single(l => l.Case.Id == id).Said.Select(s => (s.Side, s.Outcome)), Is.EqualTo(new[] { ("kusten", "vilande") }));
        Assert.That(lines.Single(l => l.Case.Id == id).Task, Is.Null, "it waits for the other side now");
        Assert.That(lines.Single(l => l.Case.Id == other).Said, Is.Empty);
    }

    [Test]
    [Property("Requirement", "R43")]
    public async Task When_the_sides_try_again_what_they_said_before_is_not_their_answer()
    {
        var id = await Case();
        await _house.Complete(Coast, await _house.OpenTask(id, "Bedom", "kusten"), ("utfall", "vilande"));
        _house.Time.Advance(TimeSpan.FromHours(1));
        await _house.Complete(Land, await _house.OpenTask(id, "Bedom", "landet"), ("utfall", "partsfraga"));

        Assert.That((await List(Land)).Single().Said, Is.Empty, "not even the answer that showed that they disagree");

        await _house.Complete(Coast, await _house.OpenTask(id, "Enas", "kusten"), ("utfall", "partsfraga"));
        Assert.That((await List(Land)).Single().Said.Select(s => (s.Side, s.Outcome)), Is.EqualTo(new[] { ("kusten", "partsfraga") }));
    }

    [Test]
    [Property("Requirement", "R43")]
    public async Task A_sorted_case_is_not_on_the_list()
    {
        var id = await Case();
        await _house.Complete(Coast, await _house.OpenTask(id, "Bedom", "kusten"), ("utfall", "vilande"));
        await _house.Complete(Land, await _house.OpenTask(id, "Bedom", "landet"), ("utfall", "vilande"));

        Assert.That(await List(Coast), Is.Empty);
    }

    private Task<IReadOnlyList<SortingLine>> List(Actor actor) => _house.Get<SortingList>().Of(actor, CancellationToken.None);

    private Task<Guid> Case() => _house.StartCase("sortering", ("sidor", FeelValue.Of([FeelValue.Of("kusten"), FeelValue.Of("landet")])));
}
