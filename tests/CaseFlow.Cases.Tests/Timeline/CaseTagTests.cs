using CaseFlow.Cases.Access;
using CaseFlow.Cases.Forms;
using CaseFlow.Cases.Storage;
using CaseFlow.Cases.Tests.Storage;
using CaseFlow.Cases.Timeline;

namespace CaseFlow.Cases.Tests.Timeline;

/// <summary>What marks a case, on both databases: found by its words, counted by its code, replaced by the latest answer.</summary>
internal sealed class CaseTagTests(DatabaseProvider provider) : StoreContract(provider)
{
    private const string Form =
        """
        { "components": [
          { "type": "select", "id": "k", "key": "kategori", "label": "Kategori", "values": [ { "value": "stodstruktur", "label": "Stödstruktur" }, { "value": "annat", "label": "Annat" } ], "properties": { "tag": "true" } },
          { "type": "checklist", "id": "o", "key": "omrade", "label": "Område", "values": [ { "value": "e-halsa", "label": "E-hälsa" }, { "value": "kompetens", "label": "Kompetensförsörjning" } ], "properties": { "tag": "true" } },
          { "type": "textarea", "id": "r", "key": "grund", "label": "Rättslig grund", "properties": { "tag": "true" } },
          { "type": "textarea", "id": "b", "key": "bakgrund", "label": "Bakgrund" } ] }
        """;

    [Test, Property("Requirement", "R16")]
    public async Task A_case_is_found_by_its_legal_basis()
    {
        var id = await Marked("""{ "grund": "HSL 16 kap.\nSoL 2 kap. 1 §" }""");

        Assert.That(await Found(new(Text: "hsl 16 kap")), Is.EqualTo(new[] { id }));
        Assert.That(await Found(new(Text: "hsl 17 kap")), Is.Empty);
    }

    [Test, Property("Requirement", "R30"), Property("Requirement", "R31"), Property("Requirement", "R37")]
    public async Task A_case_is_found_by_its_category_and_by_each_of_its_areas()
    {
        var id = await Marked("""{ "kategori": "stodstruktur", "omrade": ["e-halsa", "kompetens"], "bakgrund": "E-hälsa nämns här." }""");

        Assert.That(await Found(new(Tag: new("omrade", "e-halsa"))), Is.EqualTo(new[] { id }));
        Assert.That(await Found(new(Tag: new("kategori", "stodstruktur"))), Is.EqualTo(new[] { id }));
        Assert.That(await Found(new(Tag: new("kategori", "annat"))), Is.Empty);
        Assert.That(await Found(new(Text: "kompetensförsörjning")), Is.EqualTo(new[] { id }));
    }

    [Test]
    public async Task The_latest_answer_stands_in_the_place_of_the_earlier()
    {
        var id = await Marked("""{ "kategori": "stodstruktur", "omrade": ["e-halsa"] }""");
        await Mark(id, """{ "kategori": "annat", "omrade": ["e-halsa", "kompetens"] }""");

        var tags = await House.Get<CaseList>().Tags(id, CancellationToken.None);
        Assert.That(tags.Select(t => t.Field + "=" + t.Value), Is.EqualTo(new[] { "kategori=annat", "omrade=e-halsa", "omrade=kompetens" }));
    }

    private async Task<IReadOnlyList<Guid>> Found(CaseFilter filter) =>
        [.. (await House.Get<CaseList>().Page(filter, 0, 10, CancellationToken.None)).Cases.Select(c => c.Id)];

    private async Task<Guid> Marked(string answers)
    {
        var id = Guid.CreateVersion7(TestHouse.Start);
        await using var db = House.OpenDb();
        db.Cases.Add(new CaseRow { Id = id, Title = "Ett ärende", OriginKind = "area", SubmittedBy = Actor.System.AccountId, SubmittedAt = TestHouse.Start });
        await db.SaveChangesAsync();
        await Mark(id, answers);
        return id;
    }

    private async Task Mark(Guid id, string answers)
    {
        await using var db = House.OpenDb();
        var form = FormReader.Read("prov.form", Form).Form;
        await CaseTags.Keep(db, id, form, FormAnswers.FromJson(System.Text.Json.JsonSerializer.Deserialize<Dictionary<string, System.Text.Json.JsonElement>>(answers)!), CancellationToken.None);
        await db.SaveChangesAsync();
    }
}
