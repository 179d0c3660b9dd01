using CaseFlow.Cases.Access;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Preparation;
using CaseFlow.Cases.Tasks;

namespace CaseFlow.Cases.Tests.Preparation;

/// <summary>The pair says how its material stands: ready, or to be worked on further.</summary>
internal sealed class PrepareMaterialTests
{
    private static readonly Actor Coast = Mandated.Preparer("kim", "kusten");
    private static readonly Actor Land = Mandated.Preparer("sam", "landet");

    private MandatedHouse _house = null!; // set before each test

    [SetUp]
    public async Task Open() => _house = await MandatedHouse.Open(PreparationModels.Process, PreparationModels.Form);

    [TearDown]
    public async Task Close() => await _house.DisposeAsync();

    [Test]
    [Property("Requirement", "R49")]
    public async Task Ready_material_is_kept_with_who_and_when_and_the_case_goes_on()
    {
        var id = await _house.StartCase("beredning");
        _house.Time.Advance(TimeSpan.FromHours(2));

        var outcome = await Answer(Coast, id, ("nasta", "klart"), ("behandling", "beslutas"), ("forslag", "Rutinen antas."));

        Assert.That(outcome.Refusals, Is.Empty);
        var material = (await _house.Rows<Material>()).Single();
        var now = TestHouse.Start.AddHours(2);
        Assert.That((material.CaseId, material.Version, material.SavedBy, material.SavedAt, material.ReadyAt), Is.EqualTo((id, 1L, "kim", now, (DateTimeOffset?)now)));
        Assert.That(MaterialAnswers.Of(material).Text("forslag"), Is.EqualTo("Rutinen antas."));
        Assert.That(await _house.OpenTasks(id), Is.EqualTo(new[] { "Mote" }));
    }

    [Test]
    [Property("Requirement", "R49")]
    public async Task Material_that_rests_needs_no_proposal_and_is_not_ready()
    {
        var id = await _house.StartCase("beredning");

        var outcome = await Answer(Coast, id, ("nasta", "vilar"), ("behandling", "beslutas"));

        Assert.That(outcome.Refusals, Is.Empty);
        Assert.That((await _house.Rows<Material>()).Single().ReadyAt, Is.Null);
        Assert.That(await _house.OpenTasks(id), Is.EqualTo(new[] { "Bered" }));
    }

    [Test]
    public async Task The_other_side_goes_on_in_the_same_material()
    {
        var id = await _house.StartCase("beredning");
        await Answer(Coast, id, ("nasta", "vilar"), ("forslag", "Första utkastet."));
        _house.Time.Advance(TimeSpan.FromDays(1));

        await Answer(Land, id, ("nasta", "klart"), ("forslag", "Andra utkastet."));

        var material = (await _house.Rows<Material>()).Single();
        Assert.That((material.Version, material.SavedBy, material.SavedAt), Is.EqualTo((2L, "sam", TestHouse.Start.AddDays(1))));
        Assert.That(MaterialAnswers.Of(material).Text("forslag"), Is.EqualTo("Andra utkastet."));
    }

    [Test]
    [Property("Requirement", "R49")]
    public async Task Ready_for_a_position_without_proposal_or_reason_is_refused_and_keeps_nothing()
    {
        var id = await _house.StartCase("beredning");

        var outcome = await Answer(Coast, id, ("nasta", "klart"), ("behandling", "beslutas"));

        Assert.That(outcome.Refusals.Select(Mandated.Seen), Is.EqualTo(new[] { (RefusalKind.Rule, "preparation.proposal-missing", "mandat.forslag", "forslag") }));
        Assert.That(await _house.Rows<Material>(), Is.Empty);
        Assert.That(await _house.OpenTasks(id), Is.EqualTo(new[] { "Bered" }));
    }

    [Test]
    [Property("Requirement", "R42")]
    public async Task Who_is_preparer_of_both_sides_is_refused_even_to_let_it_rest()
    {
        var id = await _house.StartCase("beredning");

        var outcome = await Answer(Mandated.Preparer("kim", "kusten", "landet"), id, ("nasta", "vilar"));

        Assert.That(outcome.Refusals.Select(Mandated.Seen), Is.EqualTo(new[] { (RefusalKind.Rule, "preparation.both-sides", "mandat.par", (string?)null) }));
        Assert.That(await _house.Rows<Material>(), Is.Empty);
    }

    private async Task<Outcome<TaskReceipt>> Answer(Actor actor, Guid id, params (string Key, string Text)[] answers) =>
        await _house.Complete(actor, await _house.OpenTask(id, "Bered"), answers);
}
