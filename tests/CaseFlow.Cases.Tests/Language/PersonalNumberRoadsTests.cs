using CaseFlow.Cases.Forms;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Tests.Workflows;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Cases.Tests.Language;

/// <summary>Every field that is written freely refuses a personal number, on every form that is shipped and on those added later (R39).</summary>
[TestFixture]
public sealed class PersonalNumberRoadsTests
{
    private static readonly FeelEnvironment Now = new(new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.Zero));

    private static IEnumerable<TestCaseData> Fields() =>
        from file in WorkflowFolder.Files
        where file.Path.EndsWith(".form", StringComparison.Ordinal)
        let form = FormReader.Read(file.Path, file.Text).Form ?? throw new InvalidOperationException(file.Path)
        from field in form.Fields
        where field.IsWords
        select new TestCaseData(form.Id, field).SetArgDisplayNames(form.Id, field.Key);

    [TestCaseSource(nameof(Fields))]
    [Property("Requirement", "R39")]
    public void A_field_of_a_form_refuses_a_personal_number_with_advice_and_takes_an_organisation_number(string form, FormField field)
    {
        Assert.That(Check(form, field, "Det gäller 811228-9874 i går kväll").Where(r => r.Code == "text.personal-number").Select(r => r.Field), Is.EqualTo(new[] { field.Key }));
        Assert.That(Check(form, field, "Det gäller 811288-9871 i går kväll").Select(r => r.Code), Does.Contain("text.personal-number"), "a co-ordination number");
        Assert.That(Check(form, field, "Det gäller 212000-1355 i går kväll").Select(r => r.Code), Does.Not.Contain("text.personal-number"));
    }

    [Test]
    [Property("Requirement", "R39")]
    public void What_a_command_asks_beside_its_form_is_guarded_however_deep_it_lies()
    {
        using var json = System.Text.Json.JsonDocument.Parse("""{"satser":[{"kod":"noterar","text":"Om 811228-9874"}]}""");
        var answers = FormAnswers.FromJson(json.RootElement.EnumerateObject().ToDictionary(p => p.Name, p => p.Value));

        var refused = FormCheck.Run(null, ["satser"], answers, FeelContext.Empty, Now).Refusals;

        Assert.That(refused.Select(r => (r.Code, r.Field)), Is.EqualTo(new[] { ("text.personal-number", "satser[0].text") }));
    }

    private static IReadOnlyList<Refusal> Check(string form, FormField field, string text) => FormCheck.Run(
        new FormSchema(form, [field with { HideWhen = null }]), [], FormAnswers.FromFields([KeyValuePair.Create(field.Key, (IReadOnlyList<string>)[text])]), FeelContext.Empty, Now).Refusals;
}
