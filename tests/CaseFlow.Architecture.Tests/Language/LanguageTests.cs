using CaseFlow.Architecture.Tests.Definitions;
using NUnit.Framework;

namespace CaseFlow.Architecture.Tests.Language;

internal sealed class LanguageTests
{
    private static List<TextFile> Code => [.. Repository.Under("src/", ".cs", ".razor").Where(file => !file.Path.Contains("/Migrations/", StringComparison.Ordinal))];

    [Test]
    public void No_body_side_or_area_is_named_in_code() =>
        Assert.That(BodyNameGuard.Violations(Code, Organisation.NamesOfBodiesSidesAndAreas(Repository.Under("workflows/organisation/", ".yaml")),
            Repository.AllowList("allowed-body-names.txt")), Is.Empty);

    [TestCase("""if (body == "sro") return;""", ExpectedResult = 1)]
    [TestCase("""bool isForSro = true;""", ExpectedResult = 1)]
    [TestCase("""var x = $"/{a}/södra-älvsborg";""", ExpectedResult = 1)]
    [TestCase("""string kind = SödraÄlvsborg;""", ExpectedResult = 1)]
    [TestCase("""// what SRO does""", ExpectedResult = 0)]
    [TestCase("""/* sro */ int x = '"'; // sro""", ExpectedResult = 0)]
    [TestCase("""var s = @"//"; var t = "sro";""", ExpectedResult = 1)]
    [TestCase("string s = \"\"\"\n // sro\n \"\"\";", ExpectedResult = 1)]
    [TestCase("""int srodan = 0;""", ExpectedResult = 0)]
    public int Planted_names_of_bodies_are_found(string code) =>
        BodyNameGuard.Violations([new TextFile("src/A.cs", code)], ["sro", "Södra Älvsborg", "södra-älvsborg"], []).Count();

    [Test]
    public void An_allowed_name_needs_its_place_and_a_reason()
    {
        TextFile page = new("src/A.razor", "@page \"/till-sro\"\n@* sro *@\n<!-- sro -->");
        Assert.That(BodyNameGuard.Violations([page], ["sro"], []), Has.Exactly(1).Items);
        Assert.That(BodyNameGuard.Violations([page], ["sro"], ["src/A.razor: \"/till-sro\": an address that people have bookmarked"]), Is.Empty);
        Assert.That(BodyNameGuard.Violations([page], ["sro"], ["src/A.razor: \"/till-sro\""]), Has.Exactly(2).Items);
        Assert.That(BodyNameGuard.Violations([page], [], ["src/B.razor: \"/till-sro\": gone"]), Has.Exactly(1).Items);
    }

    [Test]
    public void Texts_for_people_stand_in_resources() =>
        Assert.That(SwedishLiteralGuard.Violations(
            Code.Where(file => !file.Path.StartsWith("src/CaseFlow.Engine/", StringComparison.Ordinal)),
            Repository.AllowList("allowed-swedish-literals.txt").Select(line => line.Split(": ", 2)[0]).ToList()), Is.Empty);

    [Test]
    public void A_planted_swedish_literal_is_found()
    {
        TextFile file = new("src/A.cs", "// ärende\nvar s = \"Ärendet är stängt\";");
        Assert.That(SwedishLiteralGuard.Violations([file], []).Single(), Does.StartWith("src/A.cs:2 "));
        Assert.That(SwedishLiteralGuard.Violations([file], ["src/A.cs"]), Is.Empty);
        Assert.That(SwedishLiteralGuard.Violations([file], ["src/"]), Is.Empty);
        Assert.That(SwedishLiteralGuard.Violations([], ["src/A.cs"]), Has.Exactly(1).Items);
    }

    [Test]
    public void Every_text_exists_in_both_languages() =>
        Assert.That(ResourceGuard.Violations([.. Repository.Under("src/", ".resx")]), Is.Empty);

    [Test]
    public void Planted_gaps_between_the_languages_are_found()
    {
        TextFile sv = new("A.resx", "<root><data name='One'><value>Ett {0}</value></data><data name='Two'><value>Två</value></data></root>");
        TextFile en = new("A.en.resx", "<root><data name='One'><value>One</value></data><data name='Three'><value>Three</value></data></root>");

        Assert.That(ResourceGuard.Violations([sv]), Is.EqualTo(new[] { "A.resx has no A.en.resx" }));
        Assert.That(ResourceGuard.Violations([en]), Is.EqualTo(new[] { "A.en.resx has no A.resx" }));
        Assert.That(ResourceGuard.Violations([sv, en]), Is.EqualTo(new[]
        {
            "A.resx: One does not fill in the same places in both languages",
            "A.en.resx: Two stands 0 times",
            "A.resx: Three stands 0 times",
        }));
        Assert.That(ResourceGuard.Violations([sv, new TextFile("A.en.resx", sv.Text)]), Is.Empty);
        Assert.That(ResourceGuard.Violations([sv, new TextFile("A.en.resx", sv.Text.Replace("Två", " ", StringComparison.Ordinal))]), Has.Exactly(1).Items);
    }
}
