using CaseFlow.Cases.Access;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Preparation;

namespace CaseFlow.Cases.Tests.Preparation;

/// <summary>Material saved on the way: who may, whose text is not overwritten, and that the case stays where it is.</summary>
internal sealed class SaveMaterialTests
{
    private static readonly Actor Coast = Mandated.Preparer("kim", "kusten");
    private static readonly Actor OriginLeader = new("leder", [new("processledare", Area: MandatedHouse.OriginArea)]);

    private MandatedHouse _house = null!; // set before each test

    [SetUp]
    public async Task Open() => _house = await MandatedHouse.Open(PreparationModels.Process, PreparationModels.Form);

    [TearDown]
    public async Task Close() => await _house.DisposeAsync();

    [Test]
    [Property("Requirement", "R54")]
    public async Task A_preparer_saves_and_the_case_stays()
    {
        var id = await _house.StartCase("beredning");
        _house.Time.Advance(TimeSpan.FromHours(1));

        var receipt = (await Save(Coast, id, "Första utkastet.")).Value;

        var now = TestHouse.Start.AddHours(1);
        Assert.That(receipt, Is.EqualTo(new MaterialReceipt(id, 1, now)));
        var material = (await _house.Rows<Material>()).Single();
        Assert.That((material.SavedBy, material.SavedAt, material.ReadyAt), Is.EqualTo(("kim", now, (DateTimeOffset?)null)));
        Assert.That(MaterialAnswers.Of(material).Text("forslag"), Is.EqualTo("Första utkastet."));
        Assert.That(await _house.OpenTasks(id), Is.EqualTo(new[] { "Bered" }));
    }

    [Test]
    [Property("Requirement", "R54")]
    public async Task The_process_leader_where_the_case_arose_goes_on_from_what_was_saved()
    {
        var id = await _house.StartCase("beredning");
        await Save(Coast, id, "Första utkastet.");

        var receipt = (await Save(OriginLeader, id, "Med områdets tillägg.", version: 1)).Value;

        Assert.That(receipt.Version, Is.EqualTo(2));
        var material = (await _house.Rows<Material>()).Single();
        Assert.That((material.SavedBy, MaterialAnswers.Of(material).Text("forslag")), Is.EqualTo(("leder", "Med områdets tillägg.")));
    }

    [Test]
    [Property("Requirement", "R59")]
    public async Task A_case_is_measured_by_the_threshold_in_force_today_also_when_it_began_under_another()
    {
        var id = await _house.StartCase("beredning");
        await _house.Get<CaseFlow.Cases.Processes.DeployBundle>().Handle(
            Mandated.With(Mandated.Text + "\nthresholds:\n  - { key: sammanfattning-meningar, value: 7, unit: count, strength: onskemal, sv: Kort., en: Short. }\n", PreparationModels.Process, PreparationModels.Form), Actor.System, default);

        Assert.That((await _house.Get<MaterialPage>().Read(Coast, id, default))?.MostSentences, Is.EqualTo(7));
    }

    [TestCase(0)]
    [TestCase(2)]
    public async Task Who_saw_another_version_overwrites_nothing(long seen)
    {
        var id = await _house.StartCase("beredning");
        await Save(Coast, id, "Första utkastet.");

        var outcome = await Save(OriginLeader, id, "Skrivet samtidigt.", version: seen);

        Assert.That(outcome.Refusals.Select(r => (r.Kind, r.Code, r.Text.Sv, r.Text.En)), Is.EqualTo(new[]
        {
            (RefusalKind.Stale, "preparation.changed", "Någon annan har sparat underlaget efter att du öppnade det. Båda texterna visas.", "Somebody else has saved the material after you opened it. Both texts are shown."),
        }));
        Assert.That(MaterialAnswers.Of((await _house.Rows<Material>()).Single()).Text("forslag"), Is.EqualTo("Första utkastet."));
    }

    [Test]
    public async Task A_version_that_nobody_has_saved_is_refused_and_nothing_is_written()
    {
        var id = await _house.StartCase("beredning");

        Assert.That((await Save(Coast, id, "Utkast.", version: 1)).Refusals.Select(r => r.Code), Is.EqualTo(new[] { "preparation.changed" }));
        Assert.That(await _house.Rows<Material>(), Is.Empty);
    }

    [TestCase("processledare", "soder", Description = "the process leader of another area")]
    [TestCase("lasare", null)]
    [Property("Requirement", "R54")]
    public async Task The_others_read_and_comment_but_do_not_write(string role, string? area)
    {
        var id = await _house.StartCase("beredning");

        var outcome = await Save(new Actor("annan", [new(role, Area: area)]), id, "Utkast.");

        Assert.That(outcome.Refusals.Select(r => (r.Kind, r.Code)), Is.EqualTo(new[] { (RefusalKind.Forbidden, "preparation.not-yours") }));
        Assert.That((outcome.Refusals[0].Text.Sv, outcome.Refusals[0].Text.En), Is.EqualTo((
            "Underlaget skrivs av beredningen och av processledaren där ärendet väcktes. Du kan läsa och kommentera.",
            "The material is written by the preparers and by the process leader where the case arose. You can read and comment.")));
        Assert.That(await _house.Rows<Material>(), Is.Empty);
    }

    [Test]
    public async Task After_the_material_was_ready_it_is_not_written_any_longer_though_another_cases_is()
    {
        var ready = await _house.StartCase("beredning");
        await _house.StartCase("beredning");
        await _house.Complete(Coast, await _house.OpenTask(ready, "Bered"), ("nasta", "klart"), ("forslag", "Rutinen antas."));

        var outcome = await Save(Coast, ready, "För sent.", version: 1);

        Assert.That(outcome.Refusals.Select(r => (r.Kind, r.Code, r.Text.Sv, r.Text.En)), Is.EqualTo(new[]
        {
            (RefusalKind.Conflict, "preparation.not-open", "Underlaget bereds inte just nu.", "The material is not being prepared now."),
        }));
        Assert.That(MaterialAnswers.Of((await _house.Rows<Material>()).Single()).Text("forslag"), Is.EqualTo("Rutinen antas."));
    }

    [Test]
    public async Task There_is_no_material_of_a_case_that_does_not_exist()
    {
        var outcome = await Save(Coast, Guid.Parse("019a8b00-0000-7000-8000-000000000001"), "Utkast.");

        Assert.That(outcome.Refusals.Select(r => (r.Kind, r.Code, r.Text.Sv, r.Text.En)), Is.EqualTo(new[]
        {
            (RefusalKind.NotFound, "preparation.not-found", "Ärendet finns inte.", "There is no such case."),
        }));
    }

    [Test]
    [Property("Requirement", "R39")]
    public async Task A_personal_number_is_refused_at_its_field_and_not_kept()
    {
        var id = await _house.StartCase("beredning");

        // Right check digit, but nobody's: from the tax agency's documentation.
        var outcome = await _house.Get<SaveMaterial>().Handle(
            Coast, null, new(id, Mandated.Answers(("behandling", "dialog"), ("forslag", "Gäller 811218-9876.")), 0), CancellationToken.None);

        Assert.That(outcome.Refusals.Select(r => (r.Code, r.Field)), Is.EqualTo(new[] { ("text.personal-number", "forslag") }));
        Assert.That(await _house.Rows<Material>(), Is.Empty);
    }

    [Test]
    public async Task The_same_request_sent_twice_saves_once()
    {
        var id = await _house.StartCase("beredning");

        var first = await Save(Coast, id, "Utkast.", requestId: "r-1");
        var second = await Save(Coast, id, "Utkast.", requestId: "r-1");

        Assert.That(second.Value, Is.EqualTo(first.Value));
        Assert.That((await _house.Rows<Material>()).Single().Version, Is.EqualTo(1));
    }

    private Task<Outcome<MaterialReceipt>> Save(Actor actor, Guid id, string proposal, long version = 0, string? requestId = null) =>
        _house.Get<SaveMaterial>().Handle(actor, requestId, new(id, Mandated.Answers(("forslag", proposal)), version), CancellationToken.None);
}
