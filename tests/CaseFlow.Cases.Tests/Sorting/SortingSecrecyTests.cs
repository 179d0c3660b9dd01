using CaseFlow.Cases.Access;
using CaseFlow.Cases.Organisation;
using CaseFlow.Cases.Sorting;
using CaseFlow.Cases.Tasks;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Cases.Tests.Sorting;

/// <summary>Where the clause says that the sides assess separately, neither reads the other before both have answered.</summary>
internal sealed class SortingSecrecyTests
{
    private static readonly MandateCitation Together = Mandated.Clause(RuleKinds.SidesMustAgree);
    private static readonly MandateCitation Separate = Mandated.RulesOf(Mandated.Separate).For(RuleKinds.SidesMustAgree, Mandated.Today)!; // the text above has it
    private static readonly Actor Coast = Mandated.Preparer("kim", "kusten");
    private static readonly Actor Land = Mandated.Preparer("sam", "landet");
    private static readonly SortingAssessment OfCoast = new() { Side = "kusten", Outcome = "vilande", By = "kim" };
    private static readonly SortingAssessment OfLand = new() { Side = "landet", Outcome = "forum", By = "sam" };

    [Test]
    [Property("Requirement", "R43")]
    public void By_default_the_pair_sees_what_each_has_said()
    {
        Assert.That(SortingSecrecy.Visible(Together, Land, [OfCoast]), Is.EqualTo(new[] { OfCoast }));
        Assert.That(SortingSecrecy.Visible(null, Land, [OfCoast]), Is.EqualTo(new[] { OfCoast }));
    }

    [Test]
    [Property("Requirement", "R43")]
    public void Separately_each_sees_only_the_own_answer_until_both_are_in()
    {
        Assert.That(SortingSecrecy.Visible(Separate, Land, [OfCoast]), Is.Empty);
        Assert.That(SortingSecrecy.Visible(Separate, Coast, [OfCoast]), Is.EqualTo(new[] { OfCoast }));
        Assert.That(SortingSecrecy.Visible(Separate, Land, [OfCoast, OfLand]), Is.EqualTo(new[] { OfCoast, OfLand }));
    }

    [TestCase(false, "sam", ExpectedResult = true, Description = "together: the other side reads it at once")]
    [TestCase(true, "sam", ExpectedResult = false)]
    [TestCase(true, "kim", ExpectedResult = true, Description = "one's own answer is never hidden from oneself")]
    [Property("Requirement", "R43")]
    public async Task<bool> The_page_of_an_answered_task_tells_the_answer(bool isSeparate, string reader)
    {
        await using var house = await Open(isSeparate);
        var id = await Case(house);
        var task = await house.OpenTask(id, "Bedom", "kusten");
        await house.Complete(Coast, task, ("utfall", "vilande"));

        return await Reads(house, task, reader);
    }

    [Test]
    [Property("Requirement", "R43")]
    public async Task When_both_sides_have_answered_both_answers_can_be_read()
    {
        await using var house = await Open(isSeparate: true);
        var id = await Case(house);
        var first = await house.OpenTask(id, "Bedom", "kusten");
        await house.Complete(Coast, first, ("utfall", "vilande"));
        await house.Complete(Land, await house.OpenTask(id, "Bedom", "landet"), ("utfall", "partsfraga"));
        var again = await house.OpenTask(id, "Enas", "kusten");
        await house.Complete(Coast, again, ("utfall", "partsfraga"));

        Assert.That(await Reads(house, first, "sam"), Is.True, "the first round is over");
        Assert.That(await Reads(house, again, "sam"), Is.False, "the second is not");
    }

    private static async Task<bool> Reads(MandatedHouse house, TaskRow task, string reader) =>
        (await house.Get<TaskPage>().Read(new Actor(reader, []), task.Address, CancellationToken.None)).Value.Answers is not null;

    private static Task<MandatedHouse> Open(bool isSeparate) =>
        MandatedHouse.Under(isSeparate ? Mandated.Separate : Mandated.Text, SortingModels.Process, SortingModels.Form);

    private static Task<Guid> Case(MandatedHouse house) => house.StartCase("sortering", ("sidor", FeelValue.Of([FeelValue.Of("kusten"), FeelValue.Of("landet")])));
}
